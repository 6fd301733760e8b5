using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Looks at one user again and says why each session began. It reasons from the events, not from the walk that numbered them.</summary>
internal static class SessionExplainer
{
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    internal static SessionExplanation Explain(SessionPlan plan, EvaluationContext context, UserId user) => Explain(plan, context, user, out _);

    /// <param name="plan">The question.</param>
    /// <param name="context">As of when.</param>
    /// <param name="user">Whose sessions.</param>
    /// <param name="sessions">Where each of the explained sessions lies.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    internal static SessionExplanation Explain(SessionPlan plan, EvaluationContext context, UserId user, out List<SessionSpan> sessions)
    {
        int ordinal = OrdinalOf(plan.Data, user);
        int from = plan.Data.Events.Offsets[ordinal];
        int[] indices = Numbered(plan, ordinal, out SessionWalk walk);
        bool isOpen = walk.IsOpenAfter(context.AsOf.UtcTicks);
        sessions = Read(plan, from, indices);
        var told = ImmutableArray.CreateBuilder<UserSession>(sessions.Count);
        for (int i = 0; i < sessions.Count; i++)
        {
            told.Add(Tell(plan, from..(from + indices.Length), sessions[i], i == 0 ? null : sessions[i - 1], isOpen && i == sessions.Count - 1));
        }

        int outside = Enumerable.Range(0, indices.Length).Count(i => indices[i] == 0 && plan.RoleAt(from + i) == SessionRole.Event);
        return new() { User = user, Sessions = told.MoveToImmutable(), EventsWithoutSession = outside };
    }

    internal static int OrdinalOf(UserOpsDataset data, UserId user) => data.Directory.TryGetOrdinal(user, out int ordinal)
        ? ordinal
        : throw new KeyNotFoundException($"The dataset does not know the user '{user}'.");

    /// <summary>Numbers one user's visible events.</summary>
    private static int[] Numbered(SessionPlan plan, int ordinal, out SessionWalk walk)
    {
        int from = plan.Data.Events.Offsets[ordinal];
        int to = plan.SeenEnd(ordinal);
        var indices = new int[to - from];
        walk = plan.NewWalk();
        plan.Number(from, to, ref walk, indices);
        return indices;
    }

    private static List<SessionSpan> Read(SessionPlan plan, int from, int[] indices)
    {
        var sessions = new List<SessionSpan>();
        for (int at = 0; SessionKernels.TryRead(plan, from, indices, ref at, out SessionSpan session);)
        {
            sessions.Add(session);
        }

        return sessions;
    }

    private static UserSession Tell(SessionPlan plan, Range rows, SessionSpan session, SessionSpan? before, bool isOpen) => new()
    {
        Index = session.Index,
        Start = plan.Calendar.InstantOf(session.Start),
        End = plan.Calendar.InstantOf(session.End),
        Events = session.Events,
        StartedBy = StartOf(plan, rows, session, before),
        Gap = before is { } previous ? TimeSpan.FromTicks(session.Start - previous.LastEvent) : null,
        IsClosed = session.IsClosed,
        IsOpen = isOpen,
    };

    private static SessionStart StartOf(SessionPlan plan, Range rows, SessionSpan session, SessionSpan? before)
    {
        if (HasSeparator(plan, rows, before?.LastEvent ?? long.MinValue, session.Start))
        {
            return SessionStart.Separator;
        }

        return before is not { } previous ? SessionStart.FirstEvent
            : previous.IsClosed ? SessionStart.Closed
            : session.Start - previous.LastEvent > SessionLimits.Of(plan.Definition).InactivityTicks ? SessionStart.Inactivity
            : SessionStart.Midnight;
    }

    // At equal times a separator comes first: one at the start of the session began it, one at the last event before belongs to that event.
    private static bool HasSeparator(SessionPlan plan, Range rows, long after, long until)
    {
        ReadOnlySpan<long> utcTicks = plan.Data.Events.UtcTicks;
        int first = plan.Data.Events.SeenEnd(rows.Start.Value, rows.End.Value, after);
        for (int i = first; i < rows.End.Value && utcTicks[i] <= until; i++)
        {
            if (plan.RoleAt(i) == SessionRole.Separator)
            {
                return true;
            }
        }

        return false;
    }
}
