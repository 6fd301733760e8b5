using System.Collections.Immutable;
using UserOps.Models.Tags;
using UserOps.Models.Tests.Samples;
using UserOps.Samples;

namespace UserOps.Models.Tests.Tags;

/// <summary>The shipped tags on the sample bank: each computes, and some are counted once more from the plain rows.</summary>
public class BuiltInTagsTests
{
    private static readonly SampleBank Bank = SampleBank.Create(new() { Users = 2_000 });

    private static readonly EvaluationContext Context = SampleBankData.AtTheEnd(Bank);

    private static readonly UserOpsDataset Data = SampleBankData.Of(Bank);

    private static readonly TagTable Table = new TagModel(TagCatalog.BuiltIn).Evaluate(Data, Context);

    public static TheoryData<string> Ids => [.. TagCatalog.BuiltIn.Tags.Select(tag => tag.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Evaluate_ShippedTag_SaysSomethingOfSomeAndNotTheSameOfAll(string id)
    {
        ImmutableArray<NumberColumn> features = [.. TagFeatures.Of(Table[id], Context)];
        if (id == "builtin.occupation")
        {
            Assert.Empty(features); // imported: the sample bank has none
            return;
        }

        Assert.True(Table[id].Refused.Count == 0, $"{id}: {Table[id].Refused}");
        Assert.Contains(features, feature => Enumerable.Range(0, feature.Count).Select(row => feature[row]).OfType<double>().Distinct().Count() > 1);
    }

    [Fact]
    public void Evaluate_SampleBank_KnowsAllEventsAndCoversAllFamilies()
    {
        Assert.Empty(Table.UnknownEvents);
        Assert.Equal(Enum.GetValues<TagFamily>(), TagCatalog.BuiltIn.Tags.Select(tag => tag.Family).Distinct().Order());
        Assert.All(TagCatalog.BuiltIn.Tags, tag => Assert.NotNull(tag.Node is null ? TagTaxonomy.Default : (object?)TagTaxonomy.Default.Find(tag.Node)));
    }

    [Fact]
    public void Evaluate_Statistics_AreThoseOfADirectCount()
    {
        DateOnly today = Bank.Options.FirstDay.AddDays(Bank.Options.Days - 1);
        ILookup<string, SampleEvent> rows = Bank.Events.DistinctBy(row => row.Id).Where(row => row.At <= Context.AsOf).ToLookup(row => row.UserId);
        foreach (UserId id in UserSet.Everyone(Data.Directory).Ids())
        {
            SampleEvent[] logins = [.. rows[id.ToString()].Where(row => row.Name == "login").OrderBy(row => row.At)];
            decimal[] paid = [.. rows[id.ToString()].Where(row => row.Name == "pay" && DayOf(row).DayNumber > today.DayNumber - 90).Select(row => row.Amount).OfType<decimal>()];
            Assert.Equal(logins.Select(DayOf).Where(day => day.DayNumber > today.DayNumber - 30).Distinct().Count(), Table.ValueOf(id, "builtin.login-days-30")!.Value!.Number);
            Assert.Equal(logins.Length == 0 ? null : today.DayNumber - DayOf(logins[^1]).DayNumber, Table.ValueOf(id, "builtin.days-since-login")?.Value!.Number);
            Assert.Equal(paid.Sum(), Table.ValueOf(id, "builtin.paid-90")!.Value!.Number);
            Assert.Equal(paid.Length == 0 ? null : NearestDouble(paid.Sum() / paid.Length), Table.ValueOf(id, "builtin.payment-average-90")?.Number);
            Assert.Equal(paid.Length == 0 ? null : paid.Max(), Table.ValueOf(id, "builtin.largest-payment-90")?.Value!.Number);
        }
    }

    [Fact]
    public void Evaluate_AnyNumberOfThreads_GivesTheSame()
    {
        string[] Texts(TagTable table) => [.. table.Columns.SelectMany(column => UserSet.Everyone(Data.Directory).Ids().Select(id => column.Of(id) is { } value ? UserOpsJson.Serialize(value) : ""))];
        string[] expected = Texts(Table);
        foreach (int threads in (int[])[1, 2, 3, 5, 8])
        {
            TagTable table = new TagModel(TagCatalog.BuiltIn).Evaluate(Data, Context, new RunOptions { MaxDegreeOfParallelism = threads });
            Assert.Equal(expected, Texts(table));
            Assert.All(table.Columns, column => Assert.Equal(Table[column.Tag].Uncertain, column.Uncertain));
        }
    }

    [Fact]
    public void BuiltIn_WithCustomTagsBeside_StaysAsItIs()
    {
        TagCatalog catalog = TagCatalog.BuiltIn with
        {
            Id = "mine",
            Tags = TagCatalog.BuiltIn.Tags.Add(SampleTags.Flag("mine.rich and active", Rule.InSegment("builtin.active").And(Field.Category("@tag.builtin.asset-tier").Is("wealth")))),
        };
        TagTable table = new TagModel(UserOpsJson.Deserialize<TagCatalog>(UserOpsJson.Serialize(catalog))).Evaluate(Data, Context);
        Assert.Equal(
            Table.UsersWith("builtin.active", true).Intersect(Table.UsersWith("builtin.asset-tier", "wealth")),
            table.UsersWith("mine.rich and active", true));
    }

    private static DateOnly DayOf(SampleEvent row) => DateOnly.FromDateTime(row.At.DateTime);

    /// <summary>By its digits: a cast rounds twice.</summary>
    private static double NearestDouble(decimal value)
        => double.Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}
