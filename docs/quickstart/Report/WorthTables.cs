using UserOps.Models.Presentation;
using UserOps.Models.Profitability;
using UserOps.Models.Rfm;
using UserOps.Models.Stratification;
using UserOps.Models.Value;

namespace UserOps.Quickstart.Report;

/// <summary>Groups, tiers and channels, with what they bring.</summary>
internal static class WorthTables
{
    internal static TextTable Groups(RfmSummary summary)
    {
        var table = new TextTableBuilder(
            TextColumn.Left("group"), TextColumn.Left("R F M"), TextColumn.Left("label"), TextColumn.Right("users"), TextColumn.Right("share"), TextColumn.Right("revenue"), TextColumn.Right("share"),
            TextColumn.Right("mean R"), TextColumn.Right("mean F"), TextColumn.Right("mean M"));
        foreach (var row in summary.Groups)
        {
            var totals = row.Totals;
            var name = RfmGroups.NameOf(row.Group);
            var label = RfmLabels.NameOf(summary.Definition.Labels.LabelOf(row.Group));
            table.AddRow(
                $"{name.Zh} {name.En}", RfmGroups.CodeOf(row.Group).Replace('1', '+').Replace('0', '-'), $"{label.Zh} {label.En}",
                CellText.Count(totals.Users), CellText.Percent(summary.ShareOfMembers(totals).Value), CellText.Number(totals.Revenue, 0), CellText.Percent((double?)summary.ShareOfRevenue(totals).Value),
                CellText.Number(totals.MeanRecency.Value, 1), CellText.Number(totals.MeanFrequency.Value, 1), CellText.Number(totals.MeanMonetary.Value, 0));
        }
        return table.Build();
    }

    internal static TextTable Tiers(PyramidSummary summary)
    {
        var table = new TextTableBuilder(TextColumn.Left("tier"), TextColumn.Right("from"), TextColumn.Right("users"), TextColumn.Right("share"), TextColumn.Right($"assets, {summary.Currency}"), TextColumn.Right("share"));
        foreach (var tier in summary.Definition.Tiers.Reverse())
        {
            var stratum = summary.Of(tier.Id);
            table.AddRow(
                $"{tier.Name.Zh} {tier.Name.En}", CellText.Number(tier.Bound, 0), CellText.Count(stratum.Users), CellText.Percent(summary.UserShare(tier.Id).Value),
                CellText.Number(stratum.Value, 0), CellText.Percent(summary.ValueShare(tier.Id).Value));
        }
        return table.Build();
    }

    internal static TextTable Channels(ChannelEconomicsSummary summary)
    {
        var table = new TextTableBuilder(TextColumn.Left("channel"), TextColumn.Right("won"), TextColumn.Right("spent"), TextColumn.Right("CAC"), TextColumn.Right("LTV"), TextColumn.Right("LTV/CAC"), TextColumn.Right("ROI"));
        foreach (var row in summary.Channels)
        {
            table.AddRow(
                row.Channel ?? "not known", CellText.Count(row.NewUsers), CellText.Number(row.Spend, 0), CellText.Number(row.Acquisition?.PerNewUser.Value),
                CellText.Number(row.ValuePerNewUser?.Value), CellText.Number(row.ValueToCost?.Value), CellText.Percent((double?)row.Return?.Roi?.Value));
        }
        return table.Build();
    }

    internal static TextTable Profit(CustomerProfitSummary summary, PyramidDefinition tiers)
    {
        var table = new TextTableBuilder(
            TextColumn.Left("tier"), TextColumn.Right("users"), TextColumn.Right("interest"), TextColumn.Right("cost to serve"), TextColumn.Right("before tax"), TextColumn.Right("tax"), TextColumn.Right("profit"), TextColumn.Right("per user"));
        foreach (var tier in tiers.Tiers.Reverse())
        {
            var name = tier.Name;
            Add(table, $"{name.Zh} {name.En}", summary.Segments.Single(segment => segment.Name == tier.Id).Statement);
        }
        Add(table, "全部 all", summary.Total);
        return table.Build();
    }

    private static void Add(TextTableBuilder table, string name, CustomerProfitStatement statement)
        => table.AddRow(
            name, CellText.Count(statement.Users), CellText.Number(statement.NetInterestIncome, 0), CellText.Number(statement.CostToServe, 0), CellText.Number(statement.PreTaxProfit, 0),
            CellText.Number(statement.Tax, 0), CellText.Number(statement.EconomicProfit, 0), CellText.Number(statement.Users == 0 ? null : statement.EconomicProfit / statement.Users));
}
