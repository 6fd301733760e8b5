using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace UserOps.Models.Rfm;

/// <summary>Cuts recency, frequency and monetary value into low and high, and names the group; checked when built, immutable, shared freely between threads.</summary>
/// <remarks>
/// Below its cut recency is high, above theirs the others are; which side equal values are on is the split's to say. A mean is the exact one, so equal values are
/// never parted from their mean by rounding; decimals and doubles are taken as the numbers they are.
/// </remarks>
public sealed class RfmSplitModel
{
    /// <summary>Checks a split.</summary>
    /// <param name="split">Where each axis is cut; null for the mean, equal values high.</param>
    /// <exception cref="InvalidDefinitionException">It cannot be; every fault is in <c>Issues</c>.</exception>
    public RfmSplitModel(RfmSplit? split = null)
    {
        Split = split ?? new();
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RfmScoringRules.Check(Split, "", issues);
        InvalidDefinitionException.ThrowIfAny(issues.DrainToImmutable());
    }

    /// <summary>Gets where each axis is cut.</summary>
    public RfmSplit Split { get; }

    /// <summary>Groups users by exact numbers.</summary>
    /// <param name="recency">Shape [users]; days since the last purchase. At least one user.</param>
    /// <param name="frequency">Shape [users].</param>
    /// <param name="monetary">Shape [users].</param>
    /// <exception cref="ArgumentException">There are no users, or the spans differ in length.</exception>
    public RfmSplitResult Evaluate(ReadOnlySpan<decimal> recency, ReadOnlySpan<decimal> frequency, ReadOnlySpan<decimal> monetary)
    {
        ThrowIfOtherLength(recency.Length, frequency.Length, monetary.Length);
        var groups = new byte[recency.Length];
        return ResultOf(
            Mark(recency, Split.Given?.Recency, RfmSplitKernels.LowRecency, groups),
            Mark(frequency, Split.Given?.Frequency, RfmSplitKernels.LowFrequency, groups),
            Mark(monetary, Split.Given?.Monetary, RfmSplitKernels.LowMonetary, groups),
            groups);
    }

    /// <summary>Groups users by measured numbers.</summary>
    /// <param name="recency">Shape [users]; days since the last purchase. At least one user.</param>
    /// <param name="frequency">Shape [users].</param>
    /// <param name="monetary">Shape [users].</param>
    /// <exception cref="ArgumentException">There are no users, the spans differ in length, or a value is NaN or infinite.</exception>
    public RfmSplitResult Evaluate(ReadOnlySpan<double> recency, ReadOnlySpan<double> frequency, ReadOnlySpan<double> monetary)
    {
        ThrowIfOtherLength(recency.Length, frequency.Length, monetary.Length);
        var groups = new byte[recency.Length];
        return ResultOf(
            Mark(recency, Split.Given?.Recency, RfmSplitKernels.LowRecency, groups),
            Mark(frequency, Split.Given?.Frequency, RfmSplitKernels.LowFrequency, groups),
            Mark(monetary, Split.Given?.Monetary, RfmSplitKernels.LowMonetary, groups),
            groups);
    }

    /// <summary>Cuts one axis of whole numbers of units, and marks who is low on it.</summary>
    /// <param name="units">Shape [users]; at least one.</param>
    /// <param name="scale">Digits after the point the units stand for.</param>
    /// <param name="given">The cut, where it is given.</param>
    /// <param name="bit">The bit of the axis, one of <see cref="RfmSplitKernels"/>.</param>
    /// <param name="groups">Shape [users]; zeros at first, group numbers once all three axes are marked.</param>
    internal AxisCut MarkUnits<T>(ReadOnlySpan<T> units, int scale, decimal? given, byte bit, Span<byte> groups)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        AxisCut cut = AxisCut.OfUnits(Split, given, bit == RfmSplitKernels.LowRecency, units, scale);
        RfmSplitKernels.MarkLow(units, cut.LowestUnits(scale), cut.LowerIsBetter, bit, groups);
        return cut;
    }

    /// <summary>Makes the result of three marked axes.</summary>
    internal RfmSplitResult ResultOf(AxisCut recency, AxisCut frequency, AxisCut monetary, byte[] groups)
    {
        var named = new RfmGroup[groups.Length];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = (RfmGroup)groups[i];
        }

        return new(Split, recency, frequency, monetary, ImmutableCollectionsMarshal.AsImmutableArray(named));
    }

    private AxisCut Mark(ReadOnlySpan<decimal> values, decimal? given, byte bit, Span<byte> groups)
    {
        DecimalKeys keys = DecimalKeys.Of(values);
        AxisCut cut = AxisCut.Of(Split, given is { } fixedCut ? ExactNumber.Of(fixedCut) : CutOf(values, keys), bit == RfmSplitKernels.LowRecency);
        RfmSplitKernels.MarkLow<long>(keys.Keys, keys.LowestKey(cut), cut.LowerIsBetter, bit, groups);
        return cut;
    }

    private AxisCut Mark(ReadOnlySpan<double> values, decimal? given, byte bit, Span<byte> groups)
    {
        var keys = new long[values.Length];
        DoubleKeys.Fill(values, keys);
        AxisCut cut = AxisCut.Of(Split, given is { } fixedCut ? ExactNumber.Of(DoubleKeys.NearestTo(fixedCut)) : CutOf(values, keys), bit == RfmSplitKernels.LowRecency);
        RfmSplitKernels.MarkLow<long>(keys, DoubleKeys.KeyOf(cut.LowestDouble()), cut.LowerIsBetter, bit, groups);
        return cut;
    }

    private ExactNumber CutOf(ReadOnlySpan<decimal> values, DecimalKeys keys)
    {
        if (Split.Method == RfmSplitMethod.Mean)
        {
            return keys.MeanOf(values);
        }

        (long low, long high) = AxisCut.MiddleOf<long>(keys.Keys);
        return ExactNumber.MeanOf([keys.ValueOf(low), keys.ValueOf(high)]);
    }

    private ExactNumber CutOf(ReadOnlySpan<double> values, ReadOnlySpan<long> keys)
    {
        if (Split.Method == RfmSplitMethod.Mean)
        {
            return ExactNumber.MeanOf(values);
        }

        (long low, long high) = AxisCut.MiddleOf(keys);
        return ExactNumber.MeanOf([DoubleKeys.ValueOf(low), DoubleKeys.ValueOf(high)]);
    }

    private static void ThrowIfOtherLength(int recency, int frequency, int monetary)
    {
        if (recency != frequency || recency != monetary)
        {
            throw new ArgumentException($"There are {recency} values of recency, {frequency} of frequency and {monetary} of money; there is one of each per user.");
        }

        if (recency == 0)
        {
            throw new ArgumentException("There are no users to group.");
        }
    }
}
