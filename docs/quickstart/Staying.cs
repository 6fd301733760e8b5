using System.Collections.Immutable;
using UserOps.Models;
using UserOps.Models.Activity;
using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;
using UserOps.Models.Retention;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>Who stays, who wakes, who leaves; <see cref="Of"/> is the library at work.</summary>
internal sealed record Staying(RetentionResult Retention, ActivityDecompositionResult Weeks, ChurnWarningResult Churn)
{
    /// <summary>Gets the users with the highest scores of those still seen lately, with their reasons.</summary>
    internal required ImmutableArray<ChurnRisk> MostAtRisk { get; init; }

    /// <summary>Gets the stages of users; null where <see cref="NoStagesBecause"/> says why.</summary>
    internal LifeStages? Stages { get; init; }

    /// <summary>Gets why there are no stages; null where there are.</summary>
    internal string? NoStagesBecause { get; init; }

    internal static Staying Of(GrowthStageEvents events, Loaded loaded, EvaluationContext context, Screen screen)
    {
        var data = loaded.Data;
        var retention = screen.Track("retention", progress => new RetentionModel(StayingQuestions.Retention(events, loaded, context)).Evaluate(data, context, Told(progress)));
        var weeks = screen.Track("activity", progress => new ActivityDecompositionModel(StayingQuestions.Weeks(events, loaded, context)).Evaluate(data, context, Told(progress)));
        var churn = screen.Track("churn warning", progress => new ChurnWarningModel(StayingQuestions.Churn(events, loaded)).Evaluate(data, context, Told(progress)));
        string? noStages = StayingQuestions.NoStagesBecause(loaded, context);
        return new Staying(retention, weeks, churn)
        {
            MostAtRisk = churn.Users.MostAtRisk(StayingQuestions.UsersAtRisk, SeenLately(weeks)),
            Stages = noStages is null ? screen.Track("stages", _ => LifeStages.Of(loaded, context)) : null,
            NoStagesBecause = noStages,
        };
    }

    // Who left long ago has a high score and cannot be kept.
    private static UserSet SeenLately(ActivityDecompositionResult weeks)
        => Enumerable.Range(0, weeks.Summary.Periods.Length).TakeLast(StayingQuestions.WeeksToBeSeen).Select(weeks.Users.Active).Aggregate((some, more) => some.Union(more));

    private static RunOptions Told(IProgress<double> progress) => new() { Progress = progress };
}
