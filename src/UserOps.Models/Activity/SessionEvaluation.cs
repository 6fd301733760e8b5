namespace UserOps.Models.Activity;

/// <summary>One pass over one dataset: every event numbered, every session counted.</summary>
internal static class SessionEvaluation
{
    internal static SessionResult Of(SessionPlan plan, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        var indices = new int[plan.Data.Events.Count];
        var counts = new int[plan.Data.Directory.Count];
        SessionTally tally = UserRange.Sum(
            plan.Data.Events.Offsets,
            run,
            () => new SessionTally(),
            (range, part) => Cut(plan, context, range, indices, counts, part),
            (all, part) => all.Add(part),
            cancellationToken);
        return new(tally.ToSummary(plan, context), new SessionUsers(plan, context, indices, counts));
    }

    private static void Cut(SessionPlan plan, EvaluationContext context, UserRange range, int[] indices, int[] counts, SessionTally tally)
    {
        SessionWalk walk = plan.NewWalk();
        ReadOnlySpan<int> offsets = plan.Data.Events.Offsets;
        for (int user = range.From; user < range.To; user++)
        {
            int from = offsets[user];
            int to = plan.SeenEnd(user);
            tally.EventsAfterAsOf += offsets[user + 1] - to;
            Span<int> own = indices.AsSpan(from..to);
            plan.Number(from, to, ref walk, own);
            counts[user] = tally.AddUser(plan, from, own);
            tally.OpenSessions += walk.IsOpenAfter(context.AsOf.UtcTicks) ? 1 : 0;
        }
    }
}
