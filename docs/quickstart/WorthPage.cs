using UserOps.Models;
using UserOps.Models.Presentation;
using UserOps.Models.Value;
using UserOps.Quickstart.Inputs;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart;

/// <summary>The part of the page about worth: groups of buyers, how value is spread, what users cost and earn, who will buy again.</summary>
internal static class WorthPage
{
    internal static void Show(Worth? worth, Loaded loaded, Screen screen)
    {
        if (worth is null)
        {
            screen.Heading("价值 what users are worth");
            screen.Note("No column is an amount with a currency (--types FIELD=amount, --currency CODE), so nothing can be said about worth.");
            return;
        }
        ShowRfm(worth, loaded.Data.Events, screen);
        ShowSpread(worth, screen);
        if (worth.Bank is { } bank)
        {
            ShowPyramid(bank, screen);
            ShowChannels(bank.Channels, screen);
            ShowProfit(bank, screen);
        }
        ForecastPage.Show(worth, screen);
    }

    private static void ShowRfm(Worth worth, EventTable events, Screen screen)
    {
        var summary = worth.Rfm.Summary;
        screen.Heading("RFM: eight groups of buyers");
        screen.Note($"R = days since the last {StageEvents.NameOf(worth.Purchases, events)}, F = days with one, M = their {summary.Definition.Amount!.Name} in {summary.Definition.Amount.Currency}; high = at least as good as the mean");
        screen.NoteUnknown(summary.Report.UnknownEvents);
        screen.Show(WorthTables.Groups(summary));
        screen.NoteAny(summary.Outside == 0 ? null : $"Outside, without a purchase: {Cells.Count(summary.Outside, "user")}.");
        screen.NoteAny(summary.Report.PurchasesWithoutAmount == 0 ? null : $"{Cells.Count(summary.Report.PurchasesWithoutAmount, "purchase")} without an amount: they count for R and F.");
    }

    private static void ShowSpread(Worth worth, Screen screen)
    {
        var summary = worth.Spending.Summary;
        screen.Heading("二八法则 Pareto: how spending is spread");
        screen.Note(summary.Undefined is not null ? "Nobody spent anything."
            : $"The top: {summary.Tops[0].Holds}. The fewest for {CellText.Percent((double)summary.Targets[0].Share, 0)} of it: {summary.Targets[0].Holds}. Gini {CellText.Number(summary.Gini.Value)}.");
    }

    private static void ShowPyramid(WorthOfBank bank, Screen screen)
    {
        screen.Heading("金字塔 tiers of assets");
        screen.Show(WorthTables.Tiers(bank.Pyramid.Summary));
        screen.Note(bank.Pyramid.Summary.IsPyramid ? "A pyramid: no tier has more users than the one below it." : "No pyramid: some tier has more users than the one below it.");
    }

    private static void ShowChannels(ChannelEconomicsSummary summary, Screen screen)
    {
        var asked = summary.Definition;
        screen.Heading("渠道 LTV by channel against CAC");
        screen.Note(FormattableString.Invariant($"users registered from {asked.From:yyyy-MM-dd} to {asked.To:yyyy-MM-dd}; LTV = margin of the first {asked.Window!.Value.Days} days, {CellText.Percent((double)asked.Revenue.GrossMargin!.Value)} of the installments they were granted; margin and spends are invented"));
        screen.Show(WorthTables.Channels(summary));
    }

    private static void ShowProfit(WorthOfBank bank, Screen screen)
    {
        var summary = bank.Profit.Summary;
        screen.Heading("盈利 profit by tier of assets");
        screen.Note("interest = deposits at the transfer price of money less what the user gets; cost to serve = visits, payments, transfers and complaints, each at its unit cost; rates and costs are invented");
        screen.Show(WorthTables.Profit(summary, bank.Pyramid.Definition));
        var whale = bank.Whale;
        screen.Note(whale.Undefined is not null ? $"All users together make a loss; {Cells.Count(whale.LossMakers, "user")} of {CellText.Count(whale.Users)} do."
            : $"Whale curve: the best {Cells.Count(whale.ProfitMakers, "user")} of {CellText.Count(whale.Users)} make {CellText.Percent((double)(whale.Profit / whale.Total))} of the profit; {Cells.Count(whale.LossMakers, "user")} make a loss.");
    }
}
