namespace UserOps.Models.Survival;

/// <summary>A Nelson-Aalen curve: how much hazard has come together by each time. 0 before the first event, flat between events and after the last one. Immutable.</summary>
public sealed class HazardCurve
{
    private readonly double[] _hazard;
    private readonly double[] _variance;
    private readonly HazardIntervalKind _kind;
    private readonly double _z;

    internal HazardCurve(RiskTable risk, HazardIntervalKind kind, double z)
    {
        Risk = risk;
        _kind = kind;
        _z = z;
        _hazard = GC.AllocateUninitializedArray<double>(risk.Times.Length);
        _variance = GC.AllocateUninitializedArray<double>(risk.Times.Length);
        NelsonAalenKernels.Hazard(risk.Events.AsSpan(), risk.AtRisk.AsSpan(), _hazard, _variance);
    }

    /// <summary>Gets the sums the curve is drawn from.</summary>
    public RiskTable Risk { get; }

    /// <summary>Gets the curve at the times somebody ended, ascending; none where nobody did.</summary>
    public IEnumerable<HazardPoint> Points
    {
        get
        {
            for (int i = 0; i < _hazard.Length; i++)
            {
                if (Risk.Events[i] > 0)
                {
                    yield return PointOf(Risk.Times[i], i, Risk.AtRisk[i], Risk.Events[i]);
                }
            }
        }
    }

    /// <summary>Gets everything the curve says of a time.</summary>
    /// <param name="time">Zero or more; need not be the time of an event.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or NaN.</exception>
    public HazardPoint At(double time)
    {
        RiskTable.RequireTime(time);
        int place = Risk.Times.AsSpan().BinarySearch(time);
        int slot = place >= 0 ? place : ~place - 1;
        return PointOf(time, slot, Risk.AtRiskAt(time), place >= 0 ? Risk.Events[place] : 0);
    }

    private HazardPoint PointOf(double time, int slot, double atRisk, double events)
    {
        double hazard = slot < 0 ? 0 : _hazard[slot];
        double error = slot < 0 ? 0 : Math.Sqrt(_variance[slot]);
        return new(time, atRisk, events, hazard, error, LimitsOf(hazard, error));
    }

    private Interval LimitsOf(double hazard, double error)
    {
        if (hazard == 0)
        {
            return new(0, 0);
        }

        double reach = _z * error;
        return _kind == HazardIntervalKind.Plain
            ? new(Math.Max(0, hazard - reach), hazard + reach)
            : new(hazard * Math.Exp(-reach / hazard), Math.Min(double.MaxValue, hazard * Math.Exp(reach / hazard)));
    }
}
