using UserOps.Models;
using UserOps.Models.Presentation;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart;

/// <summary>The part of the page about purchases to come: the fitted models, what they expect in all, and the most valuable customers.</summary>
internal static class ForecastPage
{
    internal static void Show(Worth worth, Screen screen)
    {
        if (worth.NoForecastBecause is null && worth.Forecast is null)
        {
            return;
        }
        screen.Heading("预测 who will buy again");
        if (worth.Forecast is not { } forecast)
        {
            screen.Note(worth.NoForecastBecause!);
            return;
        }
        var read = forecast.History.Summary;
        screen.Note(FormattableString.Invariant($"BG/NBD over {Cells.Count(read.Customers, "customer")}, purchases of one day joined ({read.Joined:N0}), times in weeks, observed to {read.End:yyyy-MM-dd}; Gamma-Gamma over the {read.RepeatBuyers:N0} who bought again, {forecast.Spending.LeftOut:N0} left out"));
        screen.Show(ForecastTables.Parameters(forecast));
        if (forecast.Predictions is not { } predictions)
        {
            screen.Note("The data do not decide on all parameters of BG/NBD, so nothing is forecast.");
            return;
        }
        screen.Note($"Expected still to be customers: {CellText.Number(Sum(predictions.ProbabilitiesAlive), 0)}. Expected purchases within {WorthQuestions.MonthsAhead} months: {CellText.Number(Sum(predictions.ExpectedPurchases), 0)}.");
        if (forecast.Value is not { } value)
        {
            screen.Note("The data do not decide on all parameters of Gamma-Gamma, so no value is given.");
            return;
        }
        Interval? sure = value.TotalInterval();
        string interval = sure is { } range ? $" (95% {CellText.Number(range.Low, 0)} - {CellText.Number(range.High, 0)})" : "";
        screen.Note($"What they are expected to spend, at {CellText.Percent(WorthQuestions.DiscountOfMonth, 0)} discount a month: {CellText.Number(value.Total.Value, 0)} {value.Currency}{interval}. Revenue, not profit.");
        screen.Note($"The {Cells.Count(forecast.MostValuable.Length, "customer")} with the highest expected spending:");
        screen.Show(ForecastTables.MostValuable(forecast, predictions, value));
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }
        return sum;
    }
}
