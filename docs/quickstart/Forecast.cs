using System.Collections.Immutable;
using UserOps.Models.Value;

namespace UserOps.Quickstart;

/// <summary>Who is expected to buy again, and for how much.</summary>
internal sealed record Forecast(PurchaseHistoryResult History, ValueFit<BetaGeometricModel> Buying, ValueFit<GammaGammaModel> Spending)
{
    /// <summary>Gets what the customers are expected to do in the months ahead; null where the data do not decide on the parameters.</summary>
    internal CustomerPredictions? Predictions { get; init; }

    /// <summary>Gets what that is worth; null where it cannot be said.</summary>
    internal CustomerLifetimeValueResult? Value { get; init; }

    /// <summary>Gets the rows of the most valuable customers.</summary>
    internal ImmutableArray<int> MostValuable { get; init; } = [];

    internal static Forecast Of(PurchaseHistoryResult history)
    {
        var buying = BetaGeometricModel.Fit(history.History);
        // A mean spend of nothing has no gamma density; who has one is left out, and counted.
        var spending = GammaGammaModel.Fit(history.History, new GammaGammaOptions { NonPositiveSpends = NonPositiveSpend.LeaveOut });
        var forecast = new Forecast(history, buying, spending);
        if (buying.Model is not { } model)
        {
            return forecast;
        }
        forecast = forecast with { Predictions = model.Predict(history.History, WorthQuestions.MonthsAhead * WorthQuestions.WeeksOfMonth) };
        if (spending.Model is not { } spends)
        {
            return forecast;
        }
        var value = new CustomerLifetimeValueModel(WorthQuestions.LifetimeValue).Evaluate(history.History, model, spends);
        var order = Enumerable.Range(0, value.Count).OrderByDescending(row => value.ValueAt(row).Value ?? 0).ThenBy(row => row).Take(WorthQuestions.UsersShown);
        return forecast with { Value = value, MostValuable = [.. order] };
    }
}
