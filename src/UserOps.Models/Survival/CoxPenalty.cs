namespace UserOps.Models.Survival;

/// <summary>The penalty of a Cox regression: half its strength times the sum of squares of the coefficients per deviation of their covariates.</summary>
internal static class CoxPenalty
{
    /// <summary>Takes the penalty off the derivatives.</summary>
    /// <param name="deviations">Of the covariates; one that never varies is not penalized, because no penalty tells its coefficient.</param>
    /// <param name="strength">Zero or more.</param>
    /// <param name="parameters">Coefficients of the centered columns.</param>
    /// <param name="gradient">Less the slope of the penalty.</param>
    /// <param name="information">Plus its curvature.</param>
    /// <returns>The penalty.</returns>
    internal static double Subtract(
        ReadOnlySpan<double> deviations, double strength, ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        double squares = 0;
        for (int k = 0; strength > 0 && k < parameters.Length; k++)
        {
            if (deviations[k] > 0)
            {
                squares += parameters[k] * parameters[k];
                gradient[k] -= strength * parameters[k];
                information[k * parameters.Length + k] += strength;
            }
        }

        return strength / 2 * squares;
    }
}
