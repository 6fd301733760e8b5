using System.Collections.Immutable;
using System.Diagnostics;

namespace UserOps.Models;

/// <summary>One exact value for each user: money in one currency, or a plain quantity (资产、消费额、利润). What models of value take.</summary>
/// <remarks>
/// Immutable, bound to one directory. It knows whose values are asked for (<see cref="Users"/>) and who of them has none, which is not 0. All values
/// are whole numbers of one smallest unit, so that sums, thresholds and ties are exact; together their magnitudes fit into a decimal. 16 bytes a user.
/// </remarks>
public sealed partial class UserAmounts
{
    private readonly Int128[] _units;
    private readonly int[]? _withoutAmount;

    /// <summary>Takes ownership of the arrays.</summary>
    /// <param name="directory">Gives ordinals.</param>
    /// <param name="units">Shape [users]; whole numbers of 10^-scale, 0 where there is no value. Their magnitudes add up to what a decimal holds.</param>
    /// <param name="known">One bit per ordinal: set where there is a value. Only users of the population have one.</param>
    /// <param name="scale">Digits after the point, 0 to 28.</param>
    /// <param name="currency">ISO 4217 code; null for quantities.</param>
    /// <param name="users">Whose values are asked for; null for everybody.</param>
    /// <param name="withoutAmount">Shape [users]; how many matching events of each had no amount. Null for none.</param>
    internal UserAmounts(UserDirectory directory, Int128[] units, ulong[] known, int scale, string? currency, UserSet? users = null, int[]? withoutAmount = null)
    {
        Debug.Assert(units.Length == directory.Count, "one value a user");
        _units = units;
        Directory = directory;
        WithValue = new(directory, known);
        Users = users ?? UserSet.Everyone(directory);
        Scale = scale;
        Currency = currency;
        Int128 total = 0;
        foreach (Int128 unit in units)
        {
            total += unit;
        }

        TotalUnits = total;
        _withoutAmount = withoutAmount;
        foreach (int user in withoutAmount is null ? UserSet.None(directory) : Users)
        {
            EventsWithoutAmount += withoutAmount![user];
        }
    }

    /// <summary>Gets the directory that gives ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>Gets the ISO 4217 code of the currency; null for plain quantities.</summary>
    public string? Currency { get; }

    /// <summary>Gets whose values are asked for: everybody of the directory, of sums of events those seen by 'as of', or those chosen by <see cref="Only"/>.</summary>
    public UserSet Users { get; }

    /// <summary>Gets the users who have a value.</summary>
    public UserSet WithValue { get; }

    /// <summary>Gets the users who were asked for and have no value.</summary>
    public UserSet WithoutValue => Users.Except(WithValue);

    /// <summary>Gets how many users have a value.</summary>
    public int Known => WithValue.Count;

    /// <summary>Gets how many users were asked for and have no value.</summary>
    public int Missing => Users.Count - Known;

    /// <summary>Gets the exact sum of the values; 0 where nobody has one.</summary>
    public decimal Total => CommonScale.ToDecimal(TotalUnits, Scale);

    /// <summary>Gets how many matching events of <see cref="Users"/> up to 'as of' had no amount and added nothing; 0 for values that are no sums of events.</summary>
    public long EventsWithoutAmount { get; }

    /// <summary>Gets where the values come from; null for values that were given by user, or worked out by another model.</summary>
    public UserAmountsSource? Source { get; private init; }

    /// <summary>Gets the event names that were asked for and that the data never held; normal in a shard.</summary>
    public ImmutableArray<string> UnknownEvents { get; private init; } = [];

    /// <summary>Gets the digits after the point of the smallest unit.</summary>
    internal int Scale { get; }

    /// <summary>Gets the values as whole numbers of the smallest unit: shape [users]; 0 where there is none.</summary>
    internal ReadOnlySpan<Int128> Units => _units;

    /// <summary>Gets the sum of all units.</summary>
    internal Int128 TotalUnits { get; }

    /// <summary>Gets the value of a user; null where there is none.</summary>
    /// <param name="id">The caller's key; who is not in the directory has no value.</param>
    public decimal? this[UserId id]
        => Directory.TryGetOrdinal(id, out int ordinal) && WithValue.Contains(ordinal) ? CommonScale.ToDecimal(_units[ordinal], Scale) : null;

    /// <summary>Gets the ordinal of a user.</summary>
    /// <exception cref="KeyNotFoundException">The directory does not know the user.</exception>
    internal int OrdinalOf(UserId id)
        => Directory.TryGetOrdinal(id, out int ordinal) ? ordinal : throw new KeyNotFoundException($"The dataset does not know the user '{id}'.");

    /// <summary>Gives the users who have a value, with it, in the order of their ordinals.</summary>
    public IEnumerable<KeyValuePair<UserId, decimal>> Values()
    {
        foreach (int ordinal in WithValue)
        {
            yield return new(Directory[ordinal], CommonScale.ToDecimal(_units[ordinal], Scale));
        }
    }

    /// <summary>Gives the values of some users: what is asked of the result is asked of nobody else.</summary>
    /// <param name="users">Of the same directory, or an earlier or later state of it. Those of them who were not asked for here are not asked for there.</param>
    /// <exception cref="ArgumentNullException">The set is null.</exception>
    /// <exception cref="ArgumentException">The set belongs to another directory.</exception>
    public UserAmounts Only(UserSet users)
    {
        ArgumentNullException.ThrowIfNull(users);
        ulong[] asked = [.. Users.Intersect(users).Words[..BitKernels.WordsFor(Directory.Count)]];
        var known = new ulong[asked.Length];
        BitKernels.Apply<AndOperation>(asked, WithValue.Words, known);
        var chosen = new UserSet(Directory, known);
        var units = new Int128[_units.Length];
        foreach (int ordinal in chosen)
        {
            units[ordinal] = _units[ordinal];
        }

        return new(Directory, units, known, Scale, Currency, new(Directory, asked), _withoutAmount) { UnknownEvents = UnknownEvents, Source = Source };
    }
}
