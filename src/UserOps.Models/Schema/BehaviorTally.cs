namespace UserOps.Models;

/// <summary>The numbers of one user, a slot per event name; emptied and used again for the next user.</summary>
internal sealed class BehaviorTally(int slots, int sums)
{
    private readonly long[] _counts = new long[slots];
    private readonly long[] _first = new long[slots];
    private readonly long[] _last = new long[slots];
    private readonly int[] _days = new int[slots];
    private readonly int[] _lastDay = new int[slots];
    private readonly Int128[] _units = new Int128[slots * sums];
    private readonly long[] _missing = new long[slots * sums];
    private readonly List<int> _touched = [];

    /// <summary>Counts an event; a user's events come in the order of time, so a day that differs from the last one is new.</summary>
    internal void Add(int slot, long utcTicks, int dayNumber)
    {
        if (_counts[slot]++ == 0)
        {
            _touched.Add(slot);
            _first[slot] = utcTicks;
            _lastDay[slot] = -1;
        }

        _last[slot] = utcTicks;
        _days[slot] += dayNumber == _lastDay[slot] ? 0 : 1;
        _lastDay[slot] = dayNumber;
    }

    internal void AddValue(int slot, int sum, long units) => _units[(slot * sums) + sum] += units;

    internal void AddMissing(int slot, int sum) => _missing[(slot * sums) + sum]++;

    /// <summary>Writes the rows of the user, names in order, and forgets them.</summary>
    internal void MoveTo(BehaviorChunk chunk)
    {
        _touched.Sort();
        chunk.RowsOfUser.Add(_touched.Count);
        foreach (int slot in _touched)
        {
            chunk.NameCodes.Add(slot);
            chunk.Counts.Add(_counts[slot]);
            chunk.First.Add(_first[slot]);
            chunk.Last.Add(_last[slot]);
            chunk.Days.Add(_days[slot]);
            for (int sum = 0; sum < sums; sum++)
            {
                chunk.Units[sum].Add(_units[(slot * sums) + sum]);
                chunk.Missing[sum].Add(_missing[(slot * sums) + sum]);
            }

            _counts[slot] = 0;
            _days[slot] = 0;
            _units.AsSpan(slot * sums, sums).Clear();
            _missing.AsSpan(slot * sums, sums).Clear();
        }

        _touched.Clear();
    }
}
