using System.Buffers;
using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>Scores the values of one axis; checked when built, immutable, shared freely between threads.</summary>
/// <remarks>
/// Comparisons are exact on the numbers given; no quantile is interpolated, so no rounding moves a value across an edge. Decimals and whole numbers meet
/// thresholds as written; a measured number meets the double nearest to them. A missing value has no score, which is 0, and does not count among the others.
/// No values: no scores.
/// </remarks>
public sealed partial class RfmScorer
{
    private readonly RfmBoundaries? _boundaries;

    /// <summary>Checks how an axis is to be scored.</summary>
    /// <param name="scoring">The method and the number of scores.</param>
    /// <param name="lowerIsBetter">Whether a smaller value is better, as recency in days is: then the scores are counted from the other end.</param>
    /// <exception cref="ArgumentNullException">The scoring is null.</exception>
    /// <exception cref="InvalidDefinitionException">It cannot be; every fault is in <c>Issues</c>.</exception>
    public RfmScorer(RfmAxisScoring scoring, bool lowerIsBetter = false)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RfmScoringRules.Check(scoring, "", issues);
        InvalidDefinitionException.ThrowIfAny(issues.DrainToImmutable());
        Scoring = scoring;
        LowerIsBetter = lowerIsBetter;
        _boundaries = scoring.Method == RfmScoringMethod.Thresholds ? BoundariesAt(scoring.Thresholds) : null;
    }

    private RfmScorer(RfmBoundaries boundaries)
    {
        LowerIsBetter = boundaries.LowerIsBetter;
        _boundaries = boundaries;
    }

    /// <summary>Gets how the axis is scored; null where the cuts were given.</summary>
    public RfmAxisScoring? Scoring { get; }

    /// <summary>Gets whether a smaller value has a higher score.</summary>
    public bool LowerIsBetter { get; }

    /// <summary>Gets the highest score anybody can have; with <see cref="RfmScoringMethod.ValueQuantileDense"/> the data may allow less.</summary>
    public int HighestScore => _boundaries is { } given ? given.Cuts.Length + 1 : Scoring!.Top;

    /// <summary>Gets whether the scores follow from cuts between values, which can be shared: see <see cref="RfmBoundaries"/>.</summary>
    public bool HasBoundaries => _boundaries is not null || Scoring!.Method is RfmScoringMethod.ValueQuantile or RfmScoringMethod.ValueQuantileDense;

    /// <summary>Checks cuts that are given, such as those found in other data, to score by.</summary>
    /// <param name="boundaries">The cuts.</param>
    /// <exception cref="ArgumentNullException">The boundaries are null.</exception>
    /// <exception cref="InvalidDefinitionException">They cannot be; every fault is in <c>Issues</c>.</exception>
    public static RfmScorer At(RfmBoundaries boundaries)
    {
        ArgumentNullException.ThrowIfNull(boundaries);
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RfmScoringRules.Check(boundaries, "", issues);
        InvalidDefinitionException.ThrowIfAny(issues.DrainToImmutable());
        return new(boundaries);
    }

    /// <summary>Scores whole numbers, such as days or counts, in memory of the caller.</summary>
    /// <param name="values">Shape [values].</param>
    /// <param name="scores">Shape [values]; overwritten.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Score(ReadOnlySpan<int> values, Span<byte> scores)
    {
        ThrowIfOtherLength(values.Length, scores.Length);
        ScoreUnits(values, scale: 0, ties: null, scores);
    }

    /// <summary>Scores whole numbers, in memory of the caller.</summary>
    /// <param name="values">Shape [values].</param>
    /// <param name="scores">Shape [values]; overwritten.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void Score(ReadOnlySpan<long> values, Span<byte> scores)
    {
        ThrowIfOtherLength(values.Length, scores.Length);
        ScoreUnits(values, scale: 0, ties: null, scores);
    }

    /// <summary>Scores whole numbers, such as days or counts.</summary>
    /// <param name="values">Shape [values]; by rank, equal ones keep this order.</param>
    /// <returns>Shape [values]; 1 to <see cref="HighestScore"/>.</returns>
    public byte[] Score(ReadOnlySpan<int> values)
    {
        var scores = new byte[values.Length];
        Score(values, scores);
        return scores;
    }

    /// <summary>Scores exact numbers, such as money.</summary>
    /// <param name="values">Shape [values]; null where the value is missing. By rank, equal ones keep this order.</param>
    /// <returns>Shape [values]; 1 to <see cref="HighestScore"/>, 0 where the value is missing.</returns>
    public byte[] Score(ReadOnlySpan<decimal?> values)
    {
        using var present = PresentValues<decimal>.Of(values);
        return present.Spread(Score(present.Values), values);
    }

    /// <summary>Scores exact numbers, such as money, of which none is missing.</summary>
    /// <param name="values">Shape [values]; by rank, equal ones keep this order.</param>
    /// <returns>Shape [values]; 1 to <see cref="HighestScore"/>.</returns>
    public byte[] Score(ReadOnlySpan<decimal> values)
    {
        var scores = new byte[values.Length];
        if (_boundaries is { } given)
        {
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] = (byte)ScoreOf(values[i], given);
            }

            return scores;
        }

        ScoreUnits<long>(DecimalKeys.Of(values).Keys, scale: 0, ties: null, scores);
        return scores;
    }

    /// <summary>Scores measured numbers.</summary>
    /// <param name="values">Shape [values]; null where the value is missing. By rank, equal ones keep this order.</param>
    /// <returns>Shape [values]; 1 to <see cref="HighestScore"/>, 0 where the value is missing.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public byte[] Score(ReadOnlySpan<double?> values)
    {
        using var present = PresentValues<double>.Of(values);
        return present.Spread(Score(present.Values), values);
    }

    /// <summary>Scores measured numbers, of which none is missing.</summary>
    /// <param name="values">Shape [values]; by rank, equal ones keep this order.</param>
    /// <returns>Shape [values]; 1 to <see cref="HighestScore"/>.</returns>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public byte[] Score(ReadOnlySpan<double> values)
    {
        var scores = new byte[values.Length];
        long[] keys = ArrayPool<long>.Shared.Rent(values.Length);
        DoubleKeys.Fill(values, keys);
        Span<long> given = keys.AsSpan(0, values.Length);
        if (_boundaries is { } boundaries)
        {
            var cuts = new KeyCuts<long>(stackalloc long[RfmScoringDefaults.MaximumBins]);
            DoubleKeys.AddCuts(boundaries, ref cuts);
            RfmScoringKernels.Score(given, cuts, HighestScore, LowerIsBetter, scores);
        }
        else
        {
            ScoreUnits<long>(given, scale: 0, ties: null, scores);
        }

        ArrayPool<long>.Shared.Return(keys);
        return scores;
    }

    /// <summary>Finds the cuts between the scores of whole numbers.</summary>
    /// <param name="values">Shape [values]; at least one, unless the cuts are thresholds.</param>
    /// <exception cref="InvalidOperationException">The method has none; see <see cref="HasBoundaries"/>.</exception>
    /// <exception cref="ArgumentException">There are no values to find cuts in.</exception>
    public RfmBoundaries BoundariesOf(ReadOnlySpan<int> values) => BoundariesOfUnits(values, scale: 0);

    /// <summary>Finds the cuts between the scores of exact numbers.</summary>
    /// <param name="values">Shape [values]; at least one, unless the cuts are thresholds.</param>
    /// <exception cref="InvalidOperationException">The method has none; see <see cref="HasBoundaries"/>.</exception>
    /// <exception cref="ArgumentException">There are no values to find cuts in.</exception>
    public RfmBoundaries BoundariesOf(ReadOnlySpan<decimal> values)
    {
        ThrowIfNoBoundaries(values.Length);
        if (_boundaries is { } given)
        {
            return given;
        }

        DecimalKeys keys = DecimalKeys.Of(values);
        var cuts = new KeyCuts<long>(stackalloc long[RfmScoringDefaults.MaximumBins]);
        AddCuts(keys.Keys, ref cuts);
        var decimals = new decimal[cuts.Cuts.Length];
        for (int i = 0; i < decimals.Length; i++)
        {
            decimals[i] = keys.ValueOf(cuts.Cuts[i]);
        }

        return BoundariesAt([.. decimals]);
    }

    private static int ScoreOf(decimal value, RfmBoundaries boundaries)
    {
        int passed = 0;
        foreach (decimal cut in boundaries.Cuts)
        {
            passed += value > cut || (boundaries.PassedWhenEqual && value == cut) ? 1 : 0;
        }

        return boundaries.LowerIsBetter ? boundaries.Cuts.Length + 1 - passed : passed + 1;
    }

    private RfmBoundaries BoundariesAt(ImmutableArray<decimal> cuts)
        => new() { Cuts = cuts, PassedWhenEqual = Scoring!.Method == RfmScoringMethod.Thresholds, LowerIsBetter = LowerIsBetter };

    private void ThrowIfNoBoundaries(int values)
    {
        if (!HasBoundaries)
        {
            throw new InvalidOperationException($"{Scoring!.Method} scores by rank, so there are no boundaries to share.");
        }

        if (values == 0 && _boundaries is null)
        {
            throw new ArgumentException("There are no values to find cuts in.", nameof(values));
        }
    }

    private static void ThrowIfOtherLength(int values, int scores)
    {
        if (values != scores)
        {
            throw new ArgumentException($"There are {values} values, but room for {scores} scores.", nameof(scores));
        }
    }
}
