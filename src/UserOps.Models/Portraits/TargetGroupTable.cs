using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>Target and base, value by value, as counts: JSON round-trip, a sum over users. Indices are derived.</summary>
public sealed record TargetGroupTable
{
    /// <summary>Gets scale, level and what is small.</summary>
    public required TargetGroupIndexDefinition Definition { get; init; }

    /// <summary>Gets the column, or what the labels are called.</summary>
    public required string Field { get; init; }

    /// <summary>Gets a value indicating whether a user may have several of the values; then they do not add up, and the weighted mean is not the average.</summary>
    public bool IsMultiValued { get; init; }

    /// <summary>Gets the users of the target.</summary>
    public required long TargetUsers { get; init; }

    /// <summary>Gets the users of the target whose value is missing.</summary>
    public long TargetMissing { get; init; }

    /// <summary>Gets the users of whom it is not known whether they belong to the target; they are not in it.</summary>
    public long TargetUncertain { get; init; }

    /// <summary>Gets the users of the base.</summary>
    public required long BaseUsers { get; init; }

    /// <summary>Gets the users of the base whose value is missing.</summary>
    public long BaseMissing { get; init; }

    /// <summary>Gets the counts of each value: most users of the base first, of equal ones the ordinally first. Over a dataset values nobody of the base has are left out.</summary>
    public required ImmutableArray<TargetGroupCount> Rows { get; init; }

    /// <summary>Gets the index of each value in the order of <see cref="Rows"/>, then that of the missing value when somebody of the base lacks one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The table was read from JSON and its counts cannot be.</exception>
    [JsonIgnore]
    public ImmutableArray<TargetGroupRow> Indices
    {
        get
        {
            var model = new TargetGroupIndexModel(Definition);
            IEnumerable<TargetGroupRow> rows = Rows.Select(row => new TargetGroupRow(row.Value, model.OfCounts(CountsOf(row))));
            return [.. BaseMissing == 0 ? rows : rows.Append(new(null, model.OfCounts(new(TargetMissing, TargetUsers, BaseMissing, BaseUsers))))];
        }
    }

    /// <summary>
    /// Gets the mean of the indices weighted by the share of each value in the base: exactly the average (100 or 1) where every user has one value,
    /// which checks the table; more or less where users have several or none.
    /// </summary>
    [JsonIgnore]
    public Measure<double> WeightedMean
    {
        get
        {
            // base share x index is the share in the target, so the sum needs no quotient but the last.
            long known = TargetUsers - TargetMissing;
            return known == 0 ? UndefinedReason.EmptyTarget
                : (double)Rows.Sum(row => row.Target) / known * (Definition.Scale == IndexScale.Hundred ? 100 : 1);
        }
    }

    /// <summary>Gets the index of a value.</summary>
    /// <param name="value">Ordinal; null for users without one.</param>
    /// <exception cref="ArgumentException">Nobody of the base has this value.</exception>
    public TargetGroupIndex IndexOf(string? value)
        => Indices.FirstOrDefault(row => row.Value == value)?.Result
        ?? throw new ArgumentException($"The table has no row '{value ?? "(missing)"}'.", nameof(value));

    /// <summary>Joins the tables of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One table.</param>
    /// <param name="b">The other, of the same definition and field.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A table is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the fields differ.</exception>
    public static TargetGroupTable Merge(TargetGroupTable a, TargetGroupTable b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Definition == b.Definition && a.Field == b.Field && a.IsMultiValued == b.IsMultiValued
            ? a with
            {
                TargetUsers = a.TargetUsers + b.TargetUsers,
                TargetMissing = a.TargetMissing + b.TargetMissing,
                TargetUncertain = a.TargetUncertain + b.TargetUncertain,
                BaseUsers = a.BaseUsers + b.BaseUsers,
                BaseMissing = a.BaseMissing + b.BaseMissing,
                Rows = InOrder(a.Rows.Concat(b.Rows)
                    .GroupBy(row => row.Value, StringComparer.Ordinal)
                    .Select(same => new TargetGroupCount(same.Key, same.Sum(row => row.Target), same.Sum(row => row.Base)))),
            }
            : throw new ArgumentException("The tables answer different questions; they cannot be added up.", nameof(b));
    }

    /// <inheritdoc/>
    public bool Equals(TargetGroupTable? other) => other is not null
        && Definition == other.Definition
        && Field == other.Field
        && IsMultiValued == other.IsMultiValued
        && TargetUsers == other.TargetUsers
        && TargetMissing == other.TargetMissing
        && TargetUncertain == other.TargetUncertain
        && BaseUsers == other.BaseUsers
        && BaseMissing == other.BaseMissing
        && ListEquality.Equal(Rows, other.Rows);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Field, TargetUsers, BaseUsers, TargetMissing, BaseMissing, ListEquality.Hash(Rows));

    /// <summary>Puts rows in their order.</summary>
    internal static ImmutableArray<TargetGroupCount> InOrder(IEnumerable<TargetGroupCount> rows)
        => [.. rows.OrderByDescending(row => row.Base).ThenBy(row => row.Value, StringComparer.Ordinal)];

    private TargetGroupCounts CountsOf(TargetGroupCount row) => new(row.Target, TargetUsers - TargetMissing, row.Base, BaseUsers - BaseMissing);
}
