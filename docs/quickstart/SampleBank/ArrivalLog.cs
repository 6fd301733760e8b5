namespace UserOps.Samples;

/// <summary>Puts drafts into the order in which the warehouse received them, with the faults of a real log.</summary>
/// <remarks>
/// Most rows arrive within seconds; about one in eighty is late, by minutes up to three days. About one row in 2,000 arrives
/// twice, identical; as many repeat an event id at a later instant, as a client does that sends again without an answer.
/// </remarks>
internal sealed class ArrivalLog
{
    private const double LongestDelay = 3 * 24 * DayClock.MillisecondsPerHour;
    private readonly List<EventDraft> _drafts;
    private readonly List<long> _arrivals;
    private readonly List<int> _repeated = [];
    private readonly int _originals;

    /// <summary>Takes the drafts of all people, one person after the other; repeated rows are added to the list.</summary>
    internal ArrivalLog(SampleRandom random, List<EventDraft> drafts)
    {
        _drafts = drafts;
        _originals = drafts.Count;
        _arrivals = new List<long>(_originals);
        for (int i = 0; i < _originals; i++)
        {
            _arrivals.Add(drafts[i].AtMilliseconds + Delay(ref random));
        }
        for (int i = random.Below(2_000); i < _originals; i += 1 + random.Below(2_000))
        {
            Repeat(i, ref random);
        }
    }

    /// <summary>Gives the rows in order of arrival, each with its event id: counted up, except that a repeat has the id of its original.</summary>
    internal IEnumerable<(long Id, EventDraft Draft)> Rows()
    {
        var ids = new Dictionary<int, long>();
        foreach (int original in _repeated)
        {
            ids[original] = 0;
        }
        long last = 0;
        foreach (int row in Order())
        {
            if (row >= _originals)
            {
                yield return (ids[_repeated[row - _originals]], _drafts[row]);
                continue;
            }
            last++;
            if (ids.ContainsKey(row))
            {
                ids[row] = last;
            }
            yield return (last, _drafts[row]);
        }
    }

    private void Repeat(int original, ref SampleRandom random)
    {
        var draft = _drafts[original];
        long later = 1 + random.Below(60_000);
        _drafts.Add(random.Chance(0.5) ? draft : draft with { AtMilliseconds = draft.AtMilliseconds + later });
        _arrivals.Add(_arrivals[original] + later);
        _repeated.Add(original);
    }

    // Sorting single numbers that are all different leaves no choice to the sorting algorithm of a runtime.
    private int[] Order()
    {
        var keys = new ulong[_arrivals.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = checked((ulong)_arrivals[i] * (ulong)keys.Length + (ulong)i);
        }
        Array.Sort(keys);
        return Array.ConvertAll(keys, key => (int)(key % (ulong)keys.Length));
    }

    private static long Delay(ref SampleRandom random) => random.Chance(1.0 / 80)
        ? (long)Math.Min(random.HeavyTailed(6 * DayClock.MillisecondsPerHour), LongestDelay)
        : random.Below(4_000);
}
