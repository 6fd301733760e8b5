namespace UserOps.Models.Value;

/// <summary>Spends as the Gamma-Gamma model expects them of the customers of a history.</summary>
internal sealed class ModeledSpends(PurchaseHistory history, GammaGammaModel model) : IExpectedSpends
{
    public double[] Logs { get; } = model.Logs;

    public double[]? LogCovariance => model.Parameters.Evidence is { } evidence ? [.. evidence.LogCovariance] : null;

    public double At(int row, ReadOnlySpan<double> logs)
    {
        // Refunds can leave less than nothing, of which the model knows nothing.
        int purchases = history.RepeatsWithSpend[row];
        double mean = purchases == 0 ? 0 : history.MeanSpends[row];
        return mean < 0 ? double.NaN : GammaGammaKernels.ExpectedSpend(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), purchases, mean);
    }
}
