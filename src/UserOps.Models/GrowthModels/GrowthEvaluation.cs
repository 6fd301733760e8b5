using System.Diagnostics.CodeAnalysis;

namespace UserOps.Models.GrowthModels;

/// <summary>One pass over one dataset, from which both models take their views.</summary>
internal sealed class GrowthEvaluation
{
    private readonly byte[] _reached;

    private GrowthEvaluation(GrowthPlan plan, byte[] reached, GrowthCohortSummary summary)
    {
        Plan = plan;
        _reached = reached;
        Summary = summary;
    }

    internal GrowthPlan Plan { get; }

    internal GrowthCohortSummary Summary { get; }

    /// <summary>Checks a definition and makes its cohort.</summary>
    /// <exception cref="InvalidDefinitionException">The definition cannot be.</exception>
    internal static void Require([NotNull] GrowthStagesDefinition? definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(GrowthStageRules.Check(definition));
    }

    internal static GrowthEvaluation Of(
        GrowthStagesDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var plan = new GrowthPlan(new GrowthCohort(definition, context), data, run, cancellationToken);
        var reached = new byte[data.Directory.Count];
        var tally = new GrowthTally();
        foreach (GrowthTally part in UserRange.Each(data.Events.Offsets, run, range => plan.Place(range, reached), cancellationToken))
        {
            tally.Add(part);
        }

        return new(plan, reached, SummaryOf(plan, tally));
    }

    /// <summary>Gets the users who reached all of some stages and none of some others; cohort users only.</summary>
    internal UserSet Users(GrowthStages all, GrowthStages none = GrowthStages.None)
    {
        byte wanted = (byte)(all | GrowthStages.Acquisition);
        byte looked = (byte)(wanted | (byte)none);
        if ((wanted & (byte)none) != 0)
        {
            return UserSet.None(Plan.Data.Directory); // nobody reached and did not reach one stage
        }

        var words = new ulong[BitKernels.WordsFor(_reached.Length)];
        for (int user = 0; user < _reached.Length; user++)
        {
            words[user >> 6] |= (_reached[user] & looked) == wanted ? 1UL << (user & 63) : 0;
        }

        return new(Plan.Data.Directory, words);
    }

    private static GrowthCohortSummary SummaryOf(GrowthPlan plan, GrowthTally tally) => new()
    {
        Definition = plan.Cohort.Definition,
        Context = plan.Cohort.Context,
        Counts = tally.Counts,
        Coverage = new()
        {
            IsCohortOver = plan.Cohort.IsOver,
            RetentionOpen = tally.RetentionOpen,
            WindowOpen = tally.WindowOpen,
            EventsAfterAsOf = tally.EventsAfterAsOf,
        },
        Breakdown = plan.Breakdown is { } breakdown ? tally.Rows(breakdown.Values) : [],
        UnknownEvents = plan.UnknownEvents,
    };
}
