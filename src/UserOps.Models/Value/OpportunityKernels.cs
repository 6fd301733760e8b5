namespace UserOps.Models.Value;

/// <summary>The arithmetic of the BG/BB: sums of positive terms, each from the one before by a ratio; nothing is checked, nothing is allocated.</summary>
/// <remarks>P. Fader, B. Hardie, J. Shang, Marketing Science 29(6), 2010, 1086-1108. The closed forms there divide by gamma - 1; sums do not.</remarks>
internal static class OpportunityKernels
{
    /// <summary>Gets what is to be known of a history.</summary>
    /// <param name="shape">The parameters.</param>
    /// <param name="purchases">The paper's x.</param>
    /// <param name="last">The opportunity of the last purchase, the paper's t_x; not below x.</param>
    /// <param name="opportunities">The paper's n; not below t_x.</param>
    /// <returns>ln of the likelihood, and the probability that the customer was still there at the last opportunity.</returns>
    internal static (double LogLikelihood, double Alive) History(in OpportunityShape shape, int purchases, int last, int opportunities)
    {
        if (last == opportunities)
        {
            return (shape.LogStaying(purchases, opportunities), 1);
        }

        // By Horner's scheme from the last opportunity: all is relative to having left right after opportunity m.
        double staying = shape.NextStaying(purchases, opportunities - 1);
        double all = 1 + staying;
        for (int m = opportunities - 2; m >= last; m--)
        {
            double ratio = shape.NextLeft(purchases, m);
            staying *= ratio;
            all = 1 + ratio * all;
        }

        return (shape.LogLeft(purchases, last) + Math.Log(all), staying / all);
    }

    /// <summary>Gets the probability that somebody there after n opportunities is there after so many more.</summary>
    internal static double Staying(in OpportunityShape shape, double opportunities, double more)
    {
        double stays = 1;
        for (int i = 0; i < more && stays > 0; i++)
        {
            stays *= shape.Stays(opportunities + i);
        }

        return stays;
    }

    /// <summary>Gets how many of the next h opportunities somebody there after n of them is expected to be there for.</summary>
    internal static double ExpectedStay(in OpportunityShape shape, double opportunities, double horizon)
    {
        double stays = 1;
        double sum = 0;
        for (int i = 0; i < horizon; i++)
        {
            stays *= shape.Stays(opportunities + i);
            sum += stays;
        }

        return sum;
    }

    /// <summary>Gets the sum, over all opportunities to come, of the discounted probability that somebody there after n of them is still there.</summary>
    internal static double DiscountedStay(in OpportunityShape shape, double opportunities, double rate)

        // A renewal is an opportunity; the first one ahead is discounted too.
        => ShiftedBetaGeometricKernels.DiscountedResidualLifetime(shape.Gamma, shape.Delta + opportunities, nextRenewal: 1, rate) / (1 + rate);

    /// <summary>Gets the probability to buy at an opportunity one is there for, after x purchases at n of them.</summary>
    internal static double Buys(in OpportunityShape shape, int purchases, double opportunities) => (shape.Alpha + purchases) / (shape.Alpha + shape.Beta + opportunities);

    /// <summary>Gets the probability that a new customer makes exactly x purchases at the first n opportunities.</summary>
    internal static double ProbabilityOf(in OpportunityShape shape, int purchases, int opportunities)
    {
        if (purchases > opportunities)
        {
            return 0;
        }

        // The purchases may lie anywhere among the opportunities the customer was there for: all n, or the first m.
        double logWays = 0;
        double left = shape.LogLeft(purchases, purchases);
        var sum = new LogSum(double.NegativeInfinity);
        for (int m = purchases; m < opportunities; m++)
        {
            sum.Add(left + logWays);
            left += Math.Log(shape.NextLeft(purchases, m));
            logWays += Math.Log((m + 1.0) / (m + 1 - purchases));
        }

        sum.Add(shape.LogStaying(purchases, opportunities) + logWays);
        return Math.Exp(sum.Value);
    }
}
