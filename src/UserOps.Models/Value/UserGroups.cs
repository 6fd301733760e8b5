using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Sorts users by the value of a column of the user table; those without one are a group of their own, so that groups add up to the whole.</summary>
internal sealed class UserGroups
{
    private readonly CategoryColumn? _column;

    /// <param name="column">The column; null for one group of all.</param>
    /// <param name="cells">How many cells a group has.</param>
    /// <exception cref="InvalidOperationException">The groups have more cells together than is possible.</exception>
    internal UserGroups(CategoryColumn? column, long cells)
    {
        _column = column;
        Values = column?.Values ?? [];
        Count = Values.Length + 1;
        if (Count * cells > RevenueDefaults.MaximumBreakdownCells && column is not null)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The breakdown has {Values.Length} values; with {cells} cells each they are more than the {RevenueDefaults.MaximumBreakdownCells} cells that are possible."));
        }
    }

    /// <summary>Gets how many groups there are: one a value, and the one without, which is the last.</summary>
    internal int Count { get; }

    internal bool IsBrokenDown => _column is not null;

    internal ImmutableArray<string> Values { get; }

    /// <summary>Gets the group of a user.</summary>
    internal int Of(int user) => _column?.CodeAt(user) is { } code and >= 0 ? code : Count - 1;

    /// <summary>Gets the value of a group; null for users without one.</summary>
    internal string? NameOf(int group) => group < Values.Length ? Values[group] : null;

    /// <summary>Lists groups by value, ordinal, the one without at the end.</summary>
    internal IEnumerable<int> Ordered()
        => Enumerable.Range(0, Values.Length).OrderBy(group => Values[group], StringComparer.Ordinal).Append(Count - 1);
}
