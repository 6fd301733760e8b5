using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>The cumulative incidence of one cause: the share that has ended for it by each time. 0 before its first end, flat between ends. Immutable.</summary>
public sealed class IncidenceCurve
{
    private readonly ImmutableArray<double> _events;
    private readonly RiskTable _risk;
    private readonly double[] _incidence;
    private readonly double[] _variance;
    private readonly SurvivalIntervalKind _kind;
    private readonly double _z;

    internal IncidenceCurve(RiskTable risk, CauseCounts cause, ReadOnlySpan<double> survival, SurvivalIntervalKind kind, double z)
    {
        Cause = cause.Cause;
        _events = cause.Events;
        _risk = risk;
        _kind = kind;
        _z = z;
        _incidence = new double[risk.Times.Length];
        _variance = new double[risk.Times.Length];
        IncidenceKernels.Incidence(_events.AsSpan(), risk.Events.AsSpan(), risk.AtRisk.AsSpan(), survival, _incidence, _variance);
    }

    /// <summary>Gets the cause.</summary>
    public string Cause { get; }

    /// <summary>Gets the curve at the times somebody ended for the cause, ascending.</summary>
    public IEnumerable<IncidencePoint> Points
    {
        get
        {
            for (int i = 0; i < _incidence.Length; i++)
            {
                if (_events[i] > 0)
                {
                    yield return PointOf(_risk.Times[i], i);
                }
            }
        }
    }

    /// <summary>Gets everything the curve says of a time.</summary>
    /// <param name="time">Zero or more; need not be the time of an end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or NaN.</exception>
    public IncidencePoint At(double time)
    {
        RiskTable.RequireTime(time);
        int slot = _risk.Times.AsSpan().BinarySearch(time);
        return PointOf(time, slot >= 0 ? slot : ~slot - 1);
    }

    private IncidencePoint PointOf(double time, int slot)
    {
        if (slot < 0 || _incidence[slot] == 0)
        {
            return new(time, 0, 0, new(0, 0));
        }

        double share = _incidence[slot];
        double error = Math.Sqrt(_variance[slot]);
        return new(time, share, error, share < 1 ? KaplanMeierKernels.Limits(_kind, share, error, _z) : new(1, 1));
    }
}
