namespace UserOps.Models.Retention;

/// <summary>Working memory for one user at a time.</summary>
internal readonly ref struct RetentionMemory
{
    /// <param name="grid">The table.</param>
    /// <param name="words">Shape [<see cref="WordsFor"/>].</param>
    internal RetentionMemory(RetentionGrid grid, Span<ulong> words)
    {
        int periods = PeriodWords(grid);
        int row = BitKernels.WordsFor(grid.Width);
        Returned = words[..periods];
        Row = words.Slice(periods, row);
        Columns = grid.Definition.Rule == RetentionRule.Bracket ? words[(periods + row)..] : Row;
        Grid = grid;
    }

    internal RetentionGrid Grid { get; }

    /// <summary>Gets a bit per period of the table, and a word beyond.</summary>
    internal Span<ulong> Returned { get; }

    /// <summary>Gets a bit per period of the cohort at hand.</summary>
    internal Span<ulong> Row { get; }

    /// <summary>Gets a bit per column of the cohort at hand; the row itself where periods are columns.</summary>
    internal Span<ulong> Columns { get; }

    internal static int WordsFor(RetentionGrid grid)
        => PeriodWords(grid) + BitKernels.WordsFor(grid.Width) + (grid.Definition.Rule == RetentionRule.Bracket ? BitKernels.WordsFor(grid.Columns) : 0);

    /// <summary>Makes columns of the row, by the rule of the definition.</summary>
    internal void RowToColumns()
    {
        Row[0] |= Grid.CountsCohort ? 1UL : 0;
        switch (Grid.Definition.Rule)
        {
            case RetentionRule.OnOrAfter:
                RetentionKernels.OnOrAfter(Row);
                break;
            case RetentionRule.Bracket:
                RetentionKernels.Brackets(Row, Grid.Definition.Brackets.AsSpan(), Columns);
                break;
        }
    }

    // As many as a table that the calendar does not cut short, so that every row can be cut out of them.
    private static int PeriodWords(RetentionGrid grid) => grid.IsRolling ? 0 : BitKernels.WordsFor(grid.Cohorts + grid.Width - 1) + 1;
}
