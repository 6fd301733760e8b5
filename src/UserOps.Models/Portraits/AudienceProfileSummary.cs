using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What is told of an audience as far as it is a sum over users: JSON round-trip, mergeable.</summary>
public sealed record AudienceProfileSummary
{
    /// <summary>Gets what was asked.</summary>
    public required AudienceProfileDefinition Definition { get; init; }

    /// <summary>Gets the users of the audience.</summary>
    public required long Members { get; init; }

    /// <summary>Gets the users of whom it is not known whether they belong to it; nothing else here speaks of them.</summary>
    public required long Uncertain { get; init; }

    /// <summary>Gets the distributions of category, flag and set columns, in the order asked for.</summary>
    public required ImmutableArray<FieldDistribution> Distributions { get; init; }

    /// <summary>Gets the totals of amounts and quantities, in the order asked for.</summary>
    public required ImmutableArray<AmountTotal> Totals { get; init; }

    /// <summary>Joins the summaries of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition over the same columns.</param>
    /// <returns>What one evaluation over all of them gives. Means of measured numbers, quantiles and dates stay with each result.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the columns differ.</exception>
    public static AudienceProfileSummary Merge(AudienceProfileSummary a, AudienceProfileSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Definition != b.Definition
            || !a.Distributions.Select(one => (one.Field, one.IsMultiValued)).SequenceEqual(b.Distributions.Select(one => (one.Field, one.IsMultiValued)))
            || !a.Totals.Select(one => (one.Field, one.Currency)).SequenceEqual(b.Totals.Select(one => (one.Field, one.Currency))))
        {
            throw new ArgumentException("The summaries answer different questions, or of different columns; they cannot be added up.", nameof(b));
        }

        return new()
        {
            Definition = a.Definition,
            Members = a.Members + b.Members,
            Uncertain = a.Uncertain + b.Uncertain,
            Distributions = [.. a.Distributions.Zip(b.Distributions, FieldDistribution.Merge)],
            Totals = [.. a.Totals.Zip(b.Totals, AmountTotal.Merge)],
        };
    }

    /// <inheritdoc/>
    public bool Equals(AudienceProfileSummary? other) => other is not null
        && Definition == other.Definition
        && Members == other.Members
        && Uncertain == other.Uncertain
        && ListEquality.Equal(Distributions, other.Distributions)
        && ListEquality.Equal(Totals, other.Totals);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, Members, Uncertain, ListEquality.Hash(Distributions), ListEquality.Hash(Totals));
}
