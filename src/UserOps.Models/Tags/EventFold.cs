namespace UserOps.Models.Tags;

/// <summary>Makes a value of the events of one user at a time. Holds scratch memory, so every thread has its own; writes to the user's own place.</summary>
internal abstract class EventFold(EventTable events, EventMatches matches)
{
    /// <summary>Goes through the events of a user that lie in the window.</summary>
    internal void Fold(int user, SeenRows rows)
    {
        Begin();
        for (int row = rows.From; row < rows.To; row++)
        {
            if (matches.Contains(events.CodeAt(row), row))
            {
                Take(row);
            }
        }

        End(user);
    }

    private protected abstract void Begin();

    /// <summary>Takes an event that counts; a user's events come in the order of time, equal instants in that of arrival.</summary>
    private protected abstract void Take(int row);

    private protected abstract void End(int user);
}
