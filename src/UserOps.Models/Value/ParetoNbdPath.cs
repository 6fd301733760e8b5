namespace UserOps.Models.Value;

/// <summary>One history under a Pareto/NBD: what may have become of the customer since the last purchase, with derivatives by the logarithms of the parameters.</summary>
/// <param name="shape">The parameters.</param>
/// <param name="repeats">The paper's x.</param>
/// <param name="last">The paper's t_x.</param>
/// <param name="age">The paper's T.</param>
internal readonly struct ParetoNbdPath(ParetoNbdShape shape, int repeats, double last, double age)
{
    private readonly double _rounds = shape.R + repeats;
    private readonly double _purchaseStart = NearZero.LogOnePlus(last / shape.Alpha);
    private readonly double _leavingStart = NearZero.LogOnePlus(last / shape.Beta);

    /// <summary>Gets ln of the likelihood without G(r + x) / G(r).</summary>
    /// <param name="moments">OUT: its derivatives.</param>
    internal double LogLikelihood(out MixtureMoments moments)
    {
        // Relative to what both have in common at the last purchase.
        double purchases = NearZero.LogOnePlus((age - last) / (shape.Alpha + last));
        double leaving = NearZero.LogOnePlus((age - last) / (shape.Beta + last));
        double logStaying = -_rounds * purchases - shape.S * leaving;
        double logLeft = double.NegativeInfinity;
        moments = default;
        if (age > last)
        {
            moments = Left(out logLeft);
        }

        double larger = Math.Max(logStaying, logLeft);
        moments.Scale(Math.Exp(logLeft - larger));
        moments.Add(Staying(purchases, leaving), Math.Exp(logStaying - larger));
        return larger + Math.Log(moments.Total)
            - repeats * Math.Log(shape.Alpha + last) - shape.R * _purchaseStart - shape.S * _leavingStart;
    }

    private MixtureMoments Staying(double purchases, double leaving)
    {
        LeavingMoments end = default;
        end.Add(1, _purchaseStart + purchases, age / (shape.Alpha + age), _leavingStart + leaving, age / (shape.Beta + age));
        return end.Derivatives(shape, repeats, left: 0);
    }

    /// <summary>Adds up who left.</summary>
    /// <param name="logScale">OUT: ln of the scale of the sums.</param>
    private MixtureMoments Left(out double logScale)
    {
        LeavingDensity density = shape.LeavingAfter(_rounds, last);
        double fast = shape.FastAt(last);
        bool purchasesLead = shape.PurchasesLead;
        LeavingMoments left = default;
        var panels = new LogConcavePanels<LeavingDensity>(density, 0, shape.Span(last, age));
        while (panels.MoveNext())
        {
            for (int i = 0; i < GaussLegendre.Nodes.Length; i++)
            {
                double quick = panels.Center + panels.HalfWidth * GaussLegendre.Nodes[i];
                double growth = NearZero.ExpMinusOne(quick);
                double slow = NearZero.LogOnePlus(density.Ratio * growth);
                double weight = GaussLegendre.Weights[i] * panels.HalfWidth * Math.Exp(-density.Rate * quick - density.Power * slow - panels.PeakValue);
                double moment = last + fast * growth;
                (double purchases, double leaving) = purchasesLead ? (quick, slow) : (slow, quick);
                left.Add(weight, _purchaseStart + purchases, moment / (shape.Alpha + moment), _leavingStart + leaving, moment / (shape.Beta + moment));
            }
        }

        logScale = panels.PeakValue + Math.Log(shape.S) + (purchasesLead ? Math.Log(density.Ratio) : 0);
        return left.Derivatives(shape, repeats, left: 1);
    }
}
