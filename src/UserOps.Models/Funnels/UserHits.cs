namespace UserOps.Models.Funnels;

/// <summary>Collects the seen events of one user that can fill a step, for the kernels of spans. One per worker.</summary>
internal sealed class UserHits(CompiledFunnel funnel, CancellationToken cancellationToken)
{
    private long[] _ticks = [];
    private ulong[] _masks = [];
    private int _count;

    /// <summary>Gets the number of events of the user after 'as of'.</summary>
    internal int Hidden { get; private set; }

    internal ReadOnlySpan<long> Ticks => _ticks.AsSpan(0, _count);

    /// <summary>Gets the steps each event can fill.</summary>
    internal ReadOnlySpan<ulong> Masks => _masks.AsSpan(0, _count);

    /// <summary>Reads a user.</summary>
    internal void Read(int user)
    {
        EventTable events = funnel.Data.Events;
        int first = events.Offsets[user];
        int end = funnel.SeenEnd(first, events.Offsets[user + 1]);
        Hidden = events.Offsets[user + 1] - end;
        Reserve(end - first);
        _count = 0;
        for (int row = first; row < end; row++)
        {
            cancellationToken.LookAt(row);
            int code = events.CodeAt(row);
            if (funnel.Steps.Named[code] != 0 && funnel.Steps.Of(code, row) is var steps and not 0)
            {
                _ticks[_count] = events.UtcTicks[row];
                _masks[_count++] = steps;
            }
        }
    }

    private void Reserve(int events)
    {
        if (_masks.Length < events)
        {
            _masks = new ulong[Math.Max(256, (int)Math.Min(2L * events, Array.MaxLength))];
            _ticks = new long[_masks.Length];
        }
    }
}
