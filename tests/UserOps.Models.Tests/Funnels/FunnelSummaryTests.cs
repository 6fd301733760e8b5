using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelSummaryTests
{
    public static TheoryData<string, Func<FunnelDefinition, FunnelDefinition>> Shapes => new()
    {
        { "plain", d => d },
        { "chains", d => d with { Detail = FunnelDetail.Chains } },
        { "totals and trend", d => d with { Counting = FunnelCounting.Totals, Trend = new() } },
        { "first touch", d => d with { Breakdown = new() { Property = Journeys.Channel } } },
        { "exclusion", d => d with { Exclusions = [new() { Events = "X", FromStep = 0, ToStep = 2 }] } },
        { "unordered", d => d with { Order = FunnelOrder.Unordered } },
        { "optional", d => d with { Steps = ["A", new() { Events = "B", Optional = true }, "C"] } },
    };

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Merge_OfShards_IsTheWhole(string shape, Func<FunnelDefinition, FunnelDefinition> change)
    {
        FunnelModel funnel = Journeys.Funnel("ABC", TimeSpan.FromMinutes(4), change);
        string[] journeys = [.. FunnelModelTests.RandomJourneys(600, seed: 31)];
        EvaluationContext context = Journeys.Context with { AsOf = Journeys.Start.AddMinutes(8) };
        FunnelSummary Of(Func<int, bool> isIn) => funnel.Evaluate(
            Journeys.Of(journeys.Select((journey, user) => isIn(user) ? journey : ""), user => $"c{user % 5}"), context).Summary;

        FunnelSummary merged = FunnelSummary.Merge(Of(user => user % 3 == 0), Of(user => user % 3 != 0));

        Assert.Equal(Of(_ => true), merged);
        Assert.True(merged.Steps[0].Completed > 0, shape);
    }

    [Fact]
    public void Merge_UnknownNames_AreThoseNoShardHolds()
    {
        FunnelModel funnel = Journeys.Funnel("ABZ");
        FunnelSummary merged = FunnelSummary.Merge(
            funnel.Evaluate(Journeys.Of("A"), Journeys.Context).Summary,
            funnel.Evaluate(Journeys.Of("B"), Journeys.Context).Summary);

        Assert.Equal<string>(["Z"], merged.UnknownEvents);
    }

    [Fact]
    public void Merge_DifferentQuestions_IsRefused()
    {
        FunnelSummary Of(FunnelModel funnel, EvaluationContext? context = null) => funnel.Evaluate(Journeys.Of(["AB"], _ => "c"), context ?? Journeys.Context).Summary;
        FunnelModel asked = Journeys.Funnel("AB");
        FunnelModel groups = Journeys.Funnel("AB", null, d => d with { Unit = Journeys.Channel });

        Assert.Equal(
            "The summaries answer different definitions; they cannot be added up. (Parameter 'b')",
            Assert.Throws<ArgumentException>(() => FunnelSummary.Merge(Of(asked), Of(Journeys.Funnel("AC")))).Message);
        Assert.Equal(
            "The summaries have different contexts (as of, zone, first day of the week); they cannot be added up. (Parameter 'b')",
            Assert.Throws<ArgumentException>(() => FunnelSummary.Merge(Of(asked), Of(asked, Journeys.Context with { WeekStart = DayOfWeek.Sunday }))).Message);
        Assert.Equal(
            "The summaries count values of 'channel', and one value may lie in both; they cannot be added up. (Parameter 'a')",
            Assert.Throws<ArgumentException>(() => FunnelSummary.Merge(Of(groups), Of(groups))).Message);
    }

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public void Serialize_AnyShape_RoundTrips(string shape, Func<FunnelDefinition, FunnelDefinition> change)
    {
        FunnelSummary summary = Journeys.Funnel("ABC", TimeSpan.FromMinutes(4), change)
            .Evaluate(Journeys.Of(FunnelModelTests.RandomJourneys(50, seed: 4), user => $"c{user % 2}"), Journeys.Context).Summary;

        FunnelSummary read = UserOpsJson.Deserialize<FunnelSummary>(UserOpsJson.Serialize(summary));

        Assert.Equal(summary, read);
        Assert.True(read.Steps.Length == 3, shape);
    }

    [Theory] // users per journey; those with a small letter first carry no channel | who entered and stands in no row
    [InlineData(FunnelAttribution.FirstTouch, "AB - aB - ab - B", 1)] // B alone never entered
    [InlineData(FunnelAttribution.LastTouch, "AB - Ab - ab - b", 1)]
    [InlineData(FunnelAttribution.AllSteps, "AB - aB - Ab - ab", 2)]  // B alone is no funnel of its value
    [InlineData(FunnelAttribution.Step, "AB - aB - Ab - A", 2)]       // at B: without a value there, and never there
    public void EnteredWithoutRow_ByAttribution_CountsWhoStandsInNone(FunnelAttribution attribution, string journeys, long expected)
    {
        FunnelSummary summary = ByChannel(attribution, journeys, options: d => d);
        FunnelSummary byTheEngine = ByChannel(attribution, journeys, options: d => d with { Detail = FunnelDetail.Chains });

        Assert.Equal(expected, summary.EnteredWithoutRow);
        Assert.Equal(expected, byTheEngine.EnteredWithoutRow);
        Assert.Equal(2 * expected, FunnelSummary.Merge(summary, summary).EnteredWithoutRow);
        Assert.Equal(summary.Steps[0].Completed, summary.Breakdown.Sum(row => row.Counts[0]) + summary.EnteredWithoutRow); // each unit in one row here
    }

    [Fact]
    public void EnteredWithoutRow_RemovedUnitsAndNoBreakdown_AreNotCounted()
    {
        FunnelExclusion exclusion = new() { Events = "X", FromStep = 0, ToStep = 1 };

        Assert.Equal(1, ByChannel(FunnelAttribution.FirstTouch, "axb - ab", d => d with { Exclusions = [exclusion] }).EnteredWithoutRow);
        Assert.Equal(0, ByChannel(FunnelAttribution.FirstTouch, "ab", d => d with { Breakdown = null }).EnteredWithoutRow);
    }

    private static FunnelSummary ByChannel(FunnelAttribution attribution, string journeys, Func<FunnelDefinition, FunnelDefinition> options)
    {
        var rows = journeys.Split(" - ").SelectMany((journey, user) => journey.Select((letter, minute) => (user, letter, minute)));
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map
            .User(row => $"u{row.user}").At(row => Journeys.Start.AddMinutes(row.minute)).Name(row => char.ToUpperInvariant(row.letter).ToString())
            .With(Journeys.Channel, row => char.IsUpper(row.letter) ? "web" : null));
        var breakdown = new FunnelBreakdown { Property = Journeys.Channel, Attribution = attribution, Step = attribution == FunnelAttribution.Step ? 1 : null };
        return Journeys.Funnel("AB", null, d => options(d with { Breakdown = breakdown })).Evaluate(data, Journeys.Context).Summary;
    }

    [Theory] // users per journey; the weakest step has the lowest share of those who entered it
    [InlineData("A A AB ABC", 1)]
    [InlineData("ABC AB AB A", 2)]
    [InlineData("ABC ABC", 1)] // equal shares: the first
    [InlineData("A AB", 2)]
    [InlineData("A", 1)]       // nobody entered step 2
    public void WeakestStep_OfJourneys_LosesTheLargestShare(string journeys, int expected)
        => Assert.Equal(expected, Journeys.Funnel("ABC").Evaluate(Journeys.Of(journeys.Split(' ')), Journeys.Context).Weakest);

    [Fact]
    public void Steps_AfterAnOptionalOne_CountThoseWhoCouldTakeThem()
    {
        FunnelModel funnel = Journeys.Funnel("ABC", null, d => d with { Steps = ["A", new() { Name = "extra", Events = "B", Optional = true }, "C"] });
        FunnelSummary summary = funnel.Evaluate(Journeys.Of("ABC", "AC", "AC", "A"), Journeys.Context).Summary;

        Assert.Equal([4L, 1, 3], summary.Steps.Select(step => step.Completed));
        Assert.Equal([4L, 4, 4], summary.Steps.Select(step => step.Entered));
        Assert.Equal([0L, 3, 1], summary.Steps.Select(step => step.Lost));
        Assert.Equal(3, summary.Steps[2].OfPrevious.Value); // more took C than the optional B
        Assert.Equal(new Ratio(3, 4), summary.Steps[2].Conversion);
        Assert.Equal(new Ratio(1, 4), summary.Steps[2].DropOff);
        Assert.Equal(2, summary.WeakestStep); // an optional step loses nobody
        Assert.Equal(["A", "extra", "C"], summary.Steps.Select(step => step.Name));
    }

    [Fact]
    public void Steps_OverNobody_HaveNoRate()
    {
        FunnelSummary summary = Journeys.Funnel("ABC").Evaluate(Journeys.Of("A", "C"), Journeys.Context).Summary;

        Assert.Null(summary.Steps[0].OfPrevious.Value);
        Assert.Equal(0, summary.Steps[1].OfPrevious.Value);
        Assert.Equal(UndefinedReason.ZeroBase, summary.Steps[2].OfPrevious.Undefined);
        Assert.Null(summary.Steps[2].Conversion.Value);
        Assert.Null(summary.Steps[2].DropOff.Value);
        Assert.Equal(0, summary.Steps[2].Overall.Value);
        Assert.NotNull(summary.Overall.Wilson());
    }

    [Fact]
    public void Trend_WithoutObservationInstant_IsCompleteAsOfTheContext()
    {
        FunnelModel funnel = Journeys.Funnel("AB", TimeSpan.FromDays(1), d => d with { Trend = new() });
        EvaluationContext At(int days, long ticks = 0) => Journeys.Context with { AsOf = Journeys.Start.AddDays(days).AddTicks(ticks) };

        Assert.True(Assert.Single(funnel.Evaluate(Journeys.Of("AB"), At(2)).Summary.Trend).IsComplete);
        Assert.False(Assert.Single(funnel.Evaluate(Journeys.Of("AB"), At(2, -1)).Summary.Trend).IsComplete);
    }
}
