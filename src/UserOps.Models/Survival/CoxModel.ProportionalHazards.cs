namespace UserOps.Models.Survival;

public sealed partial class CoxModel
{
    /// <summary>Tests whether each covariate moves the hazard by the same factor at all times (比例风险检验).</summary>
    /// <param name="table">The rows of the fit.</param>
    /// <param name="transform">Of what function of time a coefficient might be. Default: of time itself.</param>
    /// <returns>One test per covariate and one of all together; small p-values speak against proportional hazards.</returns>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    /// <exception cref="ArgumentException">
    /// The table lacks a covariate, the transform is not one of the named ones, or it is the logarithm and there is an event at time 0.
    /// </exception>
    /// <exception cref="InvalidOperationException">The fit did not converge, has a penalty, or has exact ties, for which there is no such test.</exception>
    /// <remarks>
    /// The score test of the covariates times the transformed time, added to the fitted model, with the information summed over event times by the rule for
    /// ties: exact where P. Grambsch, T. Therneau, Biometrika 81, 1994, 515-526, take the variance of the scaled Schoenfeld residuals as constant.
    /// </remarks>
    public ProportionalHazardsTest TestProportionalHazards(SurvivalTable table, ProportionalHazardsTransform transform = ProportionalHazardsTransform.Identity)
    {
        ArgumentNullException.ThrowIfNull(table);
        RequireConverged();
        if (!Enum.IsDefined(transform))
        {
            throw new ArgumentException($"{transform} is not one of the named values.", nameof(transform));
        }

        if (Parameters.Options.Penalty > 0 || Parameters.Options.Ties == CoxTies.Exact)
        {
            throw new InvalidOperationException("There is no test of proportional hazards for a fit with a penalty or with exact ties.");
        }

        CoxRows rows = CoxRows.Of(table, IndicesIn(table));
        double[] coefficients = [.. _coefficients.Zip(rows.Covariates.Deviations, (coefficient, deviation) => coefficient * deviation)];
        double[] times = TransformedTimes.Of(table, rows, transform);
        var sums = ProportionalHazardsSums.Of(rows, coefficients, Parameters.Options.Ties, times);
        return new()
        {
            Transform = transform,
            Covariates = [.. Parameters.Covariates.Select((covariate, k) => new ProportionalHazardsResult(covariate.Name, sums.TestOf([k])))],
            Global = sums.TestOf([.. Enumerable.Range(0, coefficients.Length)]),
        };
    }
}
