using UserOps.Models;
using UserOps.Models.Lifecycle;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>In which stages users were and are, who went where, and the shape of it.</summary>
internal sealed record LifeStages(LifecycleResult Before, LifecycleResult Now, LifecycleTransitions Moves, LifecycleShapeResult Shape)
{
    /// <summary>Gets the number of days without a login after which a user is churned.</summary>
    internal required int ChurnedDays { get; init; }

    internal static LifeStages Of(Loaded loaded, EvaluationContext context)
    {
        var model = new LifecycleModel(StayingQuestions.Stages(loaded, context));
        var before = model.Evaluate(loaded.Data, StayingQuestions.Before(context));
        var now = model.Evaluate(loaded.Data, context);
        return new LifeStages(before, now, LifecycleTransitions.Between(before, now), new LifecycleShapeModel().Evaluate(now.Summary))
        {
            ChurnedDays = StayingQuestions.ChurnedAfter(loaded, context),
        };
    }
}
