using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>The nodes in counts of users. JSON round-trip, mergeable.</summary>
public sealed record CardCycleSummary
{
    /// <summary>Gets the nodes that were asked for.</summary>
    public required CardCycleDefinition Definition { get; init; }

    /// <summary>Gets the instant and the zone.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets how many users were placed: with <see cref="Uncertain"/>, <see cref="InNone"/> and the current users of each node this adds up.</summary>
    public required long Users { get; init; }

    /// <summary>Gets how many users have a node that is not known and would come before the one known to hold, so that their current node is not known.</summary>
    public required long Uncertain { get; init; }

    /// <summary>Gets for how many users every node is known, and none holds.</summary>
    public required long InNone { get; init; }

    /// <summary>Gets the counts of each node, in the order of the definition.</summary>
    public required ImmutableArray<CardCycleNodeCounts> Nodes { get; init; }

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static CardCycleSummary Merge(CardCycleSummary a, CardCycleSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Definition != b.Definition || a.Context != b.Context)
        {
            throw new ArgumentException("Only summaries of one definition and one context are added up.", nameof(b));
        }

        return a with
        {
            Users = a.Users + b.Users,
            Uncertain = a.Uncertain + b.Uncertain,
            InNone = a.InNone + b.InNone,
            Nodes = [.. a.Nodes.Zip(b.Nodes, Added)],
        };
    }

    /// <inheritdoc/>
    public bool Equals(CardCycleSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Users == other.Users
        && Uncertain == other.Uncertain
        && InNone == other.InNone
        && ListEquality.Equal(Nodes, other.Nodes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, Users, Uncertain, InNone, ListEquality.Hash(Nodes));

    private static CardCycleNodeCounts Added(CardCycleNodeCounts a, CardCycleNodeCounts b) => a with
    {
        Holding = a.Holding + b.Holding,
        Entered = a.Entered + b.Entered,
        Unknown = a.Unknown + b.Unknown,
        Current = a.Current + b.Current,
    };
}
