using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

public class ChurnWarningModelTests
{
    [Theory] // logins at noon of the days, as of the end of day 60; payments of the base are on day 10 (days 5 to 32), recent ones on day 40 (33 to 60)
    [InlineData("50,52,54,56", 100, 70, "Warned", null)]         // gap 4 = 2 x 2, amounts exactly 30 % down
    [InlineData("50,52,54,57", 100, 70, "NotWarned", null)]      // gap 3 = 1.5 x 2
    [InlineData("50,52,54,56", 100, 70.0001, "NotWarned", null)] // a ten-thousandth too much
    [InlineData("10,12,14,16", 100, 0, "Warned", null)]
    [InlineData("54,55,56", 100, 0, "Unknown", "TooFewGaps")]    // three visits are two gaps
    [InlineData("50,50,50,50", 100, 0, "Unknown", "TooFewGaps")] // one evening is one visit
    [InlineData("", 100, 0, "Unknown", "NoActivity")]
    [InlineData("50,52,54,56", 0, 70, "Unknown", "NoBaseAmount")]
    [InlineData("50,52,54,56", -5, 70, "Unknown", "NegativeBaseAmount")]
    [InlineData("50,52,54,60", 0, 70, "NotWarned", null)]        // the gap alone says no
    public void Evaluate_BothSigns_WarnsAtTheLimits(string days, double before, double recent, string state, string? because)
    {
        ChurnRisk risk = Explain(ChurnLogs.Definition, [.. ChurnLogs.User("ann", Days(days), (10, (decimal)before), (40, (decimal)recent))]);
        Assert.Equal((state, because), (risk.State.ToString(), risk.UnknownBecause?.ToString()));
        Assert.Equal(state == "Unknown", risk.Score.Value is null);
    }

    [Theory] // gap: P passes, F fails, ? unknown; trend the same
    [InlineData(ChurnCombination.Both, "PP Warned|PF NotWarned|P? Unknown|FP NotWarned|FF NotWarned|F? NotWarned|?P Unknown|?F Unknown|?? Unknown")]
    [InlineData(ChurnCombination.Either, "PP Warned|PF Warned|P? Warned|FP Warned|FF NotWarned|F? Unknown|?P Warned|?F Unknown|?? Unknown")]
    [InlineData(ChurnCombination.GapOnly, "PP Warned|PF Warned|P? Warned|FP NotWarned|FF NotWarned|F? NotWarned|?P Unknown|?F Unknown|?? Unknown")]
    public void Evaluate_EveryPairOfSigns_FollowsTheCombination(ChurnCombination combination, string table)
    {
        foreach (string[] line in table.Split('|').Select(line => line.Split(' ')))
        {
            int[] logins = line[0][0] switch { 'P' => [10, 12, 14, 16], 'F' => [54, 56, 58, 60], _ => [59, 60] };
            (int, decimal?)[] payments = line[0][1] switch { 'P' => [(10, 100)], 'F' => [(10, 100), (40, 100)], _ => [(40, 100)] };
            ChurnRisk risk = Explain(ChurnLogs.Definition with { WarnWhen = combination }, [.. ChurnLogs.User("ann", logins, payments)]);
            Assert.True(line[1] == risk.State.ToString(), $"{combination} {line[0]}: {risk}");
        }
    }

    [Fact]
    public void Explain_AWarnedUser_GivesEveryNumberAndHowFarItIs()
    {
        ChurnRisk risk = Explain(
            ChurnLogs.Definition with { Amounts = ChurnLogs.Definition.Amounts! with { RecentDays = 14, BaseDays = 28 } },
            [.. ChurnLogs.User("ann", [40, 42, 45, 47, 49], (20, 300m), (30, 100m), (50, 60m), (51, null))]);
        Assert.Equal((ChurnState.Warned, (ChurnUnknownReason?)null), (risk.State, risk.UnknownBecause));
        Assert.Equal((4, TimeSpan.FromDays(2), TimeSpan.FromDays(11)), (risk.Gap.Gaps, risk.Gap.UsualGap!.Value, risk.Gap.CurrentGap!.Value));
        Assert.Equal((5.5, TimeSpan.FromDays(7)), (risk.GapRatio.Value!.Value, risk.Gap.BeyondLimit!.Value));
        Assert.Equal((ChurnLogs.Noon(49), ChurnLogs.EndOf(52).AsOf.AddTicks(1)), (risk.Gap.LastActivity!.Value, risk.Gap.PassesFrom!.Value)); // the start of day 53
        Assert.Equal((60m, 400m, 1L), (risk.Amounts!.Recent, risk.Amounts.Base, risk.Amounts.EventsWithoutAmount));
        Assert.Equal((-0.7m, 0.4m), (risk.AmountTrend!.Value.Value!.Value, risk.Amounts.BeyondLimit!.Value)); // 400 in four weeks are 200 in two
        Assert.Equal(0.7 / 0.3 / (1 + 0.7 / 0.3), risk.Score.Value!.Value, 12); // the weaker sign; the gap would score 2.75 / 3.75
        Assert.Equal(
            "ann: Warned, score 0.7\n  gap 11.00:00:00 = 5.5 x 2.00:00:00, limit 2, passes from 2026-04-22T00:00:00+08:00\n  amounts 60 after 400, trend -0.7, limit -0.3",
            risk.ToString().Replace("0.7000000000000001", "0.7", StringComparison.Ordinal));
    }

    [Theory] // the last day of the rhythm is the last login, not 'as of': who falls silent keeps the rhythm they had
    [InlineData(null, 8, 1)]
    [InlineData(10, 4, 2)] // days 6, 8, 10, 12 and 16: reaching 10 days back from day 16 includes day 6
    [InlineData(9, 3, 2)]
    public void Explain_RhythmDays_ReachBackFromTheLastActivity(int? reach, int gaps, int usualDays)
    {
        ChurnRisk risk = Explain(ChurnLogs.Definition with { RhythmDays = reach }, [.. ChurnLogs.User("ann", [2, 3, 4, 5, 6, 8, 10, 12, 16])]);
        Assert.Equal((gaps, TimeSpan.FromDays(usualDays) * (reach is null ? 1.5 : 1)), (risk.Gap.Gaps, risk.Gap.UsualGap!.Value));
    }

    [Fact]
    public void Explain_GapsBetweenInstants_SeeTheBurstThatDaysDoNot()
    {
        ChurnRow[] burst = [.. Enumerable.Range(0, 9).Select(minute => new ChurnRow("ann", "login", ChurnLogs.Noon(60).AddMinutes(minute)))];
        ChurnRow[] log = [.. ChurnLogs.User("ann", [54, 56, 58]), .. burst];
        Assert.Equal(TimeSpan.FromMinutes(1), Explain(GapOnly with { GapUnit = ChurnGapUnit.Instants }, log).Gap.UsualGap);
        Assert.Equal(TimeSpan.FromDays(2), Explain(GapOnly, log).Gap.UsualGap);
    }

    [Fact]
    public void Evaluate_DaylightSaving_CountsDaysNotHours()
    {
        TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        ChurnRow At(int day, int hour) => new("ann", "login", new DateTimeOffset(2026, 3, day, hour, 30, 0, TimeSpan.Zero));
        UserOpsDataset data = ChurnLogs.DataOf([At(24, 22), At(26, 22), At(28, 22), At(30, 21)]); // 23:30 local before the change on the 29th, and after it
        ChurnRisk risk = new ChurnWarningModel(GapOnly).Evaluate(data, EvaluationContext.AtEndOf(new(2026, 4, 3), berlin)).Users.Explain("ann");
        Assert.Equal((TimeSpan.FromDays(2), TimeSpan.FromDays(4), 2.0), (risk.Gap.UsualGap!.Value, risk.Gap.CurrentGap!.Value, risk.GapRatio.Value!.Value));
        Assert.Equal(new DateTimeOffset(2026, 4, 3, 0, 0, 0, TimeSpan.FromHours(2)), risk.Gap.PassesFrom!.Value);
    }

    [Fact]
    public void Score_LongerGapOrSmallerAmounts_NeverFalls()
    {
        foreach (ChurnCombination combination in Enum.GetValues<ChurnCombination>())
        {
            ChurnGauge[] later = [.. Enumerable.Range(58, 60).Select(day => new ChurnWarningModel(ChurnLogs.Definition with { WarnWhen = combination }).GaugeIn(ChurnLogs.EndOf(day)))];
            long[] logins = [.. new[] { 50, 52, 55, 57 }.Select(day => ChurnLogs.Noon(day).UtcTicks)];
            double before = 0;
            foreach (ChurnGauge gauge in later)
            {
                long[] instants = [gauge.Context.AsOf.AddDays(-40).UtcTicks, gauge.Context.AsOf.AddDays(-3).UtcTicks];
                double[] scores = [.. new long[] { 200, 100, 90, 71, 70, 30, 0, -10 }.Select(recent => gauge.Assess(logins, instants, [100, recent]).Score.Value!.Value)];
                Assert.Equal(scores.Order(), scores);
                Assert.All(scores, score => Assert.InRange(score, 0, 1));
                Assert.True(scores[4] >= before, $"{gauge.Context.AsOf}");
                before = scores[4];
            }
        }
    }

    [Fact]
    public void Evaluate_NoUsers_CountsNobody()
    {
        ChurnWarningResult result = new ChurnWarningModel(ChurnLogs.Definition).Evaluate(ChurnLogs.DataOf([]), ChurnLogs.EndOf(60));
        Assert.Equal((0L, 0L, 0L), (result.Summary.Users, result.Summary.Warned, result.Summary.Unknown));
        Assert.Null(result.Summary.WarnedShare.Value);
        Assert.Empty(result.Users.MostAtRisk(10));
        Assert.Equal("login, pay", string.Join(", ", result.Summary.UnknownEvents));
    }

    [Fact]
    public void Trend_TotalsBeyondADecimal_StayInIt()
    {
        Int128 huge = (Int128)1 << 110;
        Assert.Equal(-0.5m, ChurnKernels.Trend(huge, 30, huge * 2, 30).Value);
        Assert.Equal(1e28m, ChurnKernels.Trend(huge, 3653, 1, 3653).Value);
        Assert.Equal(-1m, ChurnKernels.Trend(0, 30, huge, 30).Value);
    }

    public static TheoryData<string, string> Refused => new()
    {
        { "activity", "/activity: There is no event filter here; EventFilter.Any takes every event. [missingMember]" },
        { "unit", "/gapUnit: 7 is no ChurnGapUnit. [unknownValue]" },
        { "rhythm", "/rhythmDays: The rhythm is looked for over 0 days; 1 to 3653 are possible. [daysOutOfRange]" },
        { "gaps", "/minimumGaps: The rhythm needs 0 gaps; it is at least 1. [countNotPositive]" },
        { "quantile", "/quantile: 0 is no QuantileDefinition. [unknownValue]" },
        { "ratio", "/gapRatioLimit: The limit of the gap ratio is 0; it is above 0 and at most 1000000. [limitOutOfRange]" },
        { "amount", "/amounts/amount: There is no column of amounts here. [missingMember]" },
        { "recent", "/amounts/recentDays: The recent period has 0 days; 1 to 3653 are possible. [daysOutOfRange]" },
        { "base", "/amounts/baseDays: The base period has 3654 days; 1 to 3653 are possible. [daysOutOfRange]" },
        { "trend", "/amounts/trendLimit: The limit of the trend is 0; it is at least -1, nothing left, and below 0. [limitOutOfRange]" },
        { "without", "/amounts: A warning by Both signs needs amounts; without them set WarnWhen to GapOnly. [amountsMissing]" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Constructor_DefinitionThatCannotBe_SaysWhy(string fault, string message)
    {
        ChurnAmounts amounts = ChurnLogs.Definition.Amounts!;
        ChurnWarningDefinition wrong = fault switch
        {
            "activity" => ChurnLogs.Definition with { Activity = null! },
            "unit" => ChurnLogs.Definition with { GapUnit = (ChurnGapUnit)7 },
            "rhythm" => ChurnLogs.Definition with { RhythmDays = 0 },
            "gaps" => ChurnLogs.Definition with { MinimumGaps = 0 },
            "quantile" => ChurnLogs.Definition with { Quantile = 0 },
            "ratio" => ChurnLogs.Definition with { GapRatioLimit = 0 },
            "amount" => ChurnLogs.Definition with { Amounts = amounts with { Amount = null! } },
            "recent" => ChurnLogs.Definition with { Amounts = amounts with { RecentDays = 0 } },
            "base" => ChurnLogs.Definition with { Amounts = amounts with { BaseDays = 3654 } },
            "trend" => ChurnLogs.Definition with { Amounts = amounts with { TrendLimit = 0 } },
            _ => ChurnLogs.Definition with { Amounts = null },
        };
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new ChurnWarningModel(wrong));
        Assert.Equal("The definition cannot be used:\n" + message, refusal.Message);
    }

    [Fact]
    public void Evaluate_ColumnsThatAreNotThere_AreAllNamed()
    {
        ChurnWarningDefinition definition = ChurnLogs.Definition with
        {
            Activity = EventFilter.Named("login").And(Field.Category("os").Is("ios")),
            Amounts = ChurnLogs.Definition.Amounts! with { Amount = Field.Amount("amount", "USD") },
        };
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new ChurnWarningModel(definition).Evaluate(ChurnLogs.DataOf([]), ChurnLogs.EndOf(1)));
        Assert.Equal(["/activity/where/field unknownField", "/amounts/amount typeMismatch"], refusal.Issues.Select(issue => $"{issue.Path} {issue.Code}"));
    }

    [Fact]
    public void Users_WrongArguments_AreRefused()
    {
        ChurnWarningUsers users = new ChurnWarningModel(ChurnLogs.Definition).Evaluate(ChurnLogs.DataOf([]), ChurnLogs.EndOf(1)).Users;
        Assert.Equal("The dataset does not know the user 'bob'.", Assert.Throws<KeyNotFoundException>(() => users.Explain("bob")).Message);
        Assert.Equal("count", Assert.Throws<ArgumentOutOfRangeException>(() => users.MostAtRisk(-1)).ParamName);
        Assert.Equal("reason", Assert.Throws<ArgumentOutOfRangeException>(() => users.UnknownBecause((ChurnUnknownReason)9)).ParamName);
    }

    [Theory]
    [InlineData(0, 1, "horizonDays")]
    [InlineData(3654, 1, "horizonDays")]
    [InlineData(1, 0, "activeWithinDays")]
    public void Backtest_DaysOutOfRange_AreRefused(int horizon, int within, string parameter)
        => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(
            () => new ChurnWarningModel(ChurnLogs.Definition).Backtest(ChurnLogs.DataOf([]), ChurnLogs.EndOf(1), horizon, within)).ParamName);

    [Fact]
    public void Merge_OtherQuestion_IsRefused()
    {
        ChurnWarningSummary a = new ChurnWarningModel(ChurnLogs.Definition).Evaluate(ChurnLogs.DataOf([]), ChurnLogs.EndOf(1)).Summary;
        ChurnWarningSummary other = a with { Definition = a.Definition with { MinimumGaps = 9 } };
        Assert.StartsWith("The summaries answer different definitions", Assert.Throws<ArgumentException>(() => ChurnWarningSummary.Merge(a, other)).Message, StringComparison.Ordinal);
        ChurnWarningSummary later = a with { Context = ChurnLogs.EndOf(2) };
        Assert.StartsWith("The summaries have different contexts", Assert.Throws<ArgumentException>(() => ChurnWarningSummary.Merge(a, later)).Message, StringComparison.Ordinal);
    }

    private static ChurnWarningDefinition GapOnly => ChurnLogs.Definition with { Amounts = null, WarnWhen = ChurnCombination.GapOnly };

    private static int[] Days(string days) => [.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(day => int.Parse(day, System.Globalization.CultureInfo.InvariantCulture))];

    private static ChurnRisk Explain(ChurnWarningDefinition definition, ChurnRow[] rows)
        => new ChurnWarningModel(definition).Evaluate(ChurnLogs.DataOf(rows), ChurnLogs.EndOf(60)).Users.Explain("ann");
}
