namespace UserOps.Models.Rfm;

/// <summary>
/// The events that carry a value, and nothing of the others: users with at least one of them end to end, each one's in the order of the table. A tenth of
/// most logs, and all that recency, frequency and money need. Immutable, kept with the table.
/// </summary>
internal sealed class ValueList
{
    /// <summary>Stands for an amount that is missing; no column holds it, because a decimal scaled up is never so small.</summary>
    internal const long NoAmount = long.MinValue;

    internal required int[] Users { get; init; }

    /// <summary>Gets where the entries of each user of the list start: shape [users of the list + 1].</summary>
    internal required int[] Offsets { get; init; }

    /// <summary>Gets the row of each entry in the event table.</summary>
    internal required int[] Rows { get; init; }

    /// <summary>Gets the local date of each entry, as <see cref="DateOnly.DayNumber"/>.</summary>
    internal required int[] Days { get; init; }

    /// <summary>Gets the amount of each entry in whole units, <see cref="NoAmount"/> where it is missing; empty where money is not asked.</summary>
    internal required long[] Units { get; init; }

    /// <summary>Gets the instant from which each entry is taken back, the last there is for never; empty without reversals.</summary>
    internal long[] TakenBack { get; init; } = [];

    /// <summary>Gets a value indicating whether a total of any user fits 64 bits and no amount is missing, so that a plain loop adds up.</summary>
    internal required bool AddsUpPlainly { get; init; }

    /// <summary>Gets the place of a user in the list; the complement of the place to insert at where the user has no entry.</summary>
    internal int IndexOf(int user) => Array.BinarySearch(Users, user);
}
