using System.Collections.Immutable;
using UserOps.Models.Retention;

namespace UserOps.Models.Tests.Retention;

public class RetentionComparisonTests
{
    private static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2026, 3, 31), TimeZoneInfo.Utc);
    private static readonly RetentionDefinition Definition = new() { Start = "in", Return = "in", FirstCohort = new DateOnly(2026, 3, 1), Cohorts = 2, Periods = 3 };

    [Fact] // column 1 is prop-small of the experiments cases, run with statsmodels 0.13.5: 15 of 48 against 7 of 50
    public void OfCohorts_KnownCounts_GivesTheKnownNumbers()
    {
        var compared = RetentionComparison.OfCohorts(Summary(CohortOf(48, 48, 15, 3), CohortOf(50, 50, 7, null)), 0, 1);
        Assert.Equal(3, compared.Length);
        Assert.Equal(0, compared[0].Value!.Value.Difference.Value);
        Assert.Equal(UndefinedReason.NoSolution, compared[0].Value!.Value.PValue.Undefined); // everybody is there in period 0: nothing to test
        ProportionComparison dayOne = compared[1].Value!.Value;
        Assert.Equal(0.1725, dayOne.Difference.Value!.Value, 1e-12);
        Assert.Equal(2.04592458714, dayOne.ZStatistic.Value!.Value, 1e-10);
        Assert.Equal(0.0407637908712, dayOne.PValue.Value!.Value, 1e-10);
        Assert.Equal(0.00627999822775, dayOne.Interval!.Value.Low, 1e-10);
        Assert.Equal(0.329987666145, dayOne.Interval.Value.High, 1e-10);
        Assert.Equal(UndefinedReason.NotYetObservable, compared[2].Undefined);
    }

    [Fact]
    public void OfCohorts_NobodyInOne_HasNoDifference()
        => Assert.Equal(UndefinedReason.EmptyPopulation, RetentionComparison.OfCohorts(Summary(CohortOf(0, 0), CohortOf(5, 5)), 0, 1)[0].Value!.Value.Difference.Undefined);

    [Fact]
    public void OfMeanCurves_TwoTables_ComparesTheWeightedMeans()
    {
        RetentionSummary table = Summary(CohortOf(10, 10, 5, 2), CohortOf(30, 30, 9, null));
        RetentionSummary other = Summary(CohortOf(20, 20, 4, null), CohortOf(20, 20, null, null));
        ImmutableArray<Measure<ProportionComparison>> compared = RetentionComparison.OfMeanCurves(table, other, level: 0.9);
        Assert.Equal(ProportionComparison.Of(new Ratio(14, 40), new Ratio(4, 20), 0.9), compared[1].Value);
        Assert.Equal(UndefinedReason.NotYetObservable, compared[2].Undefined);
    }

    [Fact]
    public void OfMeanCurves_OtherColumns_IsRefused()
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => RetentionComparison.OfMeanCurves(Summary(CohortOf(1, 1)), Summary(CohortOf(1, 1, 0))));
        Assert.StartsWith("One has 1 columns, the other 2; only equal columns can be compared.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void OfCohorts_LevelOutsideZeroToOne_IsRefused(double level)
        => Assert.Throws<ArgumentOutOfRangeException>(() => RetentionComparison.OfCohorts(Summary(CohortOf(2, 1), CohortOf(2, 1)), 0, 1, level));

    [Theory] // day 1 of both is over, but only the older cohort has had day 2 to come back "on or after day 1"
    [InlineData(RetentionRule.On, false)]
    [InlineData(RetentionRule.OnOrAfter, true)]
    public void OfCohorts_YoungerCohortStillOpen_IsNotYetComparedOnOrAfter(RetentionRule rule, bool isOpen)
    {
        RetentionSummary open = Summary(CohortOf(10, 10, 5, 2), CohortOf(30, 30, 9, null));
        Measure<ProportionComparison> dayOne = RetentionComparison.OfCohorts(open with { Definition = Definition with { Rule = rule } }, 0, 1)[1];
        Assert.Equal(isOpen ? UndefinedReason.NotYetObservable : null, dayOne.Undefined);
        RetentionSummary over = Summary(CohortOf(10, 10, 5, 2), CohortOf(30, 30, 9, 1));
        Assert.Null(RetentionComparison.OfCohorts(over with { Definition = Definition with { Rule = rule } }, 0, 1)[1].Undefined);
    }

    [Theory]
    [InlineData(-1, 0, "cohort")]
    [InlineData(0, 2, "comparedWith")]
    public void OfCohorts_NoSuchCohort_IsRefused(int cohort, int comparedWith, string parameter)
        => Assert.Equal(parameter, Assert.Throws<ArgumentOutOfRangeException>(() => RetentionComparison.OfCohorts(Summary(CohortOf(2, 1), CohortOf(2, 1)), cohort, comparedWith)).ParamName);

    private static RetentionCohort CohortOf(long size, params long?[] retained)
        => new() { Start = default, FirstDay = default, Size = size, Retained = [.. retained] };

    private static RetentionSummary Summary(params ImmutableArray<RetentionCohort> cohorts)
        => new() { Definition = Definition, Context = Context, Cohorts = cohorts, Breakdown = [], EventsAfterAsOf = 0, UnknownEvents = [] };
}
