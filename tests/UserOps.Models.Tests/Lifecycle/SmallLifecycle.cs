using System.Collections.Immutable;
using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>A life cycle read off the last letter a user did: "g" growth, "d" dormant, "c" churned; one letter a local day from 2026-01-01 on, '.' for none.</summary>
internal static class SmallLifecycle
{
    internal static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    internal static readonly DateOnly FirstDay = new(2026, 1, 1);

    internal static LifecycleDefinition Definition { get; } = new()
    {
        Id = "letters",
        Name = new("字母", "letters"),
        Stages = [.. new[] { ("c", LifecycleStage.Churned), ("d", LifecycleStage.Dormant), ("g", LifecycleStage.Growth), ("i", LifecycleStage.Introduction) }.Select(stage => new LifecycleStageDefinition
        {
            Id = stage.Item2.ToString(),
            Name = LifecycleStageNames.Of(stage.Item2),
            Kind = stage.Item2,
            Rule = Rule.Event(stage.Item1).In(TimeWindow.Days(0, 0)).AtLeast(1),
        })],
    };

    /// <summary>Makes users u0, u1, ... of days as letters.</summary>
    internal static UserOpsDataset Users(params string[] journeys)
    {
        (int User, int Day, char Letter)[] rows = [.. journeys.SelectMany((journey, user) => journey.Select((letter, day) => (user, day, letter)).Where(row => row.letter != '.'))];
        return UserOpsDataset.FromEvents(rows, map => map.User(row => $"u{row.User}").At(row => Noon(row.Day)).Name(row => row.Letter.ToString()));
    }

    internal static EvaluationContext AtEndOf(int day) => EvaluationContext.AtEndOf(FirstDay.AddDays(day), Zone);

    internal static ImmutableArray<DateTimeOffset> Days(int count)
        => LifecycleGrid.PeriodEnds(AtEndOf(count - 1), CalendarUnit.Day, FirstDay, FirstDay.AddDays(count - 1));

    internal static LifecycleTransitions Transitions(params string[] journeys)
    {
        UserOpsDataset data = Users(journeys);
        var model = new LifecycleModel(Definition);
        return LifecycleTransitions.Between(model.Evaluate(data, AtEndOf(0)), model.Evaluate(data, AtEndOf(1)));
    }

    internal static LifecycleState In(LifecycleStage stage) => LifecycleState.In(stage.ToString());

    private static DateTimeOffset Noon(int day) => new(FirstDay.AddDays(day).ToDateTime(new(12, 0)), TimeSpan.FromHours(8));
}
