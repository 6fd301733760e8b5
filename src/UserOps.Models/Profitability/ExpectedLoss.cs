namespace UserOps.Models.Profitability;

/// <summary>Expected loss (预期损失) = PD x LGD x EAD.</summary>
public static class ExpectedLoss
{
    /// <summary>Gets the expected loss of one exposure.</summary>
    /// <param name="defaultProbability">PD, 0 to 1 included: the probability that the customer defaults in the horizon asked about, usually a year.</param>
    /// <param name="lossGivenDefault">LGD, 0 to 1 included: the share of the exposure that is lost then.</param>
    /// <param name="exposureAtDefault">EAD: what is owed then; zero or more.</param>
    /// <returns>The product, in the unit of the exposure and for the horizon of the probability; not rounded, but for what a decimal cannot hold.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A probability or share is outside 0 to 1, or the exposure is negative.</exception>
    /// <remarks>Basel Committee on Banking Supervision, An Explanatory Note on the Basel II IRB Risk Weight Functions, 2005, section 2.</remarks>
    public static decimal Of(decimal defaultProbability, decimal lossGivenDefault, decimal exposureAtDefault)
    {
        RequireShare(defaultProbability, nameof(defaultProbability), "A probability of default");
        RequireShare(lossGivenDefault, nameof(lossGivenDefault), "A loss given default");
        if (exposureAtDefault < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(exposureAtDefault), exposureAtDefault, "An exposure at default is zero or more.");
        }

        return defaultProbability * lossGivenDefault * exposureAtDefault;
    }

    internal static bool IsShare(decimal value) => value is >= 0 and <= 1;

    private static void RequireShare(decimal value, string parameterName, string what)
    {
        if (!IsShare(value))
        {
            throw new ArgumentOutOfRangeException(parameterName, value, what + " is 0 to 1.");
        }
    }
}
