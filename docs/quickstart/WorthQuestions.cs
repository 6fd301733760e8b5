using UserOps.Models;
using UserOps.Models.GrowthModels;
using UserOps.Models.Profitability;
using UserOps.Models.Rfm;
using UserOps.Models.Value;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>What is asked about the worth of users. What a bank knows of itself and no log can say (rates, costs, spends) is invented here, as the sample is.</summary>
internal static class WorthQuestions
{
    /// <summary>The users shown of the most valuable.</summary>
    internal const int UsersShown = 10;

    /// <summary>The months a forecast looks ahead.</summary>
    internal const int MonthsAhead = 12;

    /// <summary>The weeks of a month.</summary>
    internal const double WeeksOfMonth = 365.25 / 7 / 12;

    /// <summary>The discount of a month.</summary>
    internal const double DiscountOfMonth = 0.01;

    private const int FewestRepeatBuyers = 100; // below that four parameters say more about chance than about customers
    private const int DaysToEarn = 30;
    private const decimal GrossMargin = 0.06m; // what a bank keeps of an installment loan, after money and losses
    private const int DaysOfWeek = 7;

    private static readonly ChannelSpend[] Spends =
        [new("ads", 14_000), new("app_store", 21_000), new("branch", 18_000), new("partner", 10_000), new("referral", 8_000), new("organic_search", 4_000)];

    /// <summary>Names the purchases: events of revenue with the amount of the data.</summary>
    /// <returns>Null where no column is an amount with a currency.</returns>
    internal static (EventFilter Events, AmountField Amount)? Purchases(GrowthStageEvents events, Loaded loaded)
        // Trying to pay is not having paid; and a fund bought is not spent.
        => StayingQuestions.AmountOf(loaded.Data.Events) is not { } amount ? null
            : (loaded.IsSample ? EventFilter.Named("pay").And(SampleFields.Success.Is(true)) : events.Revenue, amount);

    /// <summary>Asks how lately, how often and for how much each user bought.</summary>
    internal static RfmDefinition Rfm(EventFilter purchases, AmountField amount)
        => RfmPresets.Purchases(purchases, amount);

    /// <summary>Asks what the users each channel won brought in their first days by installments, against what was spent on the channel.</summary>
    internal static ChannelEconomicsDefinition Channels(Loaded loaded, EvaluationContext context)
    {
        var calendar = ReportingCalendar.Of(context);
        return new ChannelEconomicsDefinition
        {
            Acquisition = "register",
            Channel = SampleFields.Channel,
            Revenue = new RevenueDefinition
            {
                Events = EventFilter.Named("apply_installment").And(SampleFields.Success.Is(true)),
                Amount = SampleFields.Amount,
                GrossMargin = GrossMargin,
            },
            From = calendar.DayOf(loaded.Data.Events.First!.Value),
            To = calendar.DayOf(context.AsOf).AddDays(-DaysToEarn),
            Window = TimeSpan.FromDays(DaysToEarn),
            Spend = [.. Spends],
        };
    }

    /// <summary>Asks what is earned with each user's deposits, less what it costs to serve the user.</summary>
    internal static CustomerProfitDefinition Profit(Loaded loaded, EvaluationContext context)
    {
        var calendar = ReportingCalendar.Of(context);
        int days = calendar.DayOf(context.AsOf).DayNumber - calendar.DayOf(loaded.Data.Events.First!.Value).DayNumber + 1;
        return new CustomerProfitDefinition
        {
            Terms = new ProfitTerms { Currency = SampleFields.Assets.Currency, Period = AccrualPeriod.Days(days), TaxRate = 0.25m, CapitalChargeRate = 0.1m },
            Balances = [new BalanceSource { Product = "deposit", Side = BalanceSide.Liability, AverageBalance = SampleFields.Assets, CustomerRate = 0.012m, TransferRate = 0.02m }],
            Activities =
            [
                new ActivitySource { Activity = "visit", Events = "login", UnitCost = 0.05m },
                new ActivitySource { Activity = "payment", Events = "pay", UnitCost = 0.2m },
                new ActivitySource { Activity = "transfer", Events = "transfer", UnitCost = 0.5m },
                new ActivitySource { Activity = "complaint", Events = "complaint", UnitCost = 40m },
            ],
        };
    }

    /// <summary>Asks for the purchases that models of repeat buying need: those of a day are one, times are weeks.</summary>
    internal static PurchaseHistoryDefinition History(EventFilter purchases, AmountField amount)
        => new() { Purchases = purchases, Amount = amount, Unit = new PurchaseTimeUnit(CalendarUnit.Day, DaysOfWeek) };

    /// <summary>Asks what the customers there are will spend in the months ahead.</summary>
    internal static CustomerLifetimeValueDefinition LifetimeValue { get; } = new() { Periods = MonthsAhead, PeriodLength = WeeksOfMonth, DiscountRate = DiscountOfMonth };

    /// <summary>Says why nothing can be forecast; null where it can.</summary>
    internal static string? NoForecastBecause(PurchaseHistorySummary summary)
        => summary.RepeatBuyers >= FewestRepeatBuyers ? null : $"{summary.RepeatBuyers} users bought again; a forecast needs {FewestRepeatBuyers}.";
}
