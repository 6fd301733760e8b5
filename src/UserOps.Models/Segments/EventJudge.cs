using System.Numerics;

namespace UserOps.Models;

/// <summary>Judges an event node for one user at a time. Holds scratch memory, so every thread has its own.</summary>
internal abstract class EventJudge
{
    /// <summary>Judges a user.</summary>
    /// <param name="rows">The user's events that are seen, and which of them lie in the window.</param>
    /// <returns>Null where the answer is unknown.</returns>
    internal abstract bool? Judge(SeenRows rows);

    /// <summary>Gets the number the judge compares; null where there is none, or where it compares none.</summary>
    /// <param name="rows">As for <see cref="Judge"/>.</param>
    internal virtual ActualValue? MadeOf(SeenRows rows) => null;

    internal static bool Holds<T>(Comparison comparison, T left, T right)
        where T : IComparisonOperators<T, T, bool> => comparison switch
        {
            Comparison.EqualTo => left == right,
            Comparison.NotEqualTo => left != right,
            Comparison.LessThan => left < right,
            Comparison.AtMost => left <= right,
            Comparison.GreaterThan => left > right,
            _ => left >= right,
        };
}

/// <summary>The events of one user that are seen, as positions in the event table.</summary>
/// <param name="From">The first one in the window.</param>
/// <param name="To">The end of those in the window.</param>
/// <param name="End">The end of all that are seen.</param>
internal readonly record struct SeenRows(int From, int To, int End);
