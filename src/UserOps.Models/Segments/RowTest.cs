using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A field node bound to a table: which rows match, and on which rows that is known.</summary>
/// <param name="Matches">The rows that match; null for none.</param>
/// <param name="Complemented">Whether the rows that do not match are meant instead; with null: all rows.</param>
/// <param name="Known">The rows that are known are those set in all of these; empty when every row is known.</param>
internal readonly record struct RowTest(RowBits? Matches, bool Complemented, ImmutableArray<ResidentBits> Known)
{
    internal int Cost => Matches?.Cost ?? 0;

    internal static RowTest Of(RowBits? matches, Column column) => new(matches, false, KnownRowsOf(column));

    /// <summary>Gets the rows where all of some columns have a value.</summary>
    internal static ImmutableArray<ResidentBits> KnownRowsOf(params ReadOnlySpan<Column> columns)
    {
        var known = ImmutableArray.CreateBuilder<ResidentBits>(columns.Length);
        foreach (Column column in columns)
        {
            if (column.MissingCount > 0)
            {
                known.Add(new PresentBits(column));
            }
        }

        return known.ToImmutable();
    }

    internal RowTest Complement(bool really = true) => really ? this with { Complemented = !Complemented } : this;
}
