using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>How far the distribution of a tag has moved between two runs: the population stability index.</summary>
/// <remarks>
/// PSI = sum over values of (q - p) ln(q / p), p the share in the earlier run and q in the later one; 0 when nothing moved, never negative, the same
/// both ways. A value that one run has and the other has not makes it infinite in theory: then there is no number
/// (<see cref="UndefinedReason.ZeroBase"/>) and the rows say which value it is, unless <see cref="TagStabilityOptions.Smoothing"/> s is given: then every
/// share is (n + s) / (N + s k), with k the number of rows. Values neither run has are left out. By custom below 0.1 is stable and above 0.25
/// moved (N. Siddiqi, <i>Credit Risk Scorecards</i>, 2006); that is a habit, not a test.
/// </remarks>
public sealed record TagStability
{
    /// <summary>Gets the index; without a number over an empty run, or where a value is in one run alone and nothing is smoothed.</summary>
    public required Measure<double> Index { get; init; }

    /// <summary>Gets the values of either run, ordinal, users without a value last.</summary>
    public required ImmutableArray<TagStabilityRow> Rows { get; init; }

    /// <summary>Compares two runs.</summary>
    /// <param name="before">The earlier run.</param>
    /// <param name="now">The later run.</param>
    /// <param name="options">Smoothing, and whether users without a value count; null for neither.</param>
    /// <exception cref="ArgumentNullException">A run is null.</exception>
    /// <exception cref="ArgumentException">A run counts a value twice, or has a negative count.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The smoothing is not above 0 and finite.</exception>
    public static TagStability Between(TagRun before, TagRun now, TagStabilityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        before.Require(nameof(before));
        now.Require(nameof(now));
        if (options?.Smoothing is { } smoothing && !(smoothing > 0 && double.IsFinite(smoothing)))
        {
            throw new ArgumentOutOfRangeException(nameof(options), smoothing, "The smoothing is above 0 and finite; null is none.");
        }

        ImmutableArray<(string? Value, long Before, long Now)> bins = Bins(before, now, options?.CountsWithoutValue ?? false);
        long earlier = bins.Sum(bin => bin.Before);
        long later = bins.Sum(bin => bin.Now);
        double added = options?.Smoothing ?? 0;
        ImmutableArray<TagStabilityRow> rows = [.. bins.Select(bin => new TagStabilityRow
        {
            Value = bin.Value,
            Before = bin.Before,
            Now = bin.Now,
            Contribution = earlier == 0 || later == 0
                ? UndefinedReason.EmptyPopulation
                : Contribution((bin.Before + added) / (earlier + added * bins.Length), (bin.Now + added) / (later + added * bins.Length)),
        })];
        return new() { Rows = rows, Index = Sum(rows, earlier == 0 || later == 0) };
    }

    /// <inheritdoc/>
    public bool Equals(TagStability? other) => other is not null && Index == other.Index && ListEquality.Equal(Rows, other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Index, ListEquality.Hash(Rows));

    private static ImmutableArray<(string? Value, long Before, long Now)> Bins(TagRun before, TagRun now, bool countsWithout)
    {
        Dictionary<string, long> earlier = before.Values.ToDictionary(value => value.Value, value => value.Count, StringComparer.Ordinal);
        Dictionary<string, long> later = now.Values.ToDictionary(value => value.Value, value => value.Count, StringComparer.Ordinal);
        IEnumerable<(string? Value, long Before, long Now)> bins = earlier.Keys.Union(later.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(value => ((string?)value, earlier.GetValueOrDefault(value), later.GetValueOrDefault(value)));
        return [.. (countsWithout ? bins.Append((null, before.WithoutValue, now.WithoutValue)) : bins).Where(bin => bin.Before + bin.Now > 0)];
    }

    private static Measure<double> Contribution(double before, double now)
        => before == 0 || now == 0 ? UndefinedReason.ZeroBase : (now - before) * Math.Log(now / before);

    private static Measure<double> Sum(ImmutableArray<TagStabilityRow> rows, bool isEmpty)
        => isEmpty ? UndefinedReason.EmptyPopulation
        : rows.Any(row => row.Contribution.Undefined is not null) ? UndefinedReason.ZeroBase
        : rows.Sum(row => row.Contribution.Value!.Value);
}
