using System.Globalization;
using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Tags;

public class UserStructureDefinitionTests
{
    private static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2026, 3, 31), TimeZoneInfo.Utc);

    [Theory] // days active in March, the last 30 of them count
    [InlineData(31, "core")]
    [InlineData(15, "core")]
    [InlineData(14, "active")]
    [InlineData(4, "active")]
    [InlineData(3, "ordinary")]
    [InlineData(1, "ordinary")]
    [InlineData(0, "silent")]
    public void ByActivity_DaysActive_GivesTheLayer(int days, string expected)
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(["u"], users => users.User(id => id))
            .AddEvents(Enumerable.Range(0, 2 * days), events => events.User(_ => "u").Named("login").At(i => Context.AsOf.AddDays(-(i / 2)))) // twice a day
            .Build();
        TagDefinition tag = UserStructureDefinition.ByActivity("login").ToTag("growth team");
        TagTable table = new TagModel(new TagCatalog { Id = "own", Version = 1, Tags = [tag] }).Evaluate(data, Context);
        Assert.Equal(["u"], table.UsersWith("user-structure", expected).Ids());
    }

    [Fact]
    public void ToTag_LayersThatCannotBe_AreFaultsOfTheCatalog()
    {
        UserStructureDefinition structure = UserStructureDefinition.ByActivity("login");
        TagDefinition tag = (structure with { Layers = [structure.Layers[0], structure.Layers[0]] }).ToTag("");
        Assert.Equal(
            ["duplicateId /tags/0/values/1/value", "missingMember /tags/0/owner"],
            new TagCatalog { Id = "own", Version = 1, Tags = [tag] }.Validate().Select(issue => $"{issue.Code} {issue.Path}"));
        Assert.NotEmpty(new TagCatalog { Id = "own", Version = 1, Tags = [(structure with { Layers = default }).ToTag("us")] }.Validate());
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    public void Warnings_TooManyLayers_AreCounted(int layers, int warnings)
    {
        var structure = new UserStructureDefinition
        {
            Id = "fine",
            Name = new("细", "fine"),
            Layers = [.. Enumerable.Range(0, layers).Select(i => new UserLayer { Value = i.ToString(CultureInfo.InvariantCulture), Name = new("层", "layer"), Rule = Rule.Event("login").AtLeast(layers - i) })],
        };
        Assert.Equal(warnings, structure.Warnings().Length);
        var catalog = new TagCatalog { Id = "own", Version = 1, Tags = [structure.ToTag("us")] };
        Assert.Empty(catalog.Validate());
        Assert.Equal(
            warnings == 0 ? (string[])[] : ["/tags/0/values: 8 strata are more than 7; each needs a strategy of its own."],
            catalog.Warnings().Select(warning => warning.ToString()));
    }
}
