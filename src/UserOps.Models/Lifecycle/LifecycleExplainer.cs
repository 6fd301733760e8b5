namespace UserOps.Models.Lifecycle;

/// <summary>Explains the place of one user with the rules that led there.</summary>
internal static class LifecycleExplainer
{
    internal static LifecycleExplanation Explain(
        LifecyclePlan plan, UserOpsDataset data, EvaluationContext context, UserId user, LifecycleState state, bool isUncertain)
    {
        int asked = state.Kind switch
        {
            LifecycleStateKind.Absent => 0,
            LifecycleStateKind.Unassigned => plan.Stages.Length,
            _ => LifecycleStates.IndexOf(state.Stage, plan.Definition, nameof(state)) + 1,
        };
        return new()
        {
            User = user,
            State = state,
            IsUncertain = isUncertain,
            Population = plan.ExplainedPopulation?.Explain(data, user, context),
            Asked =
            [
                .. Enumerable.Range(0, asked).Select(stage => new LifecycleStageExplanation
                {
                    Stage = plan.Definition.Stages[stage].Id,
                    Rule = plan.Explained[stage].Explain(data, user, context),
                }),
            ],
        };
    }
}
