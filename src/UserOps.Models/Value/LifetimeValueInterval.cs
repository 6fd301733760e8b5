namespace UserOps.Models.Value;

/// <summary>How far a lifetime value may be off because the parameters behind it are estimates.</summary>
internal static class LifetimeValueInterval
{
    /// <summary>Gets the interval of the sum of some rows, each with a value.</summary>
    /// <returns>Null where nothing is known of how well the parameters are known.</returns>
    internal static Interval? Of(
        CustomerLifetimeValueDefinition definition, PurchaseHistory history, IPurchaseModel purchases, IExpectedSpends spends, int[] rows, double level)
    {
        if (purchases is not IPurchaseEstimate { Evidence: { } evidence } estimate || spends.LogCovariance is not { } spendCovariance)
        {
            return null;
        }

        double[] own = estimate.Logs;
        return PredictionInterval.OfPositive([.. own, .. spends.Logs], Joined([.. evidence.LogCovariance], own.Length, spendCovariance, spends.Logs.Length), Sum, level);

        double Sum(double[] logs)
        {
            var lifetimes = new LifetimePurchases(definition, estimate.At(logs.AsSpan(0, own.Length)));
            double sum = 0;
            foreach (int row in rows)
            {
                double weight = history.HasWeights ? history.Weights[row] : 1;
                sum += weight * definition.Margin * spends.At(row, logs.AsSpan(own.Length)) * lifetimes.Of(history[row]).Discounted;
            }

            return sum;
        }
    }

    /// <summary>Puts two covariances on one diagonal: the fits know nothing of each other.</summary>
    private static double[] Joined(double[] left, int leftSize, double[] right, int rightSize)
    {
        int size = leftSize + rightSize;
        var joined = new double[size * size];
        for (int i = 0; i < leftSize; i++)
        {
            left.AsSpan(i * leftSize, leftSize).CopyTo(joined.AsSpan(i * size));
        }

        for (int i = 0; i < rightSize; i++)
        {
            right.AsSpan(i * rightSize, rightSize).CopyTo(joined.AsSpan((leftSize + i) * size + leftSize));
        }

        return joined;
    }
}
