using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Repeat purchases as they came, and as a model expects them, step by step of the calendar (跟踪曲线). Plain data, JSON round-trip.</summary>
/// <remarks>
/// Customers enter at their first purchase, and are expected to buy again as new customers are: nothing of what they did later is used. P. Fader, B. Hardie and
/// K. L. Lee, Marketing Science 24(2), 2005, figures 2 and 3.
/// </remarks>
public sealed record PurchaseTracking
{
    /// <summary>Gets the steps from the first purchase to the end of observation.</summary>
    public required ImmutableArray<PurchaseTrackingStep> Steps { get; init; }

    /// <inheritdoc/>
    public bool Equals(PurchaseTracking? other) => other is not null && ListEquality.Equal(Steps, other.Steps);

    /// <inheritdoc/>
    public override int GetHashCode() => ListEquality.Hash(Steps);

    /// <summary>Follows the customers who enter by the end of one window to the end of another.</summary>
    internal static PurchaseTracking Of(
        PurchasePlan plan, PurchaseWindow entries, PurchaseWindow window, IPurchaseModel model, CalendarUnit step, RunOptions? run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        PurchaseUnits.RequireSame(plan.Definition.Unit, model.Unit, nameof(model));
        if (step < plan.Definition.Unit.Period || step > CalendarUnit.Month || (plan.Definition.Unit.Period, step) == (CalendarUnit.Week, CalendarUnit.Month))
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, $"A step consists of whole periods; these are of the unit {plan.Definition.Unit.Period}.");
        }

        PurchaseFlow flow = PurchaseFlow.Read(plan, entries, window, run, cancellationToken);
        return new() { Steps = flow.Entered.Length == 0 ? [] : [.. StepsOf(plan, window, flow, model, step)] };
    }

    private static IEnumerable<PurchaseTrackingStep> StepsOf(PurchasePlan plan, PurchaseWindow window, PurchaseFlow flow, IPurchaseModel model, CalendarUnit step)
    {
        double[] expected = [.. Enumerable.Range(0, flow.Entered.Length).Select(age => model.ExpectedPurchases((double)age / plan.Definition.Unit.Count))];
        CalendarPeriod period = plan.Calendar.PeriodOf(step, plan.Periods.FirstDayOf(flow.FirstPeriod));
        (long customers, long actual, double sum) = (0, 0, 0);
        int next = 0;
        bool isLast;
        do
        {
            int lastDay = plan.Calendar.EndDay(period) - 1;
            isLast = lastDay >= window.EndDay;
            int end = plan.Periods.NumberOf(Math.Min(lastDay, window.EndDay)) - flow.FirstPeriod;
            long before = actual;
            for (; next <= end; next++)
            {
                customers += flow.Entered[next];
                actual += flow.Repeats[next];
            }

            double expectedSoFar = flow.Expected(end, expected);
            yield return new()
            {
                Period = period.FirstDay,
                IsComplete = period.EndTicks - 1 <= window.ToTicks,
                Customers = customers,
                Actual = actual - before,
                Expected = expectedSoFar - sum,
                CumulativeActual = actual,
                CumulativeExpected = expectedSoFar,
            };
            sum = expectedSoFar;
        }
        while (!isLast && plan.Calendar.TryNext(period, out period));
    }
}
