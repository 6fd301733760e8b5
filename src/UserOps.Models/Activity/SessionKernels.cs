using System.Diagnostics;

namespace UserOps.Models.Activity;

/// <summary>Numbers the sessions of one user, and reads them back.</summary>
internal static class SessionKernels
{
    /// <summary>Gives each event of one user the index of its session.</summary>
    /// <typeparam name="TRoles">Who says what an event is.</typeparam>
    /// <param name="roles">What each event is, by the index of the event.</param>
    /// <param name="utcTicks">Shape [events]; ascending within the user.</param>
    /// <param name="from">The user's first event.</param>
    /// <param name="to">The end of the user's visible events, excluded.</param>
    /// <param name="walk">The rules; begun anew here.</param>
    /// <param name="indices">Shape [to - from]; 1 and up, 0 for no session. Never falls from one session to the next.</param>
    internal static void Number<TRoles>(
        TRoles roles, ReadOnlySpan<long> utcTicks, int from, int to, ref SessionWalk walk, Span<int> indices)
        where TRoles : struct, ISessionRoles, allows ref struct
    {
        Debug.Assert(indices.Length >= to - from, "one index an event");

        walk.Begin();
        for (int first = from; first < to;)
        {
            int end = first + 1;
            while (end < to && utcTicks[end] == utcTicks[first])
            {
                end++;
            }

            NumberInstant(roles, utcTicks[first], first, end, ref walk, indices.Slice(first - from, end - first));
            first = end;
        }
    }

    /// <summary>Reads the next session of a user who has been numbered.</summary>
    /// <param name="plan">Says what each event is.</param>
    /// <param name="from">The user's first event.</param>
    /// <param name="indices">Shape [visible events of the user].</param>
    /// <param name="at">Where to go on, among <paramref name="indices"/>; 0 for the first session, moved behind the one that was read.</param>
    /// <param name="session">The session; it has at least one event.</param>
    /// <returns>Whether there was one more.</returns>
    internal static bool TryRead(SessionPlan plan, int from, ReadOnlySpan<int> indices, ref int at, out SessionSpan session)
    {
        while (at < indices.Length && indices[at] == 0)
        {
            at++;
        }

        session = default;
        if (at == indices.Length)
        {
            return false;
        }

        ReadOnlySpan<long> utcTicks = plan.Data.Events.UtcTicks;
        session.Index = indices[at];
        session.First = from + at;
        session.Start = utcTicks[from + at];
        for (; at < indices.Length && (indices[at] == session.Index || indices[at] == 0); at++)
        {
            if (indices[at] != 0)
            {
                session.Add(plan.RoleAt(from + at), utcTicks[from + at]);
            }
        }

        session.EndRow = from + at;
        return true;
    }

    // At one instant separators come first and close events last, whatever the order of arrival.
    private static void NumberInstant<TRoles>(TRoles roles, long utcTicks, int first, int end, ref SessionWalk walk, Span<int> indices)
        where TRoles : struct, ISessionRoles, allows ref struct
    {
        bool closes = false;
        bool hasEvents = false;
        for (int i = first; i < end; i++)
        {
            SessionRole role = roles.At(i);
            closes |= role == SessionRole.Close;
            hasEvents |= role == SessionRole.Event;
            if (role == SessionRole.Separator)
            {
                walk.Separate();
            }
        }

        // Events of one instant share a session, so one of them speaks for all; so do close events.
        int index = hasEvents ? walk.Take(utcTicks) : 0;
        int closed = closes ? walk.Close(utcTicks) : 0;
        for (int i = first; i < end; i++)
        {
            SessionRole role = roles.At(i);
            indices[i - first] = role == SessionRole.Event ? index : role == SessionRole.Close ? closed : 0;
        }
    }
}
