using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

public class SegmentModelTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.CreateCustomTimeZone("+08:00", TimeSpan.FromHours(8), "+08:00", "+08:00");
    private static readonly EvaluationContext Context = new() { AsOf = new DateTimeOffset(2024, 3, 31, 12, 0, 0, TimeSpan.FromHours(8)), Zone = Shanghai };

    // One letter per user: T in, F out, ? uncertain. Users hold Beijing, Shanghai, nothing.
    [Theory]
    [InlineData("""{"op":"eq","field":"city","value":"Beijing"}""", "TF?")]
    [InlineData("""{"op":"ne","field":"city","value":"Beijing"}""", "FT?")] // not equal does not select who has no value
    [InlineData("""{"op":"assume","value":true,"arg":{"op":"ne","field":"city","value":"Beijing"}}""", "FTT")] // unless asked to
    [InlineData("""{"op":"assume","value":false,"arg":{"op":"ne","field":"city","value":"Beijing"}}""", "FTF")]
    [InlineData("""{"op":"eq","field":"city","value":"beijing"}""", "FF?")] // ordinal
    [InlineData("""{"op":"gt","field":"city","value":"Beijing"}""", "FT?")]
    [InlineData("""{"op":"le","field":"city","value":"Beijing"}""", "TF?")]
    [InlineData("""{"op":"in","field":"city","values":["Beijing","Tianjin"]}""", "TF?")]
    [InlineData("""{"op":"in","field":"city","values":[]}""", "FF?")] // missing is unknown, whatever the list
    [InlineData("""{"op":"notIn","field":"city","values":[]}""", "TT?")]
    [InlineData("""{"op":"notIn","field":"city","values":["Beijing"]}""", "FT?")]
    [InlineData("""{"op":"between","field":"city","low":"B","high":"C"}""", "TF?")]
    [InlineData("""{"op":"isNull","field":"city"}""", "FFT")]
    [InlineData("""{"op":"isNotNull","field":"city"}""", "TTF")]
    [InlineData("""{"op":"not","arg":{"op":"eq","field":"city","value":"Beijing"}}""", "FT?")]
    [InlineData("""{"op":"and","args":[]}""", "TTT")]
    [InlineData("""{"op":"or","args":[]}""", "FFF")]
    public void Evaluate_Texts_FollowTheContract(string rule, string expected)
        => Assert.Equal(expected, Answers(rule, RowTable.Of(Field.Category("city"), "Beijing", "Shanghai", null)));

    // a and b in the order TT TF TN FT FF FN NT NF NN
    [Theory]
    [InlineData("""{"op":"and","args":[A,B]}""", "TF?FFF?F?")]
    [InlineData("""{"op":"or","args":[A,B]}""", "TTTTF?T??")]
    [InlineData("""{"op":"not","arg":{"op":"and","args":[A,B]}}""", "FT?TTT?T?")]
    [InlineData("""{"op":"not","arg":{"op":"or","args":[A,B]}}""", "FFFFT?F??")]
    [InlineData("""{"op":"eq","field":"a","otherField":"b"}""", "TF?FT????")]
    [InlineData("""{"op":"ne","field":"a","otherField":"b"}""", "FT?TF????")]
    [InlineData("""{"op":"in","field":"a","values":[true,false]}""", "TTTTTT???")]
    [InlineData("""{"op":"eq","field":"a","value":false}""", "FFFTTT???")]
    public void Evaluate_Flags_FollowKleene(string rule, string expected)
    {
        bool?[] values = [true, false, null];
        ImmutableArray<object?[]> rows = [.. from a in values from b in values select new object?[] { a, b }];
        rule = rule.Replace("A", """{"op":"eq","field":"a","value":true}""", StringComparison.Ordinal)
            .Replace("B", """{"op":"eq","field":"b","value":true}""", StringComparison.Ordinal);
        Assert.Equal(expected, Answers(rule, new([Field.Flag("a"), Field.Flag("b")], rows)));
    }

    // Users hold 499999.99, 500000, 999999.99, 1000000, nothing; scale 2.
    [Theory]
    [InlineData("""{"op":"between","field":"assets","low":500000,"high":1000000,"lowInclusive":true,"highInclusive":false}""", "FTTF?")]
    [InlineData("""{"op":"between","field":"assets","low":500000,"high":1000000}""", "FTTT?")]
    [InlineData("""{"op":"between","field":"assets","low":500000,"high":1000000,"lowInclusive":false}""", "FFTT?")]
    [InlineData("""{"op":"lt","field":"assets","value":500000}""", "TFFF?")]
    [InlineData("""{"op":"lt","field":"assets","value":499999.991}""", "TFFF?")] // between two cents
    [InlineData("""{"op":"le","field":"assets","value":499999.989}""", "FFFF?")]
    [InlineData("""{"op":"eq","field":"assets","value":499999.990}""", "TFFF?")]
    [InlineData("""{"op":"eq","field":"assets","value":499999.991}""", "FFFF?")]
    [InlineData("""{"op":"ne","field":"assets","value":499999.991}""", "TTTT?")]
    [InlineData("""{"op":"in","field":"assets","values":[500000,1000000.00,7]}""", "FTFT?")]
    [InlineData("""{"op":"lt","field":"assets","value":1e28}""", "TTTT?")] // beyond what the column can hold
    [InlineData("""{"op":"ge","field":"assets","value":-1e28}""", "TTTT?")]
    [InlineData("""{"op":"gt","field":"assets","value":1e28}""", "FFFF?")]
    [InlineData("""{"op":"eq","field":"assets","value":1e28}""", "FFFF?")]
    public void Evaluate_Amounts_AreExact(string rule, string expected)
        => Assert.Equal(expected, Answers(rule, RowTable.Of(Field.Amount("assets", "CNY", 2), 499999.99m, 500000m, 999999.99m, 1000000m, null)));

    [Theory] // 0, 1, nothing
    [InlineData("""{"op":"gt","field":"n","value":0.5}""", "FT?")]
    [InlineData("""{"op":"lt","field":"n","value":0.5}""", "TF?")]
    [InlineData("""{"op":"eq","field":"n","value":0.5}""", "FF?")]
    [InlineData("""{"op":"ge","field":"n","value":-0.5}""", "TT?")]
    public void Evaluate_WholeNumbers_CompareWithFractions(string rule, string expected)
        => Assert.Equal(expected, Answers(rule, RowTable.Of(Field.Quantity("n", 0), 0m, 1m, null)));

    [Theory] // 0.1, 0.1 + 0.2, nothing
    [InlineData("""{"op":"eq","field":"x","value":0.1}""", "TF?")]
    [InlineData("""{"op":"le","field":"x","value":0.1}""", "TF?")]
    [InlineData("""{"op":"gt","field":"x","value":0.3}""", "FT?")] // as doubles 0.1 + 0.2 is more; exact sums need a quantity
    public void Evaluate_MeasuredNumbers_CompareAsTheyWereRead(string rule, string expected)
        => Assert.Equal(expected, Answers(rule, RowTable.Of(Field.Number("x"), 0.1, 0.1 + 0.2, null)));

    [Theory] // travel; travel and loan; the empty set; nothing; auto and food
    [InlineData("""{"op":"containsAny","field":"s","values":["travel","auto"]}""", "TTF?T")]
    [InlineData("""{"op":"containsNone","field":"s","values":["loan"]}""", "TFT?T")]
    [InlineData("""{"op":"containsAll","field":"s","values":["loan","travel"]}""", "FTF?F")]
    [InlineData("""{"op":"containsAll","field":"s","values":["travel","travel"]}""", "TTF?F")] // repeated is said once
    [InlineData("""{"op":"containsAll","field":"s","values":["travel","unheard of"]}""", "FFF?F")]
    [InlineData("""{"op":"containsAny","field":"s","values":[]}""", "FFF?F")]
    [InlineData("""{"op":"containsAll","field":"s","values":[]}""", "TTT?T")]
    [InlineData("""{"op":"containsNone","field":"s","values":[]}""", "TTT?T")]
    [InlineData("""{"op":"isNull","field":"s"}""", "FFFTF")]
    public void Evaluate_Sets_FollowTheContract(string rule, string expected)
        => Assert.Equal(expected, Answers(rule, RowTable.Of(
            Field.Set("s"), new[] { "travel" }, new[] { "travel", "loan" }, Array.Empty<string>(), null, new[] { "auto", "food" })));

    [Theory] // 12:00+08:00, 12:00:01+08:00, nothing
    [InlineData("""{"op":"eq","field":"at","value":"2024-03-31T04:00:00Z"}""", "TF?")]
    [InlineData("""{"op":"gt","field":"at","value":"2024-03-31T12:00:00+08:00"}""", "FT?")]
    [InlineData("""{"op":"lt","field":"at","value":"2024-03-31T04:00:00.0000001Z"}""", "TF?")]
    [InlineData("""{"op":"between","field":"at","low":"2024-03-31T00:00:00-04:00","high":"2024-03-31T04:00:01Z","lowInclusive":false}""", "FT?")]
    public void Evaluate_Instants_CompareAsInstants(string rule, string expected)
        => Assert.Equal(expected, Answers(rule, RowTable.Of(Field.Instant("at"), Context.AsOf, Context.AsOf.AddSeconds(1), null)));

    [Theory] // 29 February, 1 March, nothing
    [InlineData("""{"op":"lt","field":"d","value":"2024-03-01"}""", "TF?")]
    [InlineData("""{"op":"between","field":"d","low":"2024-02-29","high":"2024-03-01","highInclusive":false}""", "TF?")]
    [InlineData("""{"op":"in","field":"d","values":["2024-03-01","2025-03-01"]}""", "FT?")]
    [InlineData("""{"op":"ge","field":"d","value":"0001-01-01"}""", "TT?")]
    [InlineData("""{"op":"gt","field":"d","value":"9999-12-31"}""", "FF?")]
    public void Evaluate_Dates_CompareAsDates(string rule, string expected)
        => Assert.Equal(expected, Answers(rule, RowTable.Of(Field.Date("d"), new DateOnly(2024, 2, 29), new DateOnly(2024, 3, 1), null)));

    [Fact]
    public void Evaluate_TwoAmountsOfDifferentScale_CompareExactly()
    {
        var spend = Field.Amount("spend", "CNY", 2);
        var income = Field.Amount("income", "CNY", 4);
        var table = new RowTable([spend, income], [[12000m, 10000m], [10000m, 10000m], [10000.00m, 9999.9999m], [12000m, null], [null, 1m]]);
        Assert.Equal("TFT??", Answers(spend.Above(income), table));
        Assert.Equal("FTF??", Answers(spend.Is(income), table));
        Assert.Equal("FFT??".Replace('T', 'F'), Answers(spend.Below(income), table));
    }

    [Fact]
    public void Evaluate_UserKnownOnlyFromEvents_HasEveryAttributeMissing()
    {
        var city = Field.Category("city");
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(["a"], users => users.User(id => id).With(city, _ => "Beijing"))
            .AddEvents(["b"], events => events.User(id => id).At(_ => Context.AsOf).Named("login"))
            .Build();
        Audience audience = new SegmentModel(city.Is("Beijing")).Evaluate(data, Context);
        Assert.Equal(["a"], audience.Members.Ids());
        Assert.Equal(["b"], audience.Uncertain.Ids());
        Assert.Equal(2, audience.Universe.Count);
        Assert.Equal(1, audience.LowerSize);
        Assert.Equal(2, audience.UpperSize);
        Assert.Same(Context, audience.Context);
    }

    [Fact]
    public void Evaluate_NoUsers_GivesAnEmptyAudienceAndEndsTheProgress()
    {
        var data = new UserOpsDatasetBuilder().Build();
        var heard = new Heard();
        Audience audience = new SegmentModel(new AllOf { Args = [] }).Evaluate(data, Context, new RunOptions { Progress = heard });
        Assert.Equal(0, audience.UpperSize);
        Assert.Equal([1.0], heard.Values);
    }

    [Fact]
    public void Evaluate_ManyUsersOnTwoThreads_RisesToOne()
    {
        UserOpsDataset data = RowTable.Of(Field.Flag("f"), [.. Enumerable.Repeat<object?>(true, 40_000)]).ToUsers();
        var heard = new Heard();
        Audience audience = new SegmentModel(Field.Flag("f").Is(true)).Evaluate(data, Context, new RunOptions { Progress = heard, MaxDegreeOfParallelism = 2 });
        Assert.Equal(40_000, audience.Members.Count);
        Assert.Equal(heard.Values.Order(), heard.Values);
        Assert.Equal(1.0, heard.Values[^1]);
    }

    [Fact]
    public void New_FaultyRule_ListsEveryFault()
    {
        var rule = new AllOf { Args = [null!, new EqualTo { Field = "a" }, new Between { Field = "b", Low = 2, High = 1 }] };
        InvalidDefinitionException thrown = Assert.Throws<InvalidDefinitionException>(() => new SegmentModel(rule));
        Assert.Equal(["missingMember /args/0", "missingMember /args/1", "emptyRange /args/2"], thrown.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }

    [Fact]
    public void Evaluate_FieldsThatDoNotFit_ListsEveryFault()
    {
        var model = new SegmentModel(Field.Category("aeg").Is("x").And(Field.Amount("assets", "USD").AtLeast(1)).And(Field.LocalTime.Above("12:00:00")));
        UserOpsDataset data = RowTable.Of(Field.Amount("assets", "CNY"), 1m).ToUsers();
        InvalidDefinitionException thrown = Assert.Throws<InvalidDefinitionException>(() => model.Evaluate(data, Context));
        Assert.Equal(["unknownField /args/0/field", "unitMismatch /args/1/currency", "unknownField /args/2/field"], thrown.Issues.Select(issue => $"{issue.Code} {issue.Path}"));
    }

    private static string Answers(string rule, RowTable table) => Answers(UserOpsJson.Deserialize<SegmentRule>(rule), table);

    private static string Answers(SegmentRule rule, RowTable table)
    {
        Audience audience = new SegmentModel(rule).Evaluate(table.ToUsers(), Context);
        Assert.False(audience.Members.Overlaps(audience.Uncertain));
        return string.Concat(audience.Universe.Select(user => audience.Members.Contains(user) ? 'T' : audience.Uncertain.Contains(user) ? '?' : 'F'));
    }

    private sealed class Heard : IProgress<double>
    {
        internal List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
