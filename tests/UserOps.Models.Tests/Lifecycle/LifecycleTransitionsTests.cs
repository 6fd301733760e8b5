using UserOps.Models.Lifecycle;
using static UserOps.Models.Tests.Lifecycle.SmallLifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>Counts and rates between two instants, the long run, and forecasts.</summary>
public class LifecycleTransitionsTests
{
    private static readonly LifecycleState Growth = In(LifecycleStage.Growth);
    private static readonly LifecycleState Dormant = In(LifecycleStage.Dormant);
    private static readonly LifecycleState Churned = In(LifecycleStage.Churned);
    private static readonly LifecycleState Introduction = In(LifecycleStage.Introduction);

    [Fact]
    public void Between_TwoInstants_CountsRatesAndNewUsers()
    {
        LifecycleTransitions transitions = Transitions("gg", "gd", "gd", "gc", "dg", "dd", "di", "cd", "cc", "c.", ".i", ".g");
        Assert.Equal((1, 2, 1), (transitions.Users(Growth, Growth), transitions.Users(Growth, Dormant), transitions.Users(Growth, Churned)));
        Assert.Equal(new Ratio(2, 4), transitions.Rate(Growth, Dormant));
        Assert.Equal(new Ratio(1, 2), transitions.Rate(LifecycleState.Absent, Growth));
        Assert.Null(transitions.Rate(Introduction, Growth).Value);
        Assert.Equal(new Ratio(1, 3), transitions.Rate(Churned, LifecycleState.Unassigned));
        Assert.Equal(new Ratio(2, 3), transitions.WakeUpRate);
        Assert.Equal(new Ratio(1, 3), transitions.RecallRate); // dormant is back, unassigned is not
        Assert.Equal([transitions.WakeUpRate, transitions.RecallRate], LifecycleMetrics.Ids.Select(id => LifecycleMetrics.Of(id, transitions)));
        Assert.Equal(transitions, UserOpsJson.Deserialize<LifecycleTransitions>(UserOpsJson.Serialize(transitions)));
    }

    [Fact]
    public void Between_UsersAppendedLater_AreNew()
    {
        var model = new LifecycleModel(Definition);
        UserOpsDataset early = Users("g");
        UserOpsDataset later = early.Append(new UserOpsDatasetBuilder().AddEvents(
            [("u9", "d")], map => map.User(row => row.Item1).Name(row => row.Item2).At(_ => AtEndOf(1).AsOf)));
        LifecycleTransitions transitions = LifecycleTransitions.Between(model.Evaluate(early, AtEndOf(0)), model.Evaluate(later, AtEndOf(1)));
        Assert.Equal((1, 1), (transitions.Users(LifecycleState.Absent, Dormant), transitions.Users(Growth, LifecycleState.Unassigned)));
    }

    [Fact]
    public void Between_ResultsThatDoNotBelongTogether_AreRefused()
    {
        UserOpsDataset data = Users("gg");
        var model = new LifecycleModel(Definition);
        LifecycleResult first = model.Evaluate(data, AtEndOf(0));
        Assert.Contains("later instant", Refusal(first, first), StringComparison.Ordinal);
        Assert.Contains("same zone", Refusal(first, model.Evaluate(data, AtEndOf(1) with { Zone = TimeZoneInfo.Utc })), StringComparison.Ordinal);
        Assert.Contains("different datasets", Refusal(first, model.Evaluate(Users("gg"), AtEndOf(1))), StringComparison.Ordinal);
        Assert.Contains("different definitions", Refusal(first, new LifecycleModel(Definition with { Id = "other" }).Evaluate(data, AtEndOf(1))), StringComparison.Ordinal);

        static string Refusal(LifecycleResult from, LifecycleResult to) => Assert.Throws<ArgumentException>(() => LifecycleTransitions.Between(from, to)).Message;
    }

    [Theory] // two days a user | status, then the shares of churned, dormant, growth, introduction
    [InlineData("gg gg gg gd dg dd", LifecycleSteadyStateStatus.Unique, "0 0.333333 0.666667 0")]
    [InlineData("gg gd dd dc cc", LifecycleSteadyStateStatus.Unique, "1 0 0 0")] // churned is never left
    [InlineData("gd gc dd cc", LifecycleSteadyStateStatus.DependsOnStart, "- - - -")]
    [InlineData("gd dg", LifecycleSteadyStateStatus.Periodic, "- - - -")]
    [InlineData("gd dg cg", LifecycleSteadyStateStatus.Periodic, "- - - -")] // what nobody comes back to does not break the circle
    [InlineData("gd dc cg cd", LifecycleSteadyStateStatus.Unique, "0.4 0.4 0.2 0")] // ways round of two and of three
    [InlineData("gg gd", LifecycleSteadyStateStatus.UnknownRates, "- - - -")] // nobody was dormant before
    [InlineData("gg .d", LifecycleSteadyStateStatus.UnknownRates, "- - - -")] // a new user goes on from somewhere, too
    [InlineData("gg .g", LifecycleSteadyStateStatus.Unique, "0 0 1 0")]
    public void SteadyState_Chains_SettleOrSayWhyNot(string journeys, LifecycleSteadyStateStatus status, string expected)
    {
        LifecycleSteadyState settled = Transitions(journeys.Split(' ')).SteadyState();
        Assert.Equal(status, settled.Status);
        Assert.Equal(expected, string.Join(' ', settled.Shares.Take(4).Select(share => share.Share.Value is { } value ? FormattableString.Invariant($"{value:0.######}") : "-")));
        Assert.Equal(settled, UserOpsJson.Deserialize<LifecycleSteadyState>(UserOpsJson.Serialize(settled)));
    }

    [Fact]
    public void SteadyState_WithoutAnswer_NamesTheReason()
    {
        Assert.All(Transitions("gd", "gc", "dd", "cc").SteadyState().Shares, share => Assert.Equal(UndefinedReason.NoSolution, share.Share.Undefined));
        Assert.Equal([Churned, Dormant], Transitions("gd", "gc", "dd", "cc").SteadyState().Absorbing.AsEnumerable());
        Assert.All(Transitions("gg", "gd").SteadyState().Shares, share => Assert.Equal(UndefinedReason.TooFew, share.Share.Undefined));
        LifecycleSteadyState nobody = Transitions().SteadyState();
        Assert.Equal(LifecycleSteadyStateStatus.Empty, nobody.Status);
        Assert.All(nobody.Shares, share => Assert.Equal(UndefinedReason.EmptyPopulation, share.Share.Undefined));
    }

    [Fact]
    public void SteadyState_UsersWhoLeftForGood_CollectAmongTheAbsent()
    {
        LifecycleDefinition here = Definition with { Population = Rule.Event("c").AtMost(0) };
        UserOpsDataset data = Users("gg", "gg", "gc");
        var model = new LifecycleModel(here);
        LifecycleTransitions transitions = LifecycleTransitions.Between(model.Evaluate(data, AtEndOf(0)), model.Evaluate(data, AtEndOf(1)));
        Assert.Equal(new Ratio(1, 3), transitions.Rate(Growth, LifecycleState.Absent));
        Assert.Equal(1, transitions.SteadyState().Shares[^1].Share.Value);
        Assert.Equal([LifecycleState.Absent], transitions.SteadyState().Absorbing.AsEnumerable());
        LifecycleForecastStep next = transitions.Forecast(1).Steps[1];
        Assert.Equal((2 * 2.0 / 3, 1 + (2 * 1.0 / 3)), (Math.Round(next.States[2].Users.Value!.Value, 12), Math.Round(next.States[^1].Users.Value!.Value, 12)), Near);
    }

    [Fact]
    public void SteadyState_RandomMatrices_IsAFixedPointThatForecastsApproach()
    {
        var random = new Xoshiro256(11);
        int unique = 0;
        for (int i = 0; i < 300; i++)
        {
            string[] journeys = [.. Enumerable.Range(0, 4 + random.NextInt32(40)).Select(_ => $"{"cdgi"[random.NextInt32(4)]}{"cdgi"[random.NextInt32(4)]}")];
            LifecycleTransitions transitions = Transitions(journeys);
            LifecycleSteadyState settled = transitions.SteadyState();
            if (settled.Status != LifecycleSteadyStateStatus.Unique)
            {
                continue;
            }

            unique++;
            double[] shares = [.. settled.Shares.Select(share => share.Share.Value!.Value)];
            Assert.Equal(1, shares.Sum(), 1e-12);
            for (int to = 0; to < 4; to++)
            {
                Assert.Equal(shares[to], Enumerable.Range(0, 4).Sum(from => shares[from] * (transitions.Rate(transitions.States[from], transitions.States[to]).Value ?? 0)), 1e-12);
            }

            LifecycleForecastStep late = transitions.Forecast(1_000).Steps[^1];
            Assert.All(late.States.Take(4), (expected, place) => Assert.Equal(shares[place], expected.Users.Value!.Value / journeys.Length, 1e-6));
        }

        Assert.True(unique > 100);
    }

    [Fact]
    public void Forecast_ObservedRatesAndNewcomers_CarryOn()
    {
        LifecycleTransitions transitions = Transitions("gg", "gg", "gd", "gd", "dd", "dg", ".g");
        Assert.Equal([new LifecycleNewcomers(Growth, 1)], transitions.Newcomers().AsEnumerable());
        LifecycleForecast forecast = transitions.Forecast(2, transitions.Newcomers());
        double Users(int step, LifecycleState state) => forecast.Steps[step].States.Single(expected => expected.State == state).Users.Value!.Value;
        Assert.Equal((4.0, 3.0), (Users(0, Growth), Users(0, Dormant))); // as observed
        Assert.Equal(((4 * 0.5) + (3 * 0.5) + 1, (4 * 0.5) + (3 * 0.5)), (Users(1, Growth), Users(1, Dormant)));
        Assert.Equal(((4.5 * 0.5) + (3.5 * 0.5) + 1, (4.5 * 0.5) + (3.5 * 0.5)), (Users(2, Growth), Users(2, Dormant)));
        Assert.Equal(TimeSpan.FromDays(1), forecast.StepLength);
        Assert.Contains("rates stay as observed", forecast.Assumption.En, StringComparison.Ordinal);
        Assert.Equal(forecast, UserOpsJson.Deserialize<LifecycleForecast>(UserOpsJson.Serialize(forecast)));
    }

    [Fact]
    public void Forecast_FromAPlaceOfUnknownRates_HasNoNumbersAfterIt()
    {
        LifecycleForecast forecast = Transitions("gg", "gd").Forecast(2);
        Assert.All(forecast.Steps[0].States, expected => Assert.NotNull(expected.Users.Value));
        Assert.All(forecast.Steps.Skip(1).SelectMany(step => step.States), expected => Assert.Equal(UndefinedReason.TooFew, expected.Users.Undefined));
    }

    [Fact]
    public void Forecast_WhatCannotBe_IsRefused()
    {
        LifecycleTransitions transitions = Transitions("gg");
        Assert.Throws<ArgumentOutOfRangeException>(() => transitions.Forecast(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => transitions.Forecast(1_001));
        Assert.Throws<ArgumentException>(() => transitions.Forecast(1, new LifecycleNewcomers(LifecycleState.Absent, 1)));
        Assert.Throws<ArgumentException>(() => transitions.Forecast(1, new LifecycleNewcomers(Growth, 1), new LifecycleNewcomers(Growth, 2)));
        Assert.Throws<ArgumentException>(() => transitions.Forecast(1, new LifecycleNewcomers(LifecycleState.In("x"), 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LifecycleNewcomers(Growth, double.NaN));
        Assert.Contains("New users of a step are 0 to 1E+18.", Assert.Throws<ArgumentOutOfRangeException>(() => new LifecycleNewcomers(Growth, 1e308)).Message);
        Assert.All(
            transitions.Forecast(LifecycleDefaults.MaximumForecastSteps, new LifecycleNewcomers(Growth, LifecycleDefaults.MaximumNewcomers)).Steps,
            step => Assert.All(step.States, state => Assert.True(state.Users.Value is null or < double.PositiveInfinity)));
        Assert.Throws<ArgumentException>(() => transitions.Users(Growth, LifecycleState.In("x")));
        Assert.Throws<ArgumentException>(() => LifecycleTransitions.Merge(transitions, transitions with { To = AtEndOf(5) }));
        Assert.Throws<ArgumentException>(() => LifecycleMetrics.Of("x", transitions));
    }

    private static bool Near((double, double) expected, (double, double) actual) => Math.Abs(expected.Item1 - actual.Item1) < 1e-9 && Math.Abs(expected.Item2 - actual.Item2) < 1e-9;
}
