namespace UserOps.Models.Value;

/// <summary>The parameters of a BG/BB as the formulas of the paper have them.</summary>
/// <param name="Alpha">First parameter of the beta distribution of the probability to buy.</param>
/// <param name="Beta">Its second parameter.</param>
/// <param name="Gamma">First parameter of the beta distribution of the probability to leave.</param>
/// <param name="Delta">Its second parameter.</param>
internal readonly record struct OpportunityShape(double Alpha, double Beta, double Gamma, double Delta)
{
    internal static OpportunityShape OfLogs(ReadOnlySpan<double> logs) => new(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]));

    /// <summary>Gets ln of the probability of one pattern of x purchases at the first m opportunities by somebody who left right after them.</summary>
    internal double LogLeft(int purchases, int opportunities) => LogPattern(purchases, opportunities)
        + Math.Log(Gamma) + RisingFactorial.Log(Delta, opportunities) - RisingFactorial.Log(Gamma + Delta, opportunities + 1);

    /// <summary>Gets ln of the probability of one pattern of x purchases at the first n opportunities by somebody who stayed for all of them.</summary>
    internal double LogStaying(int purchases, int opportunities) => LogPattern(purchases, opportunities)
        + RisingFactorial.Log(Delta, opportunities) - RisingFactorial.Log(Gamma + Delta, opportunities);

    /// <summary>Gets the probability of having left right after m + 1 opportunities by that of having left right after m, with the same purchases.</summary>
    internal double NextLeft(int purchases, int opportunities)
        => (Beta + (opportunities - purchases)) / (Alpha + Beta + opportunities) * ((Delta + opportunities) / (Gamma + Delta + (opportunities + 1)));

    /// <summary>Gets the probability of having stayed for m + 1 opportunities by that of having left right after m, with the same purchases.</summary>
    internal double NextStaying(int purchases, int opportunities)
        => (Beta + (opportunities - purchases)) / (Alpha + Beta + opportunities) * ((Delta + opportunities) / Gamma);

    /// <summary>Gets the probability of staying for one more opportunity after so many.</summary>
    internal double Stays(double opportunities) => (Delta + opportunities) / (Gamma + Delta + opportunities);

    private double LogPattern(int purchases, int opportunities)
        => RisingFactorial.Log(Alpha, purchases) + RisingFactorial.Log(Beta, opportunities - purchases) - RisingFactorial.Log(Alpha + Beta, opportunities);
}
