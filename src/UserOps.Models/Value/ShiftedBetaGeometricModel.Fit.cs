namespace UserOps.Models.Value;

public sealed partial class ShiftedBetaGeometricModel
{
    /// <summary>Fits the model to the survivors of one cohort.</summary>
    /// <param name="survivors">
    /// Shape [renewals + 1]; how many are left after each renewal, the whole cohort first: never rising. Fractions are welcome, as of shares published per 1,000; but
    /// the errors are those of as many customers as the numbers say.
    /// </param>
    /// <returns>How the fit ended, the parameters <c>alpha</c> and <c>beta</c> and, where the data decide on both, the model.</returns>
    /// <exception cref="ArgumentException">There is nobody to begin with, or a number is negative, rises or is not finite: the message says where.</exception>
    /// <remarks>Maximum likelihood by Newton's method with exact derivatives on the logarithms. One renewal cannot decide on two parameters.</remarks>
    public static ValueFit<ShiftedBetaGeometricModel> Fit(ReadOnlySpan<double> survivors) => FitCohorts([survivors.ToArray()]);

    /// <inheritdoc cref="Fit(ReadOnlySpan{double})"/>
    public static ValueFit<ShiftedBetaGeometricModel> Fit(ReadOnlySpan<long> survivors)
    {
        double[] numbers = new double[survivors.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = survivors[i];
        }

        return FitCohorts([numbers]);
    }

    /// <summary>Fits the model to the survivors of several cohorts, such as those of consecutive months, each followed as far as it was seen.</summary>
    /// <param name="cohorts">One list a cohort, as <see cref="Fit(ReadOnlySpan{double})"/> takes it; of any lengths.</param>
    /// <returns>How the fit ended, the parameters <c>alpha</c> and <c>beta</c> and, where the data decide on both, the model.</returns>
    /// <exception cref="ArgumentNullException">A cohort, or the list of them, is null.</exception>
    /// <exception cref="ArgumentException">There is nobody to begin with, or a number is negative, rises or is not finite: the message says where.</exception>
    public static ValueFit<ShiftedBetaGeometricModel> FitCohorts(IReadOnlyCollection<IReadOnlyList<double>> cohorts)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        double customers = RequireSurvivors(cohorts);
        int renewals = cohorts.Max(cohort => cohort.Count) - 1;
        var lost = new double[renewals];
        var stayed = new double[renewals];
        foreach (IReadOnlyList<double> cohort in cohorts)
        {
            for (int i = 1; i < cohort.Count; i++)
            {
                lost[i - 1] += cohort[i - 1] - cohort[i];
                stayed[i - 1] += cohort[i];
            }
        }

        return Fit(new ShiftedBetaGeometricLikelihood(lost, stayed, customers));
    }

    private static ValueFit<ShiftedBetaGeometricModel> Fit(ShiftedBetaGeometricLikelihood likelihood)
    {
        if (likelihood.NobodyLeft)
        {
            return new(ValueFitStatus.NotIdentified, [ParameterEstimate.Unknown("alpha"), ParameterEstimate.Unknown("beta")], 0, likelihood.Weight, 0, null);
        }

        LogSearch search = LogSearch.Run(likelihood, likelihood.Start(), [0, 0]);
        ShiftedBetaGeometricModel? model = search.Status != ValueFitStatus.Converged ? null : new(new ShiftedBetaGeometricParameters
        {
            Version = ValueDefaults.ParametersVersion,
            Alpha = search.ValueOf(0),
            Beta = search.ValueOf(1),
            Evidence = search.Evidence(search.Value),
        });
        return new(search.Status, search.Estimates("alpha", "beta"), search.Value, likelihood.Weight, search.Iterations, model);
    }

    private static double RequireSurvivors(IReadOnlyCollection<IReadOnlyList<double>> cohorts)
    {
        int number = 0;
        double customers = 0;
        foreach (IReadOnlyList<double> cohort in cohorts)
        {
            ArgumentNullException.ThrowIfNull(cohort, nameof(cohorts));
            for (int i = 0; i < cohort.Count; i++)
            {
                if (!(cohort[i] >= 0 && double.IsFinite(cohort[i]) && (i == 0 || cohort[i] <= cohort[i - 1])))
                {
                    throw new ArgumentException(
                        FormattableString.Invariant($"Cohort {number} has {cohort[i]} survivors after renewal {i}; the number cannot be negative, infinite or rise."), nameof(cohorts));
                }
            }

            customers += cohort.Count == 0 ? 0 : cohort[0];
            number++;
        }

        return customers > 0 ? customers : throw new ArgumentException("There is nobody to begin with.", nameof(cohorts));
    }
}
