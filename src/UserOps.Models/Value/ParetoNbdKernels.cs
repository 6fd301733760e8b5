namespace UserOps.Models.Value;

/// <summary>The arithmetic of the Pareto/NBD. Times are in the unit of alpha and beta; nothing is checked, nothing is allocated.</summary>
/// <remarks>
/// Every integral is over a positive function and is computed as such: the closed forms by 2F1 are differences of nearly equal numbers where purchases are
/// many or alpha and beta far apart. Equations: P. Fader, B. Hardie, A note on deriving the Pareto/NBD model and related expressions, 2005.
/// </remarks>
internal static class ParetoNbdKernels
{
    /// <summary>Gets ln of the probability density of a history of somebody still there: the S of the paper with its factors.</summary>
    internal static double LogStaying(in ParetoNbdShape shape, PurchaseRecord customer)
        => LogBefore(shape, customer)
        - (shape.R + customer.RepeatPurchases) * NearZero.LogOnePlus((customer.Age - customer.AgeAtLastPurchase) / (shape.Alpha + customer.AgeAtLastPurchase))
        - shape.S * NearZero.LogOnePlus((customer.Age - customer.AgeAtLastPurchase) / (shape.Beta + customer.AgeAtLastPurchase));

    /// <summary>Gets ln of the probability density of a history of somebody who left after the last purchase: the D of the paper with its factors.</summary>
    internal static double LogLeft(in ParetoNbdShape shape, PurchaseRecord customer)
    {
        double last = customer.AgeAtLastPurchase;
        LeavingDensity density = shape.LeavingAfter(shape.R + customer.RepeatPurchases, last);
        return LogBefore(shape, customer) + Math.Log(shape.S) + (shape.PurchasesLead ? Math.Log(density.Ratio) : 0)
            + LogConcaveIntegral.LogOf(density, 0, shape.Span(last, customer.Age));
    }

    internal static double LogLikelihood(in ParetoNbdShape shape, PurchaseRecord customer)
    {
        var either = new LogSum(LogStaying(shape, customer));
        either.Add(LogLeft(shape, customer));
        return either.Value;
    }

    internal static double ProbabilityAlive(in ParetoNbdShape shape, PurchaseRecord customer, double after)
        => Math.Exp(-shape.S * NearZero.LogOnePlus(after / (shape.Beta + customer.Age)))
        / (1 + Math.Exp(LogLeft(shape, customer) - LogStaying(shape, customer)));

    /// <summary>Gets the expected purchases within a time, given how probable it is that the customer is there.</summary>
    internal static double ExpectedPurchases(in ParetoNbdShape shape, int repeatPurchases, double age, double alive, double horizon)
    {
        // (1 - e^(-(s - 1) v)) / (s - 1) with v = ln((beta + T + h) / (beta + T)): nothing happens at s = 1.
        double stay = NearZero.LogOnePlus(horizon / (shape.Beta + age));
        return alive * (shape.R + repeatPurchases) * ((shape.Beta + age) / (shape.Alpha + age)) * stay * NearZero.MeanDecay((shape.S - 1) * stay);
    }

    /// <summary>Gets the expected purchases for ever, discounted, given how probable it is that the customer is there.</summary>
    internal static double DiscountedExpectedPurchases(in ParetoNbdShape shape, PurchaseRecord customer, double alive, double rate)
    {
        if (alive == 0)
        {
            return 0;
        }

        double now = shape.Beta + customer.Age;
        double stay = rate > 0 ? Math.Exp(LogConcaveIntegral.LogOf(new DiscountedStay(shape.S, rate * now), 0, double.PositiveInfinity))
            : shape.S > 1 ? 1 / (shape.S - 1)
            : double.PositiveInfinity;
        return alive * (shape.R + customer.RepeatPurchases) * (now / (shape.Alpha + customer.Age)) * stay;
    }

    /// <summary>Gets the probability that a new customer makes exactly so many purchases in a time.</summary>
    internal static double ProbabilityOf(in ParetoNbdShape shape, int purchases, double age)
    {
        if (age == 0)
        {
            return purchases == 0 ? 1 : 0;
        }

        double logWays = RisingFactorial.Log(shape.R, purchases) - GammaFunctions.LogGamma(purchases + 1.0);
        double staying = logWays - shape.R * NearZero.LogOnePlus(age / shape.Alpha) - shape.S * NearZero.LogOnePlus(age / shape.Beta)
            + (purchases == 0 ? 0 : purchases * Math.Log(age / (shape.Alpha + age)));
        LeavingDensity density = shape.LeavingAfter(shape.R + purchases, 0, purchases);
        double left = logWays + Math.Log(shape.S) + (shape.PurchasesLead ? 1 : purchases) * Math.Log(density.Ratio)
            + LogConcaveIntegral.LogOf(density, 0, shape.Span(0, age));
        return Math.Exp(staying) + Math.Exp(left);
    }

    /// <summary>Gets what S and D have in common: G(r + x) / G(r) alpha^r beta^s (alpha + t_x)^-(r + x) (beta + t_x)^-s, as a logarithm.</summary>
    private static double LogBefore(in ParetoNbdShape shape, PurchaseRecord customer)
        => RisingFactorial.Log(shape.R, customer.RepeatPurchases)
        - customer.RepeatPurchases * Math.Log(shape.Alpha + customer.AgeAtLastPurchase)
        - shape.R * NearZero.LogOnePlus(customer.AgeAtLastPurchase / shape.Alpha)
        - shape.S * NearZero.LogOnePlus(customer.AgeAtLastPurchase / shape.Beta);
}
