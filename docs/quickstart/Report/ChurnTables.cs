using System.Collections.Immutable;
using UserOps.Models.Lifecycle;
using UserOps.Models.Presentation;

namespace UserOps.Quickstart.Report;

/// <summary>Users at risk, with what speaks against each.</summary>
internal static class ChurnTables
{
    /// <summary>Shows the reasons of each user as columns; those of amounts where amounts were asked about.</summary>
    internal static TextTable MostAtRisk(ImmutableArray<ChurnRisk> risks)
    {
        bool hasAmounts = risks.Any(risk => risk.Amounts is not null);
        TextColumn[] amounts = hasAmounts ? [TextColumn.Right("amounts before"), TextColumn.Right("recently"), TextColumn.Right("trend")] : [];
        var table = new TextTableBuilder(
            [TextColumn.Left("user"), TextColumn.Right("usual gap"), TextColumn.Right("current gap"), TextColumn.Right("ratio"), .. amounts, TextColumn.Right("score"), TextColumn.Left("")]);
        foreach (var risk in risks)
        {
            table.AddRow(
            [
                risk.User.ToString(), CellText.Duration(risk.Gap.UsualGap), CellText.Duration(risk.Gap.CurrentGap), CellText.Number(risk.GapRatio.Value, 1),
                .. hasAmounts ? Amounts(risk.Amounts) : [], CellText.Number(risk.Score.Value), risk.State == ChurnState.Warned ? "warned of" : "",
            ]);
        }
        return table.Build();
    }

    private static string[] Amounts(ChurnAmountEvidence? amounts)
        => [CellText.Number(amounts?.Base), CellText.Number(amounts?.Recent), CellText.Percent((double?)amounts?.Trend.Value)];
}
