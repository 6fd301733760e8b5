using System.Collections.Immutable;
using System.Globalization;
using UserOps.Models.Tags;
using UserOps.Models.Tests.Segments;

namespace UserOps.Models.Tests.Tags;

/// <summary>Tags of random rules over random worlds against a reference that looks at one user at a time.</summary>
public class TagTwinTests
{
    private const int Worlds = 60;

    private static readonly ImmutableArray<string> Segments = ["s0", "s1", "s2"];

    private static readonly TagAggregation[] OfNumbers =
        [TagAggregation.Sum, TagAggregation.Average, TagAggregation.Minimum, TagAggregation.Maximum, TagAggregation.Distinct, TagAggregation.First, TagAggregation.Last];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Evaluate_RandomOrderedRules_AnswersAsUserByUser(long seed) => ForEachWorld(seed, (world, rules, segments, random) =>
    {
        TagDefinition[] tags = [.. Enumerable.Range(0, 8).Select(i => SampleTags.Ordered(
            Name("tier", i), [.. Enumerable.Range(0, random.NextInt32(5)).Select(_ => (Name("v", random.NextInt32(3)), rules.Rule(random.NextInt32(3), Segments)))]))];
        TagTable table = Evaluate(world, segments, tags);
        foreach (int user in world.Known)
        {
            var twin = new TwinTags(world.User(user), world.Context, segments);
            foreach (TagDefinition tag in tags)
            {
                (string? value, bool isUncertain) = twin.Ordered((OrderedRulesComputation)tag.Computation);
                TagColumn column = table[tag.Id];
                Require(value, column.Of(TwinWorld.IdOf(user))?.Value?.Text, tag, world, user);
                Require(isUncertain, column.Uncertain.Contains((UserId)TwinWorld.IdOf(user)), tag, world, user);
            }
        }
    });

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Evaluate_RandomScores_AddUpAsUserByUser(long seed) => ForEachWorld(seed, (world, rules, segments, random) =>
    {
        TagDefinition[] tags = [.. Enumerable.Range(0, 8).Select(i => SampleTags.Tag(Name("score", i), TagValueType.Number, RandomScore(rules, random)))];
        TagTable table = Evaluate(world, segments, tags);
        foreach (int user in world.Known)
        {
            var twin = new TwinTags(world.User(user), world.Context, segments);
            foreach (TagDefinition tag in tags)
            {
                TagScores scores = table[tag.Id].Scores!;
                Assert.True(table.Directory.TryGetOrdinal(TwinWorld.IdOf(user), out int ordinal));
                (decimal sum, string? band, string[] unknown, decimal lower, decimal upper) = twin.Score(scores.Computation);
                Require(sum, scores.Values[ordinal]!.Value, tag, world, user);
                Require(band, scores.BandOf(sum), tag, world, user);
                Require((lower, upper), (scores.Lower[ordinal]!.Value, scores.Upper[ordinal]!.Value), tag, world, user);
                Assert.Equal(unknown, scores.UnknownElements(TwinWorld.IdOf(user)));
                Assert.Equal(lower != upper, table[tag.Id].Uncertain.Contains(ordinal));
            }
        }
    });

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Evaluate_RandomStatistics_AnswersAsUserByUser(long seed) => ForEachWorld(seed, (world, rules, segments, random) =>
    {
        TagDefinition[] tags = [.. Statistics(rules, random).Select((pair, i) => SampleTags.Tag(Name("statistic", i), pair.Type, pair.Statistic))];
        TagTable table = Evaluate(world, segments, tags);
        foreach (int user in world.Known)
        {
            var twin = new TwinTags(world.User(user), world.Context, segments);
            foreach (TagDefinition tag in tags)
            {
                object? expected = twin.Statistic((EventComputation)tag.Computation);
                bool isRefused = table[tag.Id].Refused.Contains((UserId)TwinWorld.IdOf(user));
                Assert.Equal(((EventComputation)tag.Computation).Property == "huge" && expected is decimal sum && Math.Abs(sum) > RandomUserRules.Most + 0.0001m, isRefused);
                Require(isRefused ? null : expected, Read(table[tag.Id].Of(TwinWorld.IdOf(user)), expected), tag, world, user);
            }
        }
    });

    /// <summary>A flag read by name, as a segment or as a field, is what its rule says in its place.</summary>
    [Fact]
    public void Evaluate_TagsThatNameTags_AnswerAsTheirRulesInPlace() => ForEachWorld(9, (world, rules, segments, random) =>
    {
        SegmentRule one = rules.Rule(2, Segments);
        SegmentRule other = rules.Rule(2, Segments);
        TagTable table = Evaluate(
            world,
            segments,
            SampleTags.Flag("both", Rule.InSegment("one").And(Field.Flag("@tag.other").Is(true))),
            SampleTags.Flag("one", one),
            SampleTags.Flag("other", other),
            SampleTags.Flag("in place", one.And(other)));
        Audience both = table.AudienceOf("both");
        Audience inPlace = new SegmentModel(one.And(other), segments).Evaluate(world.ToDataset(), world.Context);
        Assert.Equal(inPlace.Members.Ids(), both.Members.Ids());
        Assert.Equal(inPlace.Uncertain.Ids(), both.Uncertain.Ids());
        Assert.Equal(table.AudienceOf("in place").Members, both.Members);
    });

    private static IEnumerable<(TagValueType Type, EventComputation Statistic)> Statistics(RandomUserRules rules, Xoshiro256 random)
    {
        EventComputation Of(TagAggregation aggregation, string? property)
        {
            // What a random rule about events asks for: a name, a test, a window.
            var asked = Enumerable.Range(0, 200).Select(_ => rules.Rule(0, [])).OfType<CountingRule>().First();
            return new() { Aggregation = aggregation, Events = random.NextInt32(4) == 0 ? new() { Where = asked.Where } : new() { Names = [asked.Event], Where = asked.Where }, Property = property, Window = asked.Window };
        }

        foreach (TagAggregation aggregation in (TagAggregation[])[TagAggregation.Count, TagAggregation.DistinctDays, TagAggregation.DaysSince])
        {
            yield return (TagValueType.Number, Of(aggregation, null));
        }

        yield return (TagValueType.Date, Of(TagAggregation.First, null));
        yield return (TagValueType.Date, Of(TagAggregation.Last, null));
        foreach (Field field in RandomWorlds.Properties.Where(field => field.Kind != FieldKind.Set))
        {
            TagValueType type = TagFields.TypeOf(field.Kind);
            yield return (type, Of(random.NextInt32(2) == 0 ? TagAggregation.First : TagAggregation.Last, field.Name));
            yield return (TagValueType.Number, Of(TagAggregation.Distinct, field.Name));
            if (type == TagValueType.Number)
            {
                yield return (type, Of(OfNumbers[random.NextInt32(OfNumbers.Length)], field.Name));
            }
        }
    }

    private static ScoreComputation RandomScore(RandomUserRules rules, Xoshiro256 random) => new()
    {
        Elements =
        [
            .. Enumerable.Range(0, random.NextInt32(6)).Select(i => new ScoreElement
            {
                Id = Name("e", i),
                Points = (random.NextInt32(41) - 20) / (random.NextInt32(2) == 0 ? 10m : 1m),
                Rule = rules.Rule(random.NextInt32(3), Segments),
            }),
        ],
        Bands = [.. Enumerable.Range(0, random.NextInt32(4)).Select(i => new ScoreBand { Name = Name("b", i), From = (i * 7.5m) - 10 })],
    };

    private static void ForEachWorld(long seed, Action<TwinWorld, RandomUserRules, ImmutableDictionary<string, SegmentRule>, Xoshiro256> check)
    {
        var worlds = new RandomWorlds(seed);
        var random = new Xoshiro256(seed + 2_000_000);
        for (int i = 0; i < Worlds; i++)
        {
            (TwinWorld world, RandomUserRules rules) = worlds.Next();
            check(world, rules, rules.Segments(), random);
        }
    }

    private static TagTable Evaluate(TwinWorld world, ImmutableDictionary<string, SegmentRule> segments, params TagDefinition[] tags)
        => new TagModel(SampleTags.Catalog(tags).With(segments)).Evaluate(world.ToDataset(), world.Context);

    private static object? Read(TagValue? value, object? like) => like switch
    {
        _ when value is null => null,
        double => value.Number,
        decimal => value.Value!.Number,
        bool => value.Value!.Flag,
        DateOnly => DateOnly.Parse(value.Value!.Text!, CultureInfo.InvariantCulture),
        _ => value.Value!.Text,
    };

    private static void Require<T>(T expected, T actual, TagDefinition tag, TwinWorld world, int user)
        => Assert.True(Equals(expected, actual), $"twin {expected}, model {actual} of {UserOpsJson.Serialize(tag.Computation)}\n{world.Describe(user)}");

    private static string Name(string name, int i) => name + i.ToString(CultureInfo.InvariantCulture);
}
