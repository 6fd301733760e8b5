namespace UserOps.Models.Survival;

/// <summary>What one event time adds to the likelihood, as weights of the sums over who is at risk (S) and who ends (D).</summary>
/// <remarks>
/// Efron's l-th of d tied events has the risk set S - (l/d) D, and a share 1/d of the events' weight; Breslow's has S, and all of it at once. Summed over
/// l beforehand, an event time costs one pass over the matrix however many events it has.
/// </remarks>
/// <param name="LogRisk">Sum of weight times ln of the risk: what the likelihood loses.</param>
/// <param name="Hazard">Sum of weight / risk: the step of the cumulative hazard, and the weight of S in the expected x.</param>
/// <param name="HazardOfEnding">The same with l/d: the weight of D.</param>
/// <param name="Square">Sum of weight / risk^2: the weight of S S'.</param>
/// <param name="SquareOfBoth">The same with l/d: the weight of S D' + D S'.</param>
/// <param name="SquareOfEnding">The same with (l/d)^2: the weight of D D'.</param>
internal readonly record struct CoxTieTerms(double LogRisk, double Hazard, double HazardOfEnding, double Square, double SquareOfBoth, double SquareOfEnding)
{
    internal static CoxTieTerms Of(CoxTies ties, CoxRiskWalk walk)
    {
        double risk = walk.AtRisk.Risk;
        double weight = walk.EndedWeight;
        if (ties != CoxTies.Efron || walk.At.Ended == 1)
        {
            return new(weight * Math.Log(risk), weight / risk, 0, weight / risk / risk, 0, 0);
        }

        int ended = walk.At.Ended;
        double share = weight / ended;
        double log = 0, hazard = 0, ofEnding = 0, square = 0, ofBoth = 0, squareOfEnding = 0;
        for (int l = 0; l < ended; l++)
        {
            double part = (double)l / ended;
            double left = risk - part * walk.Ending.Risk;
            double rate = share / left;
            log += share * Math.Log(left);
            hazard += rate;
            ofEnding += rate * part;
            square += rate / left;
            ofBoth += rate / left * part;
            squareOfEnding += rate / left * part * part;
        }

        return new(log, hazard, ofEnding, square, ofBoth, squareOfEnding);
    }
}
