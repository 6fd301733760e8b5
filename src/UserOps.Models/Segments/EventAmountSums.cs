namespace UserOps.Models;

/// <summary>Adds up an amount over the matching events of each user. Ranges of users write to places of their own.</summary>
/// <param name="events">The log.</param>
/// <param name="matches">Which events count.</param>
/// <param name="column">Amounts or quantities of the log.</param>
/// <param name="fromTicks">The first instant that counts.</param>
/// <param name="asOfTicks">The last instant that counts.</param>
internal sealed class EventAmountSums(EventTable events, EventMatches matches, Column column, long fromTicks, long asOfTicks)
{
    private readonly UserState[] _states = new UserState[events.Directory.Count];

    private enum UserState : byte
    {
        WithoutEvents,
        WithoutAmount,
        WithAmount,
    }

    /// <summary>Gets how many matching events of each user have no amount: shape [users].</summary>
    internal int[] WithoutAmount { get; } = new int[events.Directory.Count];

    /// <summary>Gets the sums: shape [users]; 0 where there is none.</summary>
    internal Int128[] Units { get; } = new Int128[events.Directory.Count];

    /// <summary>Adds up the users of a range.</summary>
    /// <returns>How many matching events have no amount.</returns>
    internal long Add(UserRange range)
    {
        ReadOnlySpan<long> utcTicks = events.UtcTicks;
        ReadOnlySpan<long> amounts = column is AmountColumn money ? money.Units : ((QuantityColumn)column).Units;
        long withoutAmount = 0;
        for (int user = range.From; user < range.To; user++)
        {
            int end = events.SeenEnd(events.Offsets[user], events.Offsets[user + 1], asOfTicks);
            for (int row = events.Offsets[user]; row < end; row++)
            {
                if (!matches.Contains(events.CodeAt(row), row) || utcTicks[row] < fromTicks)
                {
                    continue;
                }

                if (column.IsMissing(row))
                {
                    withoutAmount++;
                    WithoutAmount[user]++;
                    _states[user] = _states[user] == UserState.WithAmount ? UserState.WithAmount : UserState.WithoutAmount;
                }
                else
                {
                    Units[user] += amounts[row];
                    _states[user] = UserState.WithAmount;
                }
            }
        }

        return withoutAmount;
    }

    /// <summary>Gets one bit per user, set where there is a sum.</summary>
    /// <param name="withoutEvents">Whether a user without a matching event has the sum of nothing.</param>
    /// <param name="seen">Who was there at 'as of'; of anybody else nothing is asked, not even a sum of nothing.</param>
    internal ulong[] Known(UsersWithoutEvents withoutEvents, UserSet seen)
    {
        var known = new ulong[BitKernels.WordsFor(_states.Length)];
        foreach (int user in seen)
        {
            bool isKnown = _states[user] == UserState.WithAmount
                || (_states[user] == UserState.WithoutEvents && withoutEvents == UsersWithoutEvents.Zero);
            known[user >> 6] |= isKnown ? 1UL << user : 0;
        }

        return known;
    }
}
