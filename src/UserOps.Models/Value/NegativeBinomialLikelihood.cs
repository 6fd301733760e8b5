namespace UserOps.Models.Value;

/// <summary>The log-likelihood of the repeat purchases of all groups of customers, by the logarithms of r and alpha, with times in units of the longest age.</summary>
internal sealed class NegativeBinomialLikelihood : IAscentObjective
{
    private readonly PurchaseGroups _groups;
    private readonly PurchaseRun[] _runs;
    private readonly double[] _ages;

    internal NegativeBinomialLikelihood(PurchaseGroups groups)
    {
        _groups = groups;
        _runs = PurchaseRun.Of(groups);
        TimeUnit = groups.LongestAge > 0 ? groups.LongestAge : 1;
        _ages = [.. groups.Ages.Select(age => age / TimeUnit)];
    }

    /// <summary>Gets how long a time of 1 is in here, in the unit of the caller.</summary>
    internal double TimeUnit { get; }

    /// <inheritdoc/>
    public int Count => 2;

    /// <inheritdoc/>
    public double Weight => _groups.Customers;

    internal double[] Start()
    {
        double purchases = 0, time = 0;
        for (int i = 0; i < _ages.Length; i++)
        {
            purchases += _groups.Weights[i] * _groups.RepeatPurchases[i];
            time += _groups.Weights[i] * _ages[i];
        }

        return [0, purchases > 0 && time > 0 ? Math.Log(time / purchases) : 0];
    }

    /// <summary>Gets what depends on no parameter: x ln T - ln x!, for all customers. Purchases in no time have no probability.</summary>
    internal double Constant()
    {
        double sum = 0;
        for (int i = 0; i < _ages.Length; i++)
        {
            int purchases = _groups.RepeatPurchases[i];
            sum += purchases == 0 ? 0 : _groups.Weights[i] * (purchases * Math.Log(_ages[i]) - RisingFactorial.Log(1, purchases));
        }

        return sum;
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        gradient.Clear();
        information.Clear();
        double r = Math.Exp(parameters[0]);
        double alpha = Math.Exp(parameters[1]);
        var rising = new RisingSums(r);
        double value = 0;
        foreach (PurchaseRun run in _runs)
        {
            int purchases = run.RepeatPurchases;
            rising.AdvanceTo(purchases);
            value += run.Weight * (rising.Logs - purchases * parameters[1]);
            gradient[0] += run.Weight * r * rising.Inverses;
            information[0] -= run.Weight * r * rising.Spread;
            for (int i = run.From; i < run.To; i++)
            {
                double weight = _groups.Weights[i];
                double idle = NearZero.LogOnePlus(_ages[i] / alpha);
                double share = alpha / (alpha + _ages[i]);
                double rest = _ages[i] / (alpha + _ages[i]);
                value -= weight * (r + purchases) * idle;
                gradient[0] -= weight * r * idle;
                gradient[1] += weight * (r * rest - purchases * share);
                information[0] += weight * r * idle;
                information[1] -= weight * r * rest;
                information[3] += weight * (r + purchases) * share * rest;
            }
        }

        information[2] = information[1];
        return value;
    }
}
