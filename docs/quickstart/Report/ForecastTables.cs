using UserOps.Models.Presentation;
using UserOps.Models.Value;

namespace UserOps.Quickstart.Report;

/// <summary>Fitted parameters, and the customers worth most.</summary>
internal static class ForecastTables
{
    /// <summary>Shows every parameter with its standard error; one that the data do not decide has neither.</summary>
    internal static TextTable Parameters(Forecast forecast)
    {
        var table = new TextTableBuilder(TextColumn.Left("model"), TextColumn.Left("parameter"), TextColumn.Right("value"), TextColumn.Right("standard error"), TextColumn.Left("95%"), TextColumn.Left("fit"));
        Add(table, "BG/NBD", forecast.Buying.Parameters, Ended(forecast.Buying.Status, forecast.Buying.LogLikelihood));
        Add(table, "Gamma-Gamma", forecast.Spending.Parameters, Ended(forecast.Spending.Status, forecast.Spending.LogLikelihood));
        return table.Build();
    }

    internal static TextTable MostValuable(Forecast forecast, CustomerPredictions predictions, CustomerLifetimeValueResult value)
    {
        var table = new TextTableBuilder(
            TextColumn.Left("customer"), TextColumn.Right("purchases"), TextColumn.Right("mean spend"), TextColumn.Right("alive"), TextColumn.Right("expected purchases"), TextColumn.Right("expected spend each"), TextColumn.Right("value"));
        foreach (int row in forecast.MostValuable)
        {
            var history = forecast.History.History;
            table.AddRow(
                history.UserAt(row).ToString(), CellText.Count(1 + history.RepeatPurchases[row]), CellText.Number(history.MeanSpendAt(row).Value), CellText.Percent(predictions.ProbabilitiesAlive[row]),
                CellText.Number(predictions.ExpectedPurchases[row], 1), CellText.Number(value.ExpectedSpendAt(row).Value), CellText.Number(value.ValueAt(row).Value, 0));
        }
        return table.Build();
    }

    private static void Add(TextTableBuilder table, string model, IEnumerable<ParameterEstimate> parameters, string ended)
    {
        foreach (var (place, parameter) in parameters.Index())
        {
            string interval = parameter.Interval() is { } range ? $"{CellText.Number(range.Low, 3)} - {CellText.Number(range.High, 3)}" : CellText.Missing;
            table.AddRow(place == 0 ? model : "", parameter.Name, CellText.Number(parameter.Value.Value, 3), CellText.Number(parameter.StandardError.Value, 3), interval, place == 0 ? ended : "");
        }
    }

    private static string Ended(ValueFitStatus status, double logLikelihood)
        => $"{(status == ValueFitStatus.Converged ? "converged" : "the data do not decide")}, log-likelihood {CellText.Number(logLikelihood, 1)}";
}
