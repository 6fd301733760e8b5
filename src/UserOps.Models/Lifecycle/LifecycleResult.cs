namespace UserOps.Models.Lifecycle;

/// <summary>In which stage the users of a dataset are at one instant. Immutable.</summary>
public sealed partial class LifecycleResult
{
    internal LifecycleResult(LifecycleModel model, UserOpsDataset data, EvaluationContext context, StagedUsers staged)
    {
        Context = context;
        Users = new(model, data, context, staged);
        Summary = new()
        {
            Definition = model.Definition,
            Context = context,
            Counts = LifecycleCounts.Of(model.Definition, staged),
            UnknownEvents = model.UnknownEventsOf(data),
        };
    }

    /// <summary>Gets what was asked.</summary>
    public LifecycleDefinition Definition => Summary.Definition;

    /// <summary>Gets the instant and the zone for which it was asked.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Gets the counts: JSON, mergeable.</summary>
    public LifecycleSummary Summary { get; }

    /// <summary>Gets who is where, bound to the dataset.</summary>
    public LifecycleUsers Users { get; }
}
