namespace UserOps.Models.Profitability;

/// <summary>Works out everybody, block by block.</summary>
internal static class CustomerProfitEvaluation
{
    internal static CustomerProfitResult Of(
        CustomerProfitPlan plan, KeyValuePair<string, UserSet>[] segments, RunOptions run, CancellationToken cancellationToken)
    {
        int users = plan.Data.Directory.Count;
        var profits = new ProfitColumns(plan, users);
        var progress = new PassProgress(run.Progress, 1, users);
        int blocks = (users + ProfitabilityDefaults.BlockUsers - 1) / ProfitabilityDefaults.BlockUsers;
        ProfitTally tally = new Workers(run.Threads, cancellationToken).Sum(
            blocks,
            () => new ProfitTally(plan.Layout, segments.Length, plan.GapPaths.Length),
            (block, sum) =>
            {
                int from = block * ProfitabilityDefaults.BlockUsers;
                int to = Math.Min(from + ProfitabilityDefaults.BlockUsers, users);
                ProfitScratch scratch = plan.NewScratch();
                for (int user = from; user < to; user++)
                {
                    Add(plan, user, scratch, profits, sum, segments);
                }

                progress.Advance(to - from);
            },
            (sum, more) => sum.Add(more));
        CustomerProfitSummary summary = tally.ToSummary(plan, segments);
        progress.Finish();
        return new(summary, new CustomerProfitUsers(plan, profits));
    }

    private static void Add(
        CustomerProfitPlan plan, int user, ProfitScratch scratch, ProfitColumns profits, ProfitTally sum, ReadOnlySpan<KeyValuePair<string, UserSet>> segments)
    {
        if (!plan.Seen.Contains(user))
        {
            return;
        }

        if (plan.TryFigures(user, scratch))
        {
            decimal preTax = profits.Add(user, scratch.Figures);
            sum.Add(user, scratch.Figures, preTax < 0, segments);
        }
        else
        {
            profits.LeaveOut(user);
            sum.LeaveOut(user, scratch.Gaps, segments);
        }
    }
}
