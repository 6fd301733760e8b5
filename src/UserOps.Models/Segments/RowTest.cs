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

    /// <summary>Gets the answer for one row; null where it is unknown.</summary>
    /// <param name="row">The row.</param>
    /// <param name="rows">How many rows there are.</param>
    internal bool? At(int row, int rows)
    {
        foreach (ResidentBits known in Known)
        {
            if (!IsSet(known.Words[row >> 6], row))
            {
                return null;
            }
        }

        ulong word = 0;
        switch (Matches)
        {
            case ResidentBits resident:
                word = resident.Words[row >> 6];
                break;
            case ScannedBits scanned:
                scanned.Scan(row & ~63, Math.Min(64, rows - (row & ~63)), new Span<ulong>(ref word));
                break;
        }

        return IsSet(word, row) != Complemented;
    }

    private static bool IsSet(ulong word, int row) => (word >> row & 1) != 0;

    internal RowTest Complement(bool really = true) => really ? this with { Complemented = !Complemented } : this;
}
