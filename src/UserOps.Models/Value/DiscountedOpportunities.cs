namespace UserOps.Models.Value;

/// <summary>
/// The discounted opportunities somebody will be there for, (1 - theta) / (rate + theta) for a probability theta to leave, under the beta distribution of theta,
/// over y = ln(theta / (1 - theta)); without the factor 1 / B.
/// </summary>
/// <remarks>It is the sum over all j of ((1 - theta) / (1 + rate))^j. Its logarithm is concave, and analytic within pi of the real line.</remarks>
/// <param name="Gamma">First parameter of the beta distribution.</param>
/// <param name="Stayed">Its second, with the opportunities stayed for.</param>
/// <param name="Rate">The discount of one opportunity; above 0.</param>
internal readonly record struct DiscountedOpportunities(double Gamma, double Stayed, double Rate) : ILogConcave
{
    /// <summary>How far below 1, in logarithms, a power is nothing beside 1.</summary>
    internal const double Negligible = 40;

    public double At(double place)
    {
        double odds = Math.Exp(place);
        return Gamma * place - (Gamma + Stayed) * LogOfOneAnd(place) - Math.Log(Rate + (1 + Rate) * odds);
    }

    public double SlopeAt(double place)
    {
        double odds = Math.Exp(place);
        return Gamma - (Gamma + Stayed) * odds / (1 + odds) - (1 + Rate) * odds / (Rate + (1 + Rate) * odds);
    }

    private static double LogOfOneAnd(double place) => place > 0 ? place + NearZero.LogOnePlus(Math.Exp(-place)) : NearZero.LogOnePlus(Math.Exp(place));
}
