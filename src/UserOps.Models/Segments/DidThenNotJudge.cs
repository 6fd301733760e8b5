namespace UserOps.Models;

/// <summary>Looks for a first event that nothing follows in time, from the last event back: what comes next is then known.</summary>
internal sealed class DidThenNotJudge(EventTable events, EventMatches first, EventMatches then, long withinTicks, long asOfTicks) : EventJudge
{
    private const long Never = long.MaxValue;

    /// <summary>Gets the first event that decided the last judgment: the latest one not followed, or the earliest one that waits; -1 for none.</summary>
    internal int Decided { get; private set; }

    internal override bool? Judge(SeenRows rows)
    {
        Decided = -1;
        ReadOnlySpan<long> ticks = events.UtcTicks;
        long next = Never; // the earliest one after the instant at hand
        long nextFromHere = Never; // the same, with those of this instant
        bool waits = false;
        for (int row = rows.End - 1; row >= rows.From; row--)
        {
            long now = ticks[row];
            if (row + 1 < rows.End && ticks[row + 1] != now)
            {
                next = nextFromHere;
            }

            int code = events.CodeAt(row);
            bool isMissed = next == Never || next - now > withinTicks;
            if (isMissed && row < rows.To && first.Contains(code, row))
            {
                Decided = row;
                if (now <= asOfTicks - withinTicks)
                {
                    return true;
                }

                waits = true;
            }

            nextFromHere = then.Contains(code, row) ? now : nextFromHere;
        }

        return waits ? null : false;
    }
}
