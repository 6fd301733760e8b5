namespace UserOps.Models.Stratification;

/// <summary>Users by value, the highest first. Equal values stand in the order of ids only around positions where somebody is parted from the others.</summary>
/// <remarks>
/// Ids are compared nowhere else: most users may have the same value, 0, and to order them all by texts would cost more than everything else.
/// Which of equal values stands where is settled when it is asked, under a lock.
/// </remarks>
internal sealed class RankedUsers
{
    private readonly int[] _ordinals;
    private readonly Int128[] _descending;

    internal RankedUsers(UserAmounts amounts)
    {
        Amounts = amounts;
        _ordinals = [.. amounts.WithValue];
        _descending = new Int128[_ordinals.Length];
        for (int i = 0; i < _ordinals.Length; i++)
        {
            _descending[i] = amounts.Units[_ordinals[i]];
        }

        DescendingOrder.Sort(_descending, _ordinals);
    }

    internal UserAmounts Amounts { get; }

    /// <summary>Gets the values in units, highest first.</summary>
    internal ReadOnlySpan<Int128> Descending => _descending;

    /// <summary>Refuses values below 0.</summary>
    /// <exception cref="NegativeValuesException">There are some.</exception>
    internal void RequireNoneNegative(string parameterName)
    {
        int negative = StratificationKernels.CountNegative(_descending);
        if (negative > 0)
        {
            UserId[] users = [.. _ordinals[^negative..].Select(ordinal => Amounts.Directory[ordinal]).Order()];
            throw new NegativeValuesException([.. users], Amounts[users[0]]!.Value, parameterName);
        }
    }

    /// <summary>Gets the first users of the order; where equal values lie on both sides of its end, those with the smaller ids.</summary>
    /// <param name="count">0 to the number of values.</param>
    internal UserSet First(int count) => Between(0, count);

    /// <summary>Gets the users between two positions.</summary>
    /// <param name="from">The first position.</param>
    /// <param name="to">The end, excluded.</param>
    internal UserSet Between(int from, int to)
    {
        var users = new ulong[BitKernels.WordsFor(Amounts.Directory.Count)];
        foreach (int ordinal in OrdinalsBetween(from, to))
        {
            users[ordinal >> 6] |= 1UL << ordinal;
        }

        return new(Amounts.Directory, users);
    }

    /// <summary>Gets the ordinals of the users between two positions, in any order.</summary>
    internal int[] OrdinalsBetween(int from, int to)
    {
        lock (_ordinals)
        {
            Split(from);
            Split(to);
            return _ordinals[from..to];
        }
    }

    /// <summary>Says where a user stands, equal values in the order of ids.</summary>
    /// <param name="id">The caller's key.</param>
    /// <exception cref="KeyNotFoundException">The directory does not know the user.</exception>
    internal RankExplanation Explain(UserId id)
    {
        int ordinal = Amounts.OrdinalOf(id);
        Int128 total = Amounts.TotalUnits;
        if (!Amounts.WithValue.Contains(ordinal))
        {
            return new() { User = id, Users = _descending.Length, Total = Amounts.Total };
        }

        int rank = RankOf(Amounts, ordinal);
        Int128 before = StratificationKernels.Sum(_descending.AsSpan(0, rank - 1));
        return new()
        {
            User = id,
            Value = Amounts[id],
            Rank = rank,
            Users = _descending.Length,
            ValueBefore = CommonScale.ToDecimal(before, Amounts.Scale),
            Total = CommonScale.ToDecimal(total, Amounts.Scale),
        };
    }

    /// <summary>Gets the place of a user who has a value: 1 for the highest, equal values in the order of ids.</summary>
    internal static int RankOf(UserAmounts amounts, int ordinal)
    {
        Int128 value = amounts.Units[ordinal];
        UserId id = amounts.Directory[ordinal];
        int rank = 1;
        foreach (int other in amounts.WithValue)
        {
            Int128 otherValue = amounts.Units[other];
            rank += otherValue > value || (otherValue == value && amounts.Directory[other] < id) ? 1 : 0;
        }

        return rank;
    }

    /// <summary>Puts the users with smaller ids before a position and those with larger ones behind it, among equal values.</summary>
    private void Split(int position)
    {
        int from = StratificationKernels.RunStart(_descending, position);
        int to = StratificationKernels.RunEnd(_descending, position);
        if (from < position && position < to)
        {
            new IdSelection(Amounts.Directory).Split(_ordinals.AsSpan(from, to - from), position - from);
        }
    }
}
