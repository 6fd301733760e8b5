using UserOps.Models.Profitability;

namespace UserOps.Models.Tests.Profitability;

public class ScorecardModelTests
{
    private static readonly AmountField Income = Field.Amount("income", "CNY", 2);
    private static readonly NumberField Use = Field.Number("utilization");
    private static readonly CategoryField Job = Field.Category("job");
    private static readonly ScoreScale Scale = new(20, 600, 50);

    private static readonly Scorecard Card = new()
    {
        Id = "card",
        Version = 1,
        Scale = Scale,
        Characteristics =
        [
            new()
            {
                Field = "income",
                Bins = [new() { To = 5_000, Points = 100 }, new() { From = 5_000, To = 20_000, Points = 150.5m }, new() { From = 20_000, Points = 200 }],
                MissingPoints = 90,
            },
            new() { Field = "utilization", Bins = [new() { To = 0.3m, Points = 250 }, new() { From = 0.3m, Points = 180 }] },
            new() { Field = "job", Bins = [new() { Values = ["clerk", "teacher"], Points = 220 }, new() { Values = ["other"], Points = -10 }], OtherPoints = 0 },
        ],
        Bands = [new() { Name = "decline", From = 0 }, new() { Name = "review", From = 520 }, new() { Name = "accept", From = 620 }],
    };

    private static readonly ScorecardModel Model = new(Card);

    [Theory] // income, utilization, job: the score and its band; an edge belongs to the bin above
    [InlineData("4999.99", 0.1, "clerk", "570", "review")]
    [InlineData("5000", 0.1, "clerk", "620.5", "accept")]
    [InlineData("20000", 0.3, "teacher", "600", "review")]
    [InlineData("20000", 0.29999, "other", "440", "decline")]
    [InlineData("-1", 0.9, "poet", "280", "decline")]
    [InlineData(null, 0.1, "clerk", "560", "review")]
    [InlineData("20000", null, "clerk", null, null)]
    [InlineData("20000", 0.1, null, null, null)]
    public void Evaluate_OneUser_AddsThePointsUp(string? income, double? utilization, string? job, string? score, string? band)
    {
        decimal? amount = income is null ? null : Number(income);
        UserOpsDataset data = DataOf([("ann", amount, utilization, job)]);
        ScorecardResult result = Model.Evaluate(data);
        decimal? expected = score is null ? null : Number(score);
        Assert.Equal(expected, result.ScoreOf("ann"));
        Assert.Equal(expected is null, result.Unscored.Contains("ann"));
        ScorecardExplanation explanation = result.Explain("ann")!;
        Assert.Equal((expected, band), (explanation.Score, explanation.Band));
        Assert.Equal(expected is null ? null : Scale.OddsOf((double)expected), explanation.Odds);
        Assert.Equal(explanation, Model.Explain(new Dictionary<string, RuleValue?> { ["income"] = amount is { } known ? RuleValue.FromDecimal(known) : null, ["utilization"] = utilization is { } use ? RuleValue.FromDouble(use) : null, ["job"] = job }));
        Assert.Equal(explanation, UserOpsJson.Deserialize<ScorecardExplanation>(UserOpsJson.Serialize(explanation)));
    }

    [Fact]
    public void Evaluate_ManyUsers_CountsBandsOnAnyThreads()
    {
        var random = new Xoshiro256(7);
        (string, decimal?, double?, string?)[] people = [.. Enumerable.Range(0, 5_000).Select(i => (
            $"u{i}", random.NextInt32(10) == 0 ? null : (decimal?)random.NextInt32(30_000), random.NextInt32(20) == 0 ? null : (double?)random.NextDouble(), random.NextInt32(9) == 0 ? null : random.NextInt32(2) == 0 ? "clerk" : "other"))];
        UserOpsDataset data = DataOf(people);
        ScorecardResult result = Model.Evaluate(data, new() { MaxDegreeOfParallelism = 1 });
        Assert.Equal(result.Summary, Model.Evaluate(data, new() { MaxDegreeOfParallelism = 4 }).Summary);
        Assert.Equal(people.Length, result.Summary.Scored + result.Summary.Unscored);
        Assert.Equal(result.Summary.InBand.AsEnumerable(), Card.Bands.Select(band => (long)result.InBand(band.Name).Count));
        Assert.Equal(0, result.Summary.BelowBands);
        Assert.Equal(result.InBand("review"), result.Between(520, 620));
        ScorecardSummary twice = ScorecardSummary.Merge(result.Summary, result.Summary);
        Assert.Equal((2 * result.Summary.Scored, 2 * result.Summary.InBand[2]), (twice.Scored, twice.InBand[2]));
        Assert.Equal(twice, UserOpsJson.Deserialize<ScorecardSummary>(UserOpsJson.Serialize(twice)));
        Assert.Equal("The scorecard has no band 'gold'. (Parameter 'name')", Assert.Throws<ArgumentException>(() => result.InBand("gold")).Message);
    }

    [Fact]
    public void FromWeights_Points_AddUpToTheScoreOfTheOdds()
    {
        WeightedCharacteristic[] weights =
        [
            new() { Field = "income", Coefficient = 0.8, Bins = [new() { To = 5_000, Weight = -0.7 }, new() { From = 5_000, Weight = 0.4 }], MissingWeight = -0.2 },
            new() { Field = "job", Coefficient = 1.1, Bins = [new() { Values = ["clerk"], Weight = 0.3 }, new() { Values = ["other"], Weight = -0.5 }] },
        ];
        Scorecard card = Scorecard.FromWeights("made", Scale, 2.5, weights, digits: 6);
        ScorecardExplanation explanation = new ScorecardModel(card).Explain(new Dictionary<string, RuleValue?> { ["income"] = 6_000m, ["job"] = "other" });
        Assert.Equal(Scale.ScoreOf(Math.Exp(2.5 + 0.8 * 0.4 - 1.1 * 0.5)), (double)explanation.Score!.Value, 1e-5);
        Assert.Equal(explanation.Points[1].BelowBest, card.Characteristics[1].Bins[0].Points - card.Characteristics[1].Bins[1].Points);
        Assert.All(Scorecard.FromWeights("whole", Scale, 2.5, weights).Characteristics.SelectMany(one => one.Bins), bin => Assert.Equal(decimal.Truncate(bin.Points), bin.Points));
        Assert.Equal(card, UserOpsJson.Deserialize<Scorecard>(UserOpsJson.Serialize(card)));
        Assert.Equal(Card, UserOpsJson.Deserialize<Scorecard>(UserOpsJson.Serialize(Card)));
    }

    [Theory]
    [InlineData(0, 600, 50, "pointsToDouble")]
    [InlineData(20, double.NaN, 50, "baseScore")]
    [InlineData(20, 600, -1, "baseOdds")]
    [InlineData(double.PositiveInfinity, 600, 50, "pointsToDouble")]
    [InlineData(1e306, 600, 50, "pointsToDouble")] // the score of odds of 1e300 would be infinite
    public void ScoreScale_NumbersThatCannotBe_AreRefused(double pointsToDouble, double baseScore, double baseOdds, string name)
        => Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreScale(pointsToDouble, baseScore, baseOdds)).ParamName);

    [Fact]
    public void ScoreScale_Odds_GoThereAndBack()
    {
        Assert.Equal(600, Scale.ScoreOf(50), 1e-9);
        Assert.Equal(640, Scale.ScoreOf(200), 1e-9);
        Assert.Equal(37.5, Scale.OddsOf(Scale.ScoreOf(37.5)).Value!.Value, 1e-9);
        Assert.Equal("odds", Assert.Throws<ArgumentOutOfRangeException>(() => Scale.ScoreOf(0)).ParamName);
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(-1e6)]
    [InlineData(double.NaN)]
    public void OddsOf_BeyondADouble_HaveNoNumber(double score) => Assert.Equal(UndefinedReason.NoSolution, Scale.OddsOf(score).Undefined);

    [Fact]
    public void Explain_ScoreBeyondAllOdds_IsStillWrittenAsJson()
    {
        Scorecard steep = Card with { Scale = new(0.001, 600, 50) };
        ScorecardExplanation explanation = new ScorecardModel(steep).Explain(new Dictionary<string, RuleValue?> { ["income"] = 6_000m, ["utilization"] = 0.1m, ["job"] = "clerk" });
        Assert.Equal((620.5m, UndefinedReason.NoSolution), (explanation.Score, explanation.Odds!.Value.Undefined));
        Assert.Equal(explanation, UserOpsJson.Deserialize<ScorecardExplanation>(UserOpsJson.Serialize(explanation)));
    }

    [Fact]
    public void Constructor_NothingWhereABinOrATextShouldBe_IsNamed()
    {
        string[] faults =
        [
            "missingMember /characteristics/0/bins/1 There is nothing here.",
            "missingMember /characteristics/0/bins/2 There is nothing here.",
            "missingMember /characteristics/1/bins/0/values/1 There is nothing here.",
            "missingMember /characteristics/2 There is nothing here.",
        ];
        Assert.Equal(faults, CustomerProfitModelTests.Issues(() => _ = new ScorecardModel(Card with
        {
            Characteristics = [new() { Field = "a", Bins = [new() { Points = 1 }, null!, null!] }, new() { Field = "b", Bins = [new() { Values = ["x", null!], Points = 0 }] }, null!],
        })));
        Assert.Equal(faults, CustomerProfitModelTests.Issues(() => Scorecard.FromWeights("card", Scale, 0,
        [
            new() { Field = "a", Coefficient = 1, Bins = [new() { Weight = 1 }, null!, null!] },
            new() { Field = "b", Coefficient = 1, Bins = [new() { Values = ["x", null!], Weight = 0 }] },
            null!,
        ])));
    }

    [Fact]
    public void FromWeights_InfiniteWeight_NamesTheArgument() => Assert.Equal(
        "characteristics",
        Assert.Throws<ArgumentOutOfRangeException>(() => Scorecard.FromWeights("card", Scale, 0, [new() { Field = "a", Coefficient = 1, Bins = [new() { Weight = double.NaN }] }])).ParamName);

    [Fact]
    public void Constructor_CardThatCannotBe_ListsEveryFault() => Assert.Equal(
        [
            "outOfRange /version A version is 1 or more, not 0.",
            "notEveryNumber /characteristics/0/bins/0/from Numbers below 1 have no bin; the first one has no lower end.",
            "notEveryNumber /characteristics/0/bins/1/from A bin begins where the one before ends, at 2, not at 3.",
            "notRising /characteristics/0/bins/1/to A bin ends after it begins; 3 is not above 3.",
            "notEveryNumber /characteristics/0/bins/1/to Numbers from 3 on have no bin; the last one has no upper end.",
            "duplicateId /characteristics/1/field Another characteristic asks for 'income' too.",
            "mixedBins /characteristics/1/bins/1 The bins of one characteristic list texts, or all of them are stretches of numbers.",
            "missingMember /characteristics/2/bins There is no bin.",
            "duplicateId /bands/1/name There is another band 'a'.",
            "notRising /bands/1/from A band begins above the one before; 5 is not above 5.",
        ],
        CustomerProfitModelTests.Issues(() => _ = new ScorecardModel(new()
        {
            Id = "bad",
            Version = 0,
            Scale = Scale,
            Characteristics =
            [
                new() { Field = "income", Bins = [new() { From = 1, To = 2, Points = 0 }, new() { From = 3, To = 3, Points = 0 }] },
                new() { Field = "income", Bins = [new() { Values = ["x"], Points = 0 }, new() { To = 3, Points = 0 }] },
                new() { Field = "job", Bins = [] },
            ],
            Bands = [new() { Name = "a", From = 5 }, new() { Name = "a", From = 5 }],
        })));

    [Fact]
    public void Evaluate_ColumnThatDoesNotFit_IsRefusedAtItsPlace()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["ann"], map => map.User(id => id).With(Field.Category("income"), id => id)).Build();
        Assert.Equal(
            ["typeMismatch /characteristics/0/field Column 'income' is a Category; its bins are of numbers."],
            CustomerProfitModelTests.Issues(() => Model.Evaluate(data)));
        Assert.Equal(
            "'job' is 5, and a text is needed. (Parameter 'row')",
            Assert.Throws<ArgumentException>(() => Model.Explain(new Dictionary<string, RuleValue?> { ["job"] = 5m })).Message);
    }

    private static UserOpsDataset DataOf((string Id, decimal? Income, double? Use, string? Job)[] people) => new UserOpsDatasetBuilder()
        .AddUsers(people, map => map.User(row => row.Id).With(Income, row => row.Income).With(Use, row => row.Use).With(Job, row => row.Job))
        .Build();

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
