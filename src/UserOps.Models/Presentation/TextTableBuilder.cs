using System.Collections.Immutable;

namespace UserOps.Models.Presentation;

/// <summary>Collects the rows of a <see cref="TextTable"/>.</summary>
/// <remarks>Not for several threads at once. A builder may go on after <see cref="Build"/>: tables built before do not change.</remarks>
public sealed class TextTableBuilder
{
    private readonly ImmutableArray<TextColumn> _columns;
    private readonly ImmutableArray<ImmutableArray<string>>.Builder _rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();

    /// <summary>Starts a table.</summary>
    /// <param name="columns">The columns, left to right; at least one.</param>
    /// <exception cref="ArgumentException">There is no column, or one of them is <see langword="null"/>.</exception>
    public TextTableBuilder(params ReadOnlySpan<TextColumn> columns)
    {
        if (columns.IsEmpty)
        {
            throw new ArgumentException("A table needs at least one column.", nameof(columns));
        }
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i] is null)
            {
                throw new ArgumentException($"Column {i} is null.", nameof(columns));
            }
        }
        _columns = [.. columns];
    }

    /// <summary>Gets or sets the line above the table; <see langword="null"/> or empty for none.</summary>
    public string? Title { get; set; }

    /// <summary>Adds a row below the others.</summary>
    /// <param name="cells">Shape [columns]; a cell that is <see langword="null"/> stays empty.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">There are more or fewer cells than columns.</exception>
    public TextTableBuilder AddRow(params ReadOnlySpan<string?> cells)
    {
        if (cells.Length != _columns.Length)
        {
            throw new ArgumentException(
                $"Row {_rows.Count} has {cells.Length} cells, the table has {_columns.Length} columns.", nameof(cells));
        }
        var row = ImmutableArray.CreateBuilder<string>(cells.Length);
        foreach (string? cell in cells)
        {
            row.Add(cell ?? "");
        }
        _rows.Add(row.MoveToImmutable());
        return this;
    }

    /// <summary>Makes the table of the rows added so far.</summary>
    /// <returns>An immutable table.</returns>
    public TextTable Build() => new(string.IsNullOrEmpty(Title) ? null : Title, _columns, _rows.ToImmutable());
}
