using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>What AARRR and RARRA share of one evaluation: the question, and counts that are sums over users. JSON round-trip.</summary>
public sealed record GrowthCohortSummary
{
    /// <summary>Gets what was asked.</summary>
    public required GrowthStagesDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the counts of the cohort.</summary>
    public required GrowthCounts Counts { get; init; }

    /// <summary>Gets what 'as of' left open.</summary>
    public required GrowthCoverage Coverage { get; init; }

    /// <summary>Gets the counts per value of the breakdown property, values ordinal and users without a value last; empty without a breakdown.</summary>
    public required ImmutableArray<GrowthBreakdownRow> Breakdown { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    internal static GrowthCohortSummary Merge(GrowthCohortSummary a, GrowthCohortSummary b)
    {
        RequireSameQuestion(a, b, "added up", nameof(b));
        return new()
        {
            Definition = a.Definition,
            Context = a.Context,
            Counts = GrowthCounts.Sum(a.Counts, b.Counts),
            Coverage = GrowthCoverage.Merge(a.Coverage, b.Coverage),
            Breakdown = MergeRows(a.Breakdown, b.Breakdown),
            UnknownEvents = [.. a.UnknownEvents.Where(name => b.UnknownEvents.Contains(name, StringComparer.Ordinal))],
        };
    }

    /// <summary>Refuses summaries of different questions, whose counts may be equal and still mean different things.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other.</param>
    /// <param name="purpose">What cannot be done with them, for the message.</param>
    /// <param name="parameterName">The argument to blame.</param>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    internal static void RequireSameQuestion(GrowthCohortSummary a, GrowthCohortSummary b, string purpose, string parameterName)
    {
        if (a.Definition != b.Definition)
        {
            throw new ArgumentException($"The summaries answer different definitions; they cannot be {purpose}.", parameterName);
        }

        if (a.Context != b.Context)
        {
            throw new ArgumentException(
                $"The summaries have different contexts (as of, zone, first day of the week); they cannot be {purpose}.", parameterName);
        }
    }

    /// <summary>Puts rows in their order: values ordinal, the row without a value last.</summary>
    internal static ImmutableArray<GrowthBreakdownRow> InOrder(IEnumerable<GrowthBreakdownRow> rows)
        => [.. rows.OrderBy(row => row.Value is null).ThenBy(row => row.Value, StringComparer.Ordinal)];

    private static ImmutableArray<GrowthBreakdownRow> MergeRows(ImmutableArray<GrowthBreakdownRow> a, ImmutableArray<GrowthBreakdownRow> b)
        => InOrder(a.Concat(b).GroupBy(row => row.Value, StringComparer.Ordinal).Select(rows => new GrowthBreakdownRow
        {
            Value = rows.Key,
            Counts = rows.Select(row => row.Counts).Aggregate(GrowthCounts.Sum),
        }));

    /// <inheritdoc/>
    public bool Equals(GrowthCohortSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Counts == other.Counts
        && Coverage == other.Coverage
        && ListEquality.Equal(Breakdown, other.Breakdown)
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        Definition, Context, Counts, Coverage, ListEquality.Hash(Breakdown), ListEquality.Hash(UnknownEvents));
}
