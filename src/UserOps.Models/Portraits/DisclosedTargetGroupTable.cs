using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>A table of indices as it may be shown; rows in ordinal order, users without a value last.</summary>
/// <param name="Field">The column, or what the labels are called.</param>
/// <param name="TargetUsers">Users of the target.</param>
/// <param name="BaseUsers">Users of the base.</param>
/// <param name="Rows">The values.</param>
public sealed record DisclosedTargetGroupTable(
    string Field, DisclosedCount TargetUsers, DisclosedCount BaseUsers, ImmutableArray<DisclosedTargetGroupRow> Rows)
{
    /// <inheritdoc/>
    public bool Equals(DisclosedTargetGroupTable? other) => other is not null
        && Field == other.Field
        && TargetUsers == other.TargetUsers
        && BaseUsers == other.BaseUsers
        && ListEquality.Equal(Rows, other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Field, TargetUsers, BaseUsers, ListEquality.Hash(Rows));
}
