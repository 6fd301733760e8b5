using System.Globalization;
using UserOps.Models;
using UserOps.Models.Lifecycle;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>The stages of users, in the order of a life and not of the rules that are asked.</summary>
internal static class LifeStageTables
{
    internal static TextTable Counts(LifeStages stages)
    {
        var table = new TextTableBuilder(
            TextColumn.Left("stage"), TextColumn.Right(Day(stages.Before.Context)), TextColumn.Right("share"), TextColumn.Right(Day(stages.Now.Context)), TextColumn.Right("share"));
        foreach (var stage in Enum.GetValues<LifecycleStage>())
        {
            table.AddRow([NameOf(stage), .. Cell(stages.Before.Summary.Counts, stage), .. Cell(stages.Now.Summary.Counts, stage)]);
        }
        return table.AddRow("all", CellText.Count(stages.Before.Summary.Counts.Users), "", CellText.Count(stages.Now.Summary.Counts.Users), "").Build();
    }

    internal static TextTable Moves(LifecycleTransitions moves)
    {
        var life = Enum.GetValues<LifecycleStage>().Select(stage => (Name: NameOf(stage), State: StateOf(stage, moves.Definition))).ToArray();
        var table = new TextTableBuilder([TextColumn.Left("from"), .. life.Select(to => TextColumn.Right(to.Name))]);
        foreach (var from in life.Append((Name: "(not there yet)", State: LifecycleState.Absent)))
        {
            table.AddRow([from.Name, .. life.Select(to => $"{CellText.Count(moves.Users(from.State, to.State))} {CellText.Percent(moves.Rate(from.State, to.State).Value),6}")]);
        }
        return table.Build();
    }

    /// <summary>Gives the shares of the three zones.</summary>
    internal static string Zones(LifecycleShapeResult shape)
        => $"introduction {Percent(shape, LifecycleZone.Acquisition)}, growth and maturity {Percent(shape, LifecycleZone.Value)}, dormant and churned {Percent(shape, LifecycleZone.Retention)}";

    internal static string NameOf(LifecycleShape shape) => shape switch
    {
        LifecycleShape.L => "L型 L",
        LifecycleShape.U => "U型 U",
        _ => "倒U型 inverted U",
    };

    private static string NameOf(LifecycleStage stage) => $"{LifecycleStageNames.Of(stage).Zh} {LifecycleStageNames.Of(stage).En}";

    private static LifecycleState StateOf(LifecycleStage kind, LifecycleDefinition definition) => LifecycleState.In(definition.Stages.Single(stage => stage.Kind == kind).Id);

    private static string[] Cell(LifecycleCounts counts, LifecycleStage stage) => [CellText.Count(counts.UsersOf(stage)), CellText.Percent(counts.ShareOf(stage).Value)];

    private static string Percent(LifecycleShapeResult shape, LifecycleZone zone) => CellText.Percent(shape.ShareOf(zone).Value);

    private static string Day(EvaluationContext context) => ReportingCalendar.Of(context).DayOf(context.AsOf).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
