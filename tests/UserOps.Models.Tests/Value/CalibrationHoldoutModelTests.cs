using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class CalibrationHoldoutModelTests
{
    private static readonly CalibrationHoldoutDefinition Cut = new()
    {
        History = new() { Purchases = "pay", Amount = PurchaseLog.Money, Refunds = "refund", Unit = new(CalendarUnit.Day), End = new(2026, 3, 31) },
        CalibrationEnd = new(2026, 3, 10),
    };

    private static readonly UserOpsDataset Shop = PurchaseLog.Of(
        "a 2026-03-01T09:00Z 5", "a 2026-03-10T23:59Z 7", "a 2026-03-11T00:00Z 8", "a 2026-03-11T10:00Z 2", "a 2026-03-20T10:00Z 4", "a 2026-03-21T10:00Z 1 refund",
        "b 2026-03-05T09:00Z 3", "b 2026-03-12T09:00Z 3 refund", "c 2026-03-11T09:00Z 9", "d 2026-03-08T09:00Z 1", "d 2026-03-31T23:59Z ?", "d 2026-04-01T00:00Z 6");

    [Fact]
    public void Evaluate_BothSides_CountPeriodsAndMoney()
    {
        CalibrationHoldoutResult result = new CalibrationHoldoutModel(Cut).Evaluate(Shop, PurchaseLog.Utc);
        Assert.Equal(["a", "b", "d"], result.Calibration.Customers.Users.Ids().Select(id => id.ToString()));
        Assert.Equal([2, 0, 1], result.HoldoutPurchases.ToArray());
        Assert.Equal([13m, null, null], Enumerable.Range(0, 3).Select(row => result.HoldoutSpendAt(row).Value));
        Assert.Equal([6.5m, null, null], Enumerable.Range(0, 3).Select(row => result.HoldoutMeanSpendAt(row).Value));
        Assert.Equal((21, new DateOnly(2026, 3, 10)), (result.Duration, result.Calibration.Summary.End));
        Assert.Equal(new PurchaseRecord(1, 9, 9), result.Calibration.History[0]);
    }

    [Fact]
    public void Evaluate_Calibration_IsTheHistoryThatEndsThere()
    {
        CalibrationHoldoutResult result = new CalibrationHoldoutModel(Cut).Evaluate(Shop, PurchaseLog.Utc);
        PurchaseHistoryResult alone = new PurchaseHistoryModel(Cut.History with { End = Cut.CalibrationEnd }).Evaluate(Shop, PurchaseLog.Utc);
        Assert.Equal(alone.Summary, result.Calibration.Summary);
        Assert.True(alone.History.MeanSpends.SequenceEqual(result.Calibration.History.MeanSpends));
    }

    [Fact] // expected 2.1 of everybody; bought 2, 0, 1
    public void Assess_Forecast_MeasuresItsErrors()
    {
        HoldoutAccuracy accuracy = new CalibrationHoldoutModel(Cut).Evaluate(Shop, PurchaseLog.Utc).Assess(new SteadyBuyers(0.1), lastGroup: 1);
        Assert.Equal((3L, 3L), (accuracy.Customers, accuracy.Actual));
        Assert.Equal(6.3, accuracy.Predicted, 1e-12);
        Assert.Equal((0.1 + 2.1 + 1.1) / 3, accuracy.Bias.Value!.Value, 1e-12);
        Assert.Equal((0.1 + 2.1 + 1.1) / 3, accuracy.MeanAbsoluteError.Value!.Value, 1e-12);
        Assert.Equal(Math.Sqrt((0.01 + 4.41 + 1.21) / 3), accuracy.RootMeanSquareError.Value!.Value, 1e-12);
        Assert.Equal([(0, 2L, 0.5, false), (1, 1L, 2.0, true)], accuracy.Groups.Select(group => (group.RepeatPurchases, group.Customers, group.MeanActual.Value!.Value, group.AndMore)));
        Assert.Equal(accuracy, UserOpsJson.Deserialize<HoldoutAccuracy>(UserOpsJson.Serialize(accuracy)));
    }

    [Fact]
    public void Assess_TooLowAndTooHigh_CancelInTheBiasOnly()
    {
        HoldoutAccuracy accuracy = new CalibrationHoldoutModel(Cut).Evaluate(Shop, PurchaseLog.Utc).Assess(new SteadyBuyers(1.0 / 21));
        Assert.Equal(0, accuracy.Bias.Value!.Value, 1e-12);
        Assert.Equal(2.0 / 3, accuracy.MeanAbsoluteError.Value!.Value, 1e-12);
    }

    [Fact]
    public void Assess_AnotherUnit_IsRefused()
    {
        CalibrationHoldoutResult result = new CalibrationHoldoutModel(Cut).Evaluate(Shop, PurchaseLog.Utc);
        var fault = Assert.Throws<ArgumentException>(() => result.Assess(new SteadyBuyers(1, new(CalendarUnit.Day, 7))));
        Assert.Equal("Times of the model are in 7 days, those of the history in 1 day. (Parameter 'model')", fault.Message);
    }

    [Theory] // unit, calibration end, end -> the issue
    [InlineData(CalendarUnit.Day, "2026-03-31", "2026-03-31", "holdoutEmpty", "The calibration ends on 2026-03-31 and the observation on 2026-03-31: nothing is left to judge by.")]
    [InlineData(CalendarUnit.Day, "2026-04-01", null, "holdoutEmpty", "The calibration ends on 2026-04-01 and the observation on 2026-04-01: nothing is left to judge by.")]
    [InlineData(CalendarUnit.Week, "2026-03-10", "2026-03-31", "periodDivided", "2026-03-10 is not the last day of its Week: purchases of one period would count on both sides.")]
    [InlineData(CalendarUnit.Month, "2026-02-27", "2026-03-31", "periodDivided", "2026-02-27 is not the last day of its Month: purchases of one period would count on both sides.")]
    public void Evaluate_CutThatCannotBe_IsRefused(CalendarUnit unit, string calibrationEnd, string? end, string code, string message)
    {
        var fault = Assert.Throws<InvalidDefinitionException>(() => new CalibrationHoldoutModel(Cut with
        {
            CalibrationEnd = DateOnly.Parse(calibrationEnd, System.Globalization.CultureInfo.InvariantCulture),
            History = Cut.History with { Unit = new(unit), End = end is null ? null : DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture) },
        }).Evaluate(Shop, PurchaseLog.Utc));
        Assert.Equal(new DefinitionIssue(code, "/calibrationEnd", message), Assert.Single(fault.Issues));
    }

    [Fact] // weeks from Monday: 2 to 8, 9 to 15, 16 to 22 March, ...
    public void Evaluate_Weeks_CutAtASunday()
    {
        CalibrationHoldoutResult result = new CalibrationHoldoutModel(Cut with { CalibrationEnd = new(2026, 3, 15), History = Cut.History with { Unit = new(CalendarUnit.Week) } })
            .Evaluate(Shop, PurchaseLog.Utc);
        Assert.Equal([1, 0, 0, 1], result.HoldoutPurchases.ToArray());
        Assert.Equal(3, result.Duration);
    }

    [Fact]
    public void Definition_WithFaultsOfTheHistory_NamesTheirPlaces()
    {
        var fault = Assert.Throws<InvalidDefinitionException>(() => new CalibrationHoldoutModel(new() { CalibrationEnd = default, History = new() { Purchases = null!, Unit = null! } }));
        Assert.Equal(["/history/purchases", "/history/unit"], fault.Issues.Select(issue => issue.Path));
        Assert.Equal("/history", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new CalibrationHoldoutModel(new() { CalibrationEnd = default, History = null! })).Issues).Path);
    }

    [Fact] // a enters on the 1st, b on the 5th, d on the 8th; one repeat a day would be expected of each
    public void Track_SteadyBuyers_EnterAtTheirFirstPurchase()
    {
        PurchaseTracking tracking = new CalibrationHoldoutModel(Cut).Evaluate(Shop, PurchaseLog.Utc).Track(new SteadyBuyers(1));
        Assert.Equal([new(2026, 2, 23), new(2026, 3, 2), new(2026, 3, 9), new(2026, 3, 16), new(2026, 3, 23), new DateOnly(2026, 3, 30)], tracking.Steps.Select(step => step.Period));
        Assert.Equal([1, 3, 3, 3, 3, 3L], tracking.Steps.Select(step => step.Customers));
        Assert.Equal([0, 0, 2, 1, 0, 1L], tracking.Steps.Select(step => step.Actual));
        Assert.Equal([0, 7 + 3, 14 + 10 + 7, 21 + 17 + 14, 28 + 24 + 21, 30 + 26 + 23.0], tracking.Steps.Select(step => step.CumulativeExpected));
        Assert.Equal([0, 10, 21, 21, 21, 6.0], tracking.Steps.Select(step => step.Expected));
        Assert.Equal([true, true, true, true, true, false], tracking.Steps.Select(step => step.IsComplete));
        Assert.Equal(4, tracking.Steps[^1].CumulativeActual);
        Assert.Equal(tracking, UserOpsJson.Deserialize<PurchaseTracking>(UserOpsJson.Serialize(tracking)));
    }

    [Fact] // at the end of the series each customer's age is that of the history
    public void Track_WholeHistory_EndsAtTheExpectationOfItsAges()
    {
        PurchaseHistoryResult result = new PurchaseHistoryModel(Cut.History with { Unit = new(CalendarUnit.Day, 7) }).Evaluate(Shop, PurchaseLog.Utc);
        PurchaseTrackingStep last = result.Track(new SteadyBuyers(0.25), CalendarUnit.Month).Steps[^1];
        Assert.Equal(result.History.Ages.ToArray().Sum() * 0.25, last.CumulativeExpected, 1e-12);
        Assert.Equal((result.Summary.RepeatPurchases, true), (last.CumulativeActual, last.IsComplete));
    }

    [Theory] // steps that do not consist of whole periods
    [InlineData(CalendarUnit.Week, CalendarUnit.Month)]
    [InlineData(CalendarUnit.Month, CalendarUnit.Week)]
    [InlineData(CalendarUnit.Day, CalendarUnit.Hour)]
    public void Track_StepsAcrossPeriods_AreRefused(CalendarUnit unit, CalendarUnit step)
    {
        PurchaseHistoryResult result = new PurchaseHistoryModel(Cut.History with { Unit = new(unit) }).Evaluate(Shop, PurchaseLog.Utc);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Track(new SteadyBuyers(1), step));
    }

    [Fact] // the refunds of a and of b, and the day of d whose money is unknown
    public void Holdout_Counts_SayWhatBecameOfTheRest()
    {
        CalibrationHoldoutResult result = new CalibrationHoldoutModel(Cut).Evaluate(Shop, PurchaseLog.Utc);
        Assert.Equal((3L, 5L, 4L), (result.Holdout.Customers, result.Holdout.Events, result.Holdout.Purchases));
        Assert.Equal((2L, 1L, 1L, 1L), (result.Holdout.Refunds, result.Holdout.RefundsWithoutPurchase, result.Holdout.PurchasesWithoutSpend, result.Holdout.EventsAfterEnd));
        Assert.Equal(22, result.Holdout.Spend);
    }

    [Fact]
    public void Assess_GroupsWithoutEnd_AreRefused()
    {
        CalibrationHoldoutResult result = new CalibrationHoldoutModel(Cut).Evaluate(Shop, PurchaseLog.Utc);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Assess(new SteadyBuyers(1), int.MaxValue));
        Assert.Equal(10_001, result.Assess(new SteadyBuyers(1), 10_000).Groups.Length);
    }

}
