namespace UserOps.Models.Value;

/// <summary>Whether spends go with the number of purchases.</summary>
internal static class SpendDependence
{
    internal static Measure<double> CorrelationOf(PurchaseHistory history)
    {
        int[] rows = [.. Enumerable.Range(0, history.Count).Where(row => history.MeanSpendAt(row).Value is not null)];
        double customers = rows.Sum(row => WeightOf(history, row));
        if (customers < 2)
        {
            return UndefinedReason.TooFew;
        }

        // Two passes: squares of large spends less the square of their mean would be rounding.
        double meanX = rows.Sum(row => WeightOf(history, row) * history.RepeatPurchases[row]) / customers;
        double meanM = rows.Sum(row => WeightOf(history, row) * history.MeanSpends[row]) / customers;
        (double xx, double mm, double xm) = (0, 0, 0);
        foreach (int row in rows)
        {
            double x = history.RepeatPurchases[row] - meanX;
            double m = history.MeanSpends[row] - meanM;
            double weight = WeightOf(history, row);
            xx += weight * x * x;
            mm += weight * m * m;
            xm += weight * x * m;
        }

        double spread = Math.Sqrt(xx) * Math.Sqrt(mm);
        return spread > 0 ? Math.Clamp(xm / spread, -1, 1) : UndefinedReason.ZeroBase;
    }

    private static double WeightOf(PurchaseHistory history, int row) => history.HasWeights ? history.Weights[row] : 1;
}
