using System.Collections.Immutable;
using UserOps.Models.GrowthModels;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>AARRR and RARRA of one cohort.</summary>
internal static class GrowthTables
{
    internal static TextTable Aarrr(AarrrSummary summary, IReadOnlySet<GrowthStage> measured)
    {
        var table = new TextTableBuilder(TextColumn.Left("AARRR"), TextColumn.Right("reached at all"), TextColumn.Right("in order"), TextColumn.Right("of stage before"), TextColumn.Right("95% interval"));
        foreach (var stage in summary.Stages)
        {
            table.AddRow(measured.Contains(stage.Stage)
                ? [StageNames.Of(stage.Stage), CellText.Count(stage.Raw), CellText.Count(stage.Users), CellText.Percent(stage.Conversion?.Value), Cells.Interval(stage.Conversion)]
                : NotMeasured(stage.Stage));
        }
        return table.Build();
    }

    internal static TextTable Rarra(RarraSummary summary, IReadOnlySet<GrowthStage> measured)
    {
        var table = new TextTableBuilder(TextColumn.Left("RARRA"), TextColumn.Right("users"), TextColumn.Right("of"), TextColumn.Right("share"), TextColumn.Right("95% interval"));
        foreach (var stage in summary.Stages)
        {
            table.AddRow(measured.Contains(stage.Stage)
                ? [StageNames.Of(stage.Stage), CellText.Count(stage.Users), CellText.Count(stage.Base), CellText.Percent(stage.Share?.Value), Cells.Interval(stage.Share)]
                : NotMeasured(stage.Stage));
        }
        return table.Build();
    }

    internal static TextTable ByValue(AarrrSummary summary, string property, IReadOnlySet<GrowthStage> measured)
    {
        var table = new TextTableBuilder(
            [TextColumn.Left(property), .. summary.Stages.Select(stage => TextColumn.Right(StageNames.Short(stage.Stage))), TextColumn.Left("holds back")]);
        foreach (var row in Cells.Largest(summary.Breakdown, row => row.Stages[0].Users))
        {
            var held = HoldsBack(row.Stages, measured);
            table.AddRow([row.Value ?? "(missing)", .. row.Stages.Select(stage => CellText.Count(measured.Contains(stage.Stage) ? stage.Users : null)), held is null ? CellText.Missing : StageNames.Of(held.Value.Stage)]);
        }
        return table.Build();
    }

    /// <summary>Finds the stage of the lowest conversion, of those that lose somebody and whose events the data hold; of equal ones the first.</summary>
    /// <remarks>The library's own <see cref="AarrrSummary.HoldsBack"/> takes an event that never happened for one that nobody did.</remarks>
    internal static AarrrStage? HoldsBack(ImmutableArray<AarrrStage> stages, IReadOnlySet<GrowthStage> measured)
        => stages.Where(stage => stage.Users < stage.Entered && measured.Contains(stage.Stage))
            .Select(stage => (AarrrStage?)stage).MinBy(stage => stage!.Value.Conversion!.Value.Value);

    private static string[] NotMeasured(GrowthStage stage)
        => [StageNames.Of(stage), "not measured", CellText.Missing, CellText.Missing, CellText.Missing];
}
