using System.Collections.Immutable;
using UserOps.Models.Portraits;
using UserOps.Models.Tags;
using UserOps.Models.Tests.Samples;
using UserOps.Samples;

namespace UserOps.Models.Tests.Portraits;

/// <summary>Portraits of the users of the sample bank by the shipped tags: each says what the columns, the tags and the plain rows say.</summary>
public class SampleBankPortraitTests
{
    private static readonly SampleBank Bank = SampleBank.Create(new() { Users = 300 });

    private static readonly EvaluationContext Context = SampleBankData.AtTheEnd(Bank, daysBefore: 14);

    private static readonly UserOpsDataset Data = SampleBankData.Of(Bank);

    private static readonly TagTable Tags = new TagModel(TagCatalog.BuiltIn).Evaluate(Data, Context);

    [Fact]
    public void Evaluate_EveryUser_SaysWhatTheRowsSay()
    {
        var model = new UserPortraitModel();
        ILookup<string, SampleEvent> did = Bank.Events.DistinctBy(row => row.Id).Where(row => row.At <= Context.AsOf).ToLookup(row => row.UserId);
        Assert.Contains(Bank.Events, row => row.At > Context.AsOf);
        foreach (SampleUser user in Bank.Users.DistinctBy(user => user.Id))
        {
            UserPortrait portrait = model.Evaluate(Data, Tags, user.Id);
            SampleEvent[] events = [.. did[user.Id]];
            Assert.Equal(events.CountBy(row => row.Name).ToDictionary(), portrait.Behavior.Events.ToDictionary(each => each.Name, each => (int)each.Count));
            Assert.Equal((events.Length == 0 ? null : events.Min(row => row.At), events.Length == 0 ? null : events.Max(row => row.At)), ((DateTimeOffset?, DateTimeOffset?))(portrait.Behavior.First, portrait.Behavior.Last));
            Assert.Equal(portrait, UserOpsJson.Deserialize<UserPortrait>(UserOpsJson.Serialize(portrait)));
        }
    }

    [Fact]
    public void Evaluate_EveryTag_IsThereWithTheValueOfTheTable()
    {
        var model = new UserPortraitModel(new() { MaximumSensitivity = TagSensitivity.Level5 });
        foreach (UserId id in UserSet.Everyone(Data.Directory).Ids().Take(50))
        {
            ImmutableArray<PortraitTag> tags = [.. model.Evaluate(Data, Tags, id).Tags.SelectMany(group => group.Tags)];
            Assert.Equal(Tags.Columns.Select(column => column.Tag).Order(StringComparer.Ordinal), tags.Select(tag => tag.Definition.Id).Order(StringComparer.Ordinal));
            Assert.All(tags, tag =>
            {
                Assert.Equal(Tags.ValueOf(id, tag.Definition.Id), tag.Value);
                Assert.Equal(tag.Value is null ? PortraitValueState.Missing : PortraitValueState.Known, tag.State);
            });
            Assert.Equal(Tags.ValuesOf(id).Length, tags.Count(tag => tag.Value is not null));
        }
    }

    [Fact]
    public void Evaluate_Assets_AreWithheldUnlessLevel4IsAllowed()
    {
        UserId id = Tags.UsersWith("builtin.assets").Ids().First();
        Assert.Equal(PortraitValueState.Withheld, new UserPortraitModel().Evaluate(Data, Tags, id).Find("builtin.assets")!.State);
        Assert.Equal(PortraitValueState.Known, new UserPortraitModel(new() { MaximumSensitivity = TagSensitivity.Level4 }).Evaluate(Data, Tags, id).Find("builtin.assets")!.State);
    }
}
