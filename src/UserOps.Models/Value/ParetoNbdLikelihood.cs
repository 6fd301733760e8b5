namespace UserOps.Models.Value;

/// <summary>The log-likelihood of a Pareto/NBD over ln r, ln alpha, ln s, ln beta, with exact derivatives.</summary>
/// <remarks>
/// A history is a sum over what may have become of the customer: still there, or gone at some moment u after the last purchase. The logarithm of each of these
/// has simple derivatives, and <see cref="MixtureMoments"/> makes those of the sum of them; the integral over u is the one of the likelihood, with its nodes.
/// All terms are written so that nothing large is subtracted from its like where r and alpha, or s and beta, go to infinity together.
/// </remarks>
internal sealed class ParetoNbdLikelihood : IAscentObjective
{
    private readonly int[] _repeats;
    private readonly double[] _lasts;
    private readonly double[] _ages;
    private readonly double[] _weights;

    /// <summary>Initializes a new instance of the <see cref="ParetoNbdLikelihood"/> class.</summary>
    /// <param name="groups">The rows, by ascending repeats.</param>
    /// <param name="unit">What to divide times by.</param>
    internal ParetoNbdLikelihood(PurchaseGroups groups, double unit)
    {
        _repeats = groups.RepeatPurchases;
        _lasts = [.. groups.AgesAtLastPurchase.Select(age => age / unit)];
        _ages = [.. groups.Ages.Select(age => age / unit)];
        _weights = groups.Weights;
        Weight = groups.Customers;
    }

    public int Count => MixtureMoments.Parameters;

    public double Weight { get; }

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        ParetoNbdShape shape = ParetoNbdShape.OfLogs(parameters);
        gradient.Clear();
        information.Clear();
        double value = 0;
        var rising = new RisingSums(shape.R);
        for (int row = 0; row < _repeats.Length; row++)
        {
            rising.AdvanceTo(_repeats[row]);
            var path = new ParetoNbdPath(shape, _repeats[row], _lasts[row], _ages[row]);
            value += _weights[row] * (rising.Logs + path.LogLikelihood(out MixtureMoments moments));
            moments.AddTo(_weights[row], gradient, information);
            gradient[0] += _weights[row] * shape.R * rising.Inverses;
            information[0] -= _weights[row] * shape.R * rising.Spread;
        }

        SymmetricKernels.Mirror(information, Count);
        return value;
    }
}
