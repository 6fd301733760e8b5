namespace UserOps.Models.Activity;

/// <summary>One session, read back from numbered events.</summary>
internal struct SessionSpan
{
    /// <summary>The index, from 1.</summary>
    internal int Index;

    /// <summary>The first row of the session in the table.</summary>
    internal int First;

    /// <summary>The row after its last one, and after rows of no session that follow.</summary>
    internal int EndRow;

    /// <summary>The instant of the first event, in UTC ticks.</summary>
    internal long Start;

    /// <summary>The instant of the last event.</summary>
    internal long LastEvent;

    /// <summary>The instant of the event that closed it, else of the last event.</summary>
    internal long End;

    /// <summary>How many events it has; what closed it is not among them.</summary>
    internal int Events;

    internal bool IsClosed;

    internal readonly long Ticks => End - Start;

    internal void Add(SessionRole role, long utcTicks)
    {
        End = utcTicks;
        if (role == SessionRole.Close)
        {
            IsClosed = true;
        }
        else
        {
            LastEvent = utcTicks;
            Events++;
        }
    }
}
