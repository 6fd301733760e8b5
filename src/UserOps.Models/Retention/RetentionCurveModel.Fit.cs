namespace UserOps.Models.Retention;

public sealed partial class RetentionCurveModel
{
    /// <summary>Fits a curve to shares, period by period: a cohort's rates or a mean curve, where users may come back and periods may rest on different users.</summary>
    /// <param name="family">The shape.</param>
    /// <param name="curve">Shape [periods + 1]; the share of each period, period 0 first, which is everybody and not fitted. A share of nothing says nothing.</param>
    /// <param name="holdout">How many of the last periods are left out and foretold; 0 or more.</param>
    /// <returns>The curve of greatest likelihood, each period a binomial sample of its own; values to 1e-6 relative.</returns>
    /// <exception cref="ArgumentException">There is no period 0, or fewer periods than are held out.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The shape is not one of the named ones, or the number of periods held out is negative.</exception>
    /// <remarks>For a group whose members leave for good take <see cref="FitSurvivors"/>, whose likelihood is exact.</remarks>
    public static RetentionCurveModel Fit(RetentionCurveFamily family, ReadOnlySpan<Ratio> curve, int holdout = 0)
    {
        RequireFit(family, curve.Length, holdout);
        return Fit(family, CurveLikelihood.OfShares(family, curve[..^holdout]), curve, holdout);
    }

    /// <summary>Fits a curve to the survivors of one group, whose members leave once and for good, such as subscribers.</summary>
    /// <param name="family">The shape.</param>
    /// <param name="survivors">Shape [periods + 1]; how many are left in each period, the whole group first. Never rising.</param>
    /// <param name="holdout">How many of the last periods are left out and foretold; 0 or more.</param>
    /// <returns>The curve of greatest likelihood: the exact one of the group, in which each period takes its share of those who were left; values to 1e-6 relative.</returns>
    /// <exception cref="ArgumentException">There is no period 0, fewer periods than are held out, a negative count or a count that rises.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The shape is not one of the named ones, or the number of periods held out is negative.</exception>
    public static RetentionCurveModel FitSurvivors(RetentionCurveFamily family, ReadOnlySpan<long> survivors, int holdout = 0)
    {
        RequireFit(family, survivors.Length, holdout);
        RequireSurvivors(survivors);
        var curve = new Ratio[survivors.Length];
        for (int period = 0; period < curve.Length; period++)
        {
            curve[period] = new(survivors[period], survivors[0]);
        }

        return Fit(family, CurveLikelihood.OfSurvivors(family, survivors[..^holdout]), curve, holdout);
    }

    private static RetentionCurveModel Fit(RetentionCurveFamily family, CurveLikelihood likelihood, ReadOnlySpan<Ratio> curve, int holdout)
    {
        double[]? place = likelihood.CanIdentify
            ? new CurveSearch(at => likelihood.At(at), RetentionDefaults.LargestLogParameter).Find(RetentionCurves.Parameters(family))
            : null;
        if (place is null)
        {
            return new(family, null, null);
        }

        var parameters = new RetentionCurveParameters
        {
            Version = RetentionDefaults.CurveVersion,
            Family = family,
            Values = RetentionCurves.ValuesAt(family, place),
            LogLikelihood = likelihood.At(place) * likelihood.Observations,
        };
        return new(family, parameters, ErrorOf(parameters, curve, holdout));
    }

    private static RetentionHoldout? ErrorOf(RetentionCurveParameters parameters, ReadOnlySpan<Ratio> curve, int holdout)
    {
        int periods = 0;
        double absolute = 0;
        double squared = 0;
        for (int period = curve.Length - holdout; period < curve.Length; period++)
        {
            if (curve[period].Value is { } observed)
            {
                double error = RetentionCurves.RateAt(parameters.Family, parameters.Values.AsSpan(), period) - observed;
                absolute += Math.Abs(error);
                squared += error * error;
                periods++;
            }
        }

        return periods == 0 ? null : new(periods, absolute / periods, Math.Sqrt(squared / periods));
    }

    private static void RequireFit(RetentionCurveFamily family, int periods, int holdout)
    {
        if (!Enum.IsDefined(family))
        {
            throw new ArgumentOutOfRangeException(nameof(family), family, "This is not one of the named shapes.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(holdout);
        if (holdout >= periods)
        {
            throw new ArgumentException($"There are {periods} periods, and {holdout} are to be held out; period 0 at least is left.", nameof(holdout));
        }
    }

    private static void RequireSurvivors(ReadOnlySpan<long> survivors)
    {
        for (int period = 0; period < survivors.Length; period++)
        {
            if (survivors[period] < 0 || (period > 0 && survivors[period] > survivors[period - 1]))
            {
                throw new ArgumentException(
                    $"Period {period} has {survivors[period]} survivors; the number cannot be negative or rise. Where users come back, fit shares.", nameof(survivors));
            }
        }
    }
}
