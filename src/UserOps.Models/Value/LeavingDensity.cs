namespace UserOps.Models.Value;

/// <summary>
/// When a customer left, as a density over v = ln of a growing age: (e^v - 1)^zeros e^(-rate v) (1 + ratio (e^v - 1))^-power.
/// </summary>
/// <remarks>
/// Each integral of the Pareto/NBD over the moment u of leaving has factors of alpha + u and beta + u. With v = ln((p + u) / (p + from)), p the smaller of alpha
/// and beta, one of them is an exponential and the other has a ratio of at most 1, so that its logarithm is analytic within pi of the real line, whatever alpha
/// and beta are: 1 + ratio (e^v - 1) is 0 only where e^v is negative. The logarithm of the whole is concave.
/// </remarks>
/// <param name="Zeros">The power of e^v - 1; 0 or more.</param>
/// <param name="Rate">The rate in v; may be negative, then the density rises first.</param>
/// <param name="Power">The power of the slower factor; above 0, and above -<paramref name="Rate"/>.</param>
/// <param name="Ratio">The smaller of alpha and beta by the larger, each with the age at which the integral begins; above 0, at most 1.</param>
internal readonly record struct LeavingDensity(int Zeros, double Rate, double Power, double Ratio) : ILogConcave
{
    public double At(double place)
    {
        double growth = NearZero.ExpMinusOne(place);
        double value = -Rate * place - Power * NearZero.LogOnePlus(Ratio * growth);
        return Zeros == 0 ? value : value + Zeros * Math.Log(growth);
    }

    public double SlopeAt(double place)
    {
        double growth = NearZero.ExpMinusOne(place);
        double slope = -Rate - Power * Ratio * (growth + 1) / (1 + Ratio * growth);
        return Zeros == 0 ? slope : slope + Zeros * (growth + 1) / growth;
    }
}
