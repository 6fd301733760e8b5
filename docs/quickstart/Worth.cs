using UserOps.Models;
using UserOps.Models.GrowthModels;
using UserOps.Models.Rfm;
using UserOps.Models.Stratification;
using UserOps.Models.Value;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>What users are worth; <see cref="Of"/> is the library at work.</summary>
internal sealed record Worth(EventFilter Purchases, RfmResult Rfm, ParetoResult Spending)
{
    /// <summary>Gets what only the sample can be asked, because it takes the sample's columns; null for other data.</summary>
    internal WorthOfBank? Bank { get; init; }

    /// <summary>Gets who is expected to buy again; null for the sample, whose users pay day by day, and where <see cref="NoForecastBecause"/> says why.</summary>
    internal Forecast? Forecast { get; init; }

    /// <summary>Gets why nothing is forecast; null where something is, and where nobody asked.</summary>
    internal string? NoForecastBecause { get; init; }

    /// <returns>Null where the data have no amounts with a currency.</returns>
    internal static Worth? Of(GrowthStageEvents events, Loaded loaded, EvaluationContext context, Screen screen)
    {
        if (WorthQuestions.Purchases(events, loaded) is not var (purchases, amount))
        {
            return null;
        }
        var rfm = screen.Track("RFM", progress => new RfmModel(WorthQuestions.Rfm(purchases, amount)).Evaluate(loaded.Data, context, new RunOptions { Progress = progress }));
        // Only those who bought: of everybody, most would hold nothing. What was given back more than paid is a loss, which shares cannot hold.
        var spent = UserAmounts.SumOf(loaded.Data, purchases, amount, context);
        var spending = new ParetoModel().Evaluate(spent.Only(UserSet.Of(loaded.Data.Directory, spent.Values().Where(one => one.Value >= 0).Select(one => one.Key))));
        var worth = new Worth(purchases, rfm, spending);
        if (loaded.IsSample)
        {
            return worth with { Bank = WorthOfBank.Of(loaded, context, screen) };
        }
        var history = screen.Track("purchases", progress => new PurchaseHistoryModel(WorthQuestions.History(purchases, amount)).Evaluate(loaded.Data, context, new RunOptions { Progress = progress }));
        string? without = WorthQuestions.NoForecastBecause(history.Summary);
        return without is null
            ? worth with { Forecast = screen.Track("forecast", _ => Forecast.Of(history)) }
            : worth with { NoForecastBecause = without };
    }
}
