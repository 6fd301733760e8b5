namespace UserOps.Models.Lifecycle;

/// <summary>Places the users of a dataset at one instant: each stage is asked only of those whom no stage before has taken.</summary>
internal static class LifecycleEvaluation
{
    internal static StagedUsers Of(LifecyclePlan plan, UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
    {
        var rows = new UserRows(data, context);
        var evaluation = new UserEvaluation(plan.Asked, rows, data, context, run, cancellationToken);
        foreach ((string name, SegmentRule rule) in plan.Segments)
        {
            rows.Answer(name, evaluation.Ask(rule));
        }

        var codes = new byte[data.Directory.Count];
        codes.AsSpan().Fill(LifecycleDefaults.Absent);
        UserTruth there = plan.Population is { } population ? evaluation.Ask(population) : Known([.. SeenUsers.At(context, data).Words]);
        LifecycleKernels.Place(there.True, LifecycleDefaults.Unassigned, codes);

        // Whether somebody is there at all may be unknown as well; they are then absent, and uncertain.
        ulong[] uncertain = there.IsKnown ? new ulong[there.True.Length] : UserTruth.Combined<AndNotOperation>(there.Possible, there.True);
        ulong[] open = there.True;
        for (int stage = 0; stage < plan.Stages.Length; stage++)
        {
            UserTruth truth = evaluation.Ask(plan.Stages[stage], open);
            LifecycleKernels.Place(truth.True, (byte)stage, codes);
            if (!truth.IsKnown)
            {
                BitKernels.Apply<OrOperation>(uncertain, UserTruth.Combined<AndNotOperation>(truth.Possible, truth.True), uncertain);
            }

            open = UserTruth.Combined<AndNotOperation>(open, truth.True);
        }

        evaluation.Finish();
        return new(codes, uncertain);
    }

    private static UserTruth Known(ulong[] users) => new(users, users);
}
