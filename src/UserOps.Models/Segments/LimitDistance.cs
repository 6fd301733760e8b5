using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Measures how far a value is from the limit of its rule.</summary>
internal static class LimitDistance
{
    /// <summary>Measures to the value of a comparison or the nearer end of a range.</summary>
    /// <param name="rule">The node.</param>
    /// <param name="actual">The value.</param>
    /// <param name="compared">What it is compared with.</param>
    internal static BoundaryDistance? Of(FieldRule rule, ActualValue actual, ImmutableArray<ActualValue> compared) => rule switch
    {
        ComparisonRule when compared is [var limit] => Between(actual, limit, rule is EqualTo or AtMost or AtLeast),
        Between between => Nearer(Between(actual, compared[0], between.LowInclusive), Between(actual, compared[1], between.HighInclusive)),
        _ => null,
    };

    /// <summary>Measures to the nearer end of a window.</summary>
    internal static BoundaryDistance? ToWindow(long ticks, TickRange window)
    {
        BoundaryDistance? start = window.From <= 0 ? null : new() { Time = TimeSpan.FromTicks(window.From - ticks), HoldsAtLimit = true };
        BoundaryDistance? end = window.To >= OffsetTimeline.EndOfTime ? null : new() { Time = TimeSpan.FromTicks(window.To - ticks), HoldsAtLimit = false };
        return window.From >= window.To ? null : Nearer(start, end);
    }

    /// <summary>Measures a count to the last number for which a comparison holds.</summary>
    internal static BoundaryDistance? OfCount(decimal count, Comparison comparison, decimal limit)
    {
        decimal last = comparison switch
        {
            _ when !Fits(limit, count) => 0,
            Comparison.AtLeast => decimal.Ceiling(limit),
            Comparison.GreaterThan => decimal.Floor(limit) + 1,
            Comparison.AtMost => decimal.Floor(limit),
            Comparison.LessThan => decimal.Ceiling(limit) - 1,
            _ => limit,
        };
        return Fits(limit, count) ? new() { Number = last - count, HoldsAtLimit = comparison != Comparison.NotEqualTo } : null;
    }

    /// <summary>Measures a number made of events.</summary>
    internal static BoundaryDistance? OfNumber(ActualValue? made, Comparison comparison, decimal limit)
    {
        bool holds = comparison is Comparison.EqualTo or Comparison.AtLeast or Comparison.AtMost;
        return made switch
        {
            { Number: { } number } => Fits(limit, number) ? new() { Number = limit - number, HoldsAtLimit = holds } : null,
            { Measured: { } measured } => new() { Measured = Threshold.NearestDouble(limit) - measured, HoldsAtLimit = holds },
            _ => null,
        };
    }

    private static BoundaryDistance? Between(ActualValue actual, ActualValue limit, bool holds) => (actual, limit) switch
    {
        ({ Number: { } value }, { Number: { } other }) => Fits(other, value) ? new() { Number = other - value, HoldsAtLimit = holds } : null,
        ({ Measured: { } value }, { Measured: { } other }) => new() { Measured = other - value, HoldsAtLimit = holds },
        ({ Instant: { } value }, { Instant: { } other }) => new() { Time = other - value, HoldsAtLimit = holds },
        ({ Date: { } value }, { Date: { } other }) => new() { Days = other.DayNumber - value.DayNumber, HoldsAtLimit = holds },
        _ => null,
    };

    private static BoundaryDistance? Nearer(BoundaryDistance? low, BoundaryDistance? high)
        => low is null || (high is not null && SizeOf(high) < SizeOf(low)) ? high : low;

    private static double SizeOf(BoundaryDistance distance)
        => Math.Abs(distance.Measured ?? (double)(distance.Number ?? distance.Days ?? distance.Time?.Ticks ?? 0));

    // The difference of two decimals near the end of what one holds may lie beyond it.
    private static bool Fits(decimal left, decimal right) => Math.Abs(left) < decimal.MaxValue / 4 && Math.Abs(right) < decimal.MaxValue / 4;
}
