namespace UserOps.Models.Survival;

/// <summary>A Kaplan-Meier curve: the share that lasts longer than each time. 1 before the first event, flat between events and after the last one. Immutable.</summary>
public sealed class SurvivalCurve
{
    private readonly double[] _survival;
    private readonly double[] _greenwood;
    private readonly SurvivalIntervalKind _kind;
    private readonly double _z;

    internal SurvivalCurve(RiskTable risk, SurvivalIntervalKind kind, double z)
    {
        Risk = risk;
        _kind = kind;
        _z = z;
        _survival = GC.AllocateUninitializedArray<double>(risk.Times.Length);
        _greenwood = GC.AllocateUninitializedArray<double>(risk.Times.Length);
        KaplanMeierKernels.Survival(risk.Events.AsSpan(), risk.AtRisk.AsSpan(), _survival, _greenwood);
    }

    /// <summary>Gets the sums the curve is drawn from.</summary>
    public RiskTable Risk { get; }

    /// <summary>Gets the curve at the times somebody ended, ascending; none where nobody did.</summary>
    public IEnumerable<SurvivalPoint> Points
    {
        get
        {
            for (int i = 0; i < _survival.Length; i++)
            {
                if (Risk.Events[i] > 0)
                {
                    yield return PointOf(Risk.Times[i], i, Risk.AtRisk[i], Risk.Events[i]);
                }
            }
        }
    }

    /// <summary>Gets the time by which half has ended.</summary>
    public SurvivalQuantile Median => Quantile(0.5);

    /// <summary>Gets the last time anybody was seen; what lies after it is drawn on, not observed.</summary>
    public double LastTime => Risk.LastTime;

    /// <summary>Gets the share that lasts longer than a time.</summary>
    /// <param name="time">Zero or more.</param>
    /// <returns>1 before the first event; the last value after the last.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or NaN.</exception>
    public double SurvivalAt(double time)
    {
        int slot = SlotAt(time);
        return slot < 0 ? 1 : _survival[slot];
    }

    /// <summary>Gets everything the curve says of a time.</summary>
    /// <param name="time">Zero or more; need not be the time of an event.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or NaN.</exception>
    public SurvivalPoint At(double time)
    {
        int slot = SlotAt(time);
        return PointOf(time, slot, Risk.AtRiskAt(time), slot >= 0 && Risk.Times[slot] == time ? Risk.Events[slot] : 0);
    }

    /// <summary>Finds the time by which a share has ended, with limits by inverting the band.</summary>
    /// <param name="share">Above 0 and at most 1.</param>
    /// <returns>The first time S is at most 1 - share, up to a relative 1e-12: products such as 0.9 x 0.888... reach 0.8 although they round above it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0 and at most 1.</exception>
    public SurvivalQuantile Quantile(double share)
    {
        if (!(share is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share is above 0 and at most 1.");
        }

        double left = (1 - share) * (1 + SurvivalDefaults.ReachedWithin);
        Measure<double> time = UndefinedReason.NotYetObservable;
        Measure<double> lower = UndefinedReason.NotYetObservable;
        Measure<double> upper = UndefinedReason.NotYetObservable;
        for (int i = 0; i < _survival.Length && (time.Value is null || upper.Value is null); i++)
        {
            if (Risk.Events[i] > 0)
            {
                Interval? limits = LimitsOf(i).Value;
                time = First(time, _survival[i] <= left, i);
                lower = First(lower, limits?.Low <= left, i);
                upper = First(upper, limits?.High <= left, i);
            }
        }

        return new(share, time, lower, upper);
    }

    /// <summary>Computes the mean time within a horizon.</summary>
    /// <param name="horizon">Zero or more, finite; in the unit of the times.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative or not finite.</exception>
    public RestrictedMean RestrictedMean(double horizon)
    {
        if (!(horizon >= 0 && double.IsFinite(horizon)))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "The horizon is zero or more and finite.");
        }

        int before = Risk.Times.AsSpan().BinarySearch(horizon);
        before = before < 0 ? ~before : before;
        (double mean, double variance) = KaplanMeierKernels.Area(
            Risk.Times.AsSpan()[..before], Risk.Events.AsSpan(), Risk.AtRisk.AsSpan(), _survival, horizon);
        return new(horizon, mean, Math.Sqrt(variance), horizon > LastTime && (_survival.Length == 0 || _survival[^1] > 0));
    }

    /// <summary>Gets the survival after each time of the risk table: shape [times].</summary>
    internal ReadOnlySpan<double> Survival => _survival;

    private Measure<double> First(Measure<double> found, bool isReached, int slot) => found.Value is null && isReached ? Risk.Times[slot] : found;

    private int SlotAt(double time)
    {
        RiskTable.RequireTime(time);
        int slot = Risk.Times.AsSpan().BinarySearch(time);
        return slot >= 0 ? slot : ~slot - 1;
    }

    private SurvivalPoint PointOf(double time, int slot, double atRisk, double events)
        => new(time, atRisk, events, slot < 0 ? 1 : _survival[slot], ErrorOf(slot), LimitsOf(slot));

    private Measure<double> ErrorOf(int slot) => slot < 0 ? 0
        : _survival[slot] > 0 ? _survival[slot] * Math.Sqrt(_greenwood[slot])
        : UndefinedReason.NoSolution;

    private Measure<Interval> LimitsOf(int slot) => slot < 0 || _survival[slot] == 1 ? new Interval(1, 1)
        : _survival[slot] > 0 ? KaplanMeierKernels.Limits(_kind, _survival[slot], ErrorOf(slot).Value.GetValueOrDefault(), _z)
        : UndefinedReason.NoSolution;
}
