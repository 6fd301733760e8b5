namespace UserOps.Models.Value;

/// <summary>The log-likelihood of mean spends over ln p, ln q and ln(v/q); spends in units of their mean, so that the search begins near 1 in any currency.</summary>
internal sealed class GammaGammaLikelihood : IAscentObjective
{
    private readonly SpendGroups _groups;

    internal GammaGammaLikelihood(SpendGroups groups) => _groups = groups;

    /// <inheritdoc/>
    public int Count => 3;

    /// <inheritdoc/>
    public double Weight => _groups.Customers;

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        (double p, double q, double v) = (Math.Exp(parameters[0]), Math.Exp(parameters[1]), Math.Exp(parameters[1] + parameters[2]));
        gradient.Clear();
        information.Clear();
        double value = 0;
        for (int i = 0; i < _groups.Weights.Length; i++)
        {
            value += GammaGammaKernels.Add(p, q, v, _groups.Purchases[i], _groups.MeanSpends[i], _groups.Weights[i], gradient, information);
        }

        SymmetricKernels.Mirror(information, Count);
        return value;
    }
}
