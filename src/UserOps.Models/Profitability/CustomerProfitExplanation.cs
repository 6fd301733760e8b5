using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Why a user is worth this much: the whole statement, or what keeps the user from having one.</summary>
public sealed record CustomerProfitExplanation
{
    /// <summary>Gets the statement with every line; null where a value is missing or cannot be.</summary>
    public CustomerProfitStatement? Statement { get; init; }

    /// <summary>Gets what is missing or cannot be, by place in the definition; empty with a statement.</summary>
    public required ImmutableArray<ProfitGap> Gaps { get; init; }

    /// <inheritdoc/>
    public bool Equals(CustomerProfitExplanation? other) => other is not null && Statement == other.Statement && ListEquality.Equal(Gaps, other.Gaps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Statement, ListEquality.Hash(Gaps));
}
