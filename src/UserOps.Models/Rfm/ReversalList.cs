namespace UserOps.Models.Rfm;

/// <summary>The reversals of a log, and when each purchase and refund of it is taken back. Immutable, kept with the table.</summary>
internal sealed class ReversalList
{
    /// <summary>Gets the row of each reversal in the event table, in its order.</summary>
    internal required int[] Rows { get; init; }

    /// <summary>Gets whether each of them takes anything back.</summary>
    internal required bool[] TakesBack { get; init; }
}
