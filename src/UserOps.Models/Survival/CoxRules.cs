using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>What must hold for a Cox regression, before the fit and for what is saved; each rule has one stable code.</summary>
internal static class CoxRules
{
    /// <summary>Checks options for a table.</summary>
    internal static ImmutableArray<DefinitionIssue> Check(CoxOptions options, SurvivalTable table)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RegressionRules.CheckCovariates(options.Covariates, table, issues);
        if (options.Covariates is { IsDefault: false, Length: 0 } || (options.Covariates is null && table.CovariateNames.IsEmpty))
        {
            issues.Add(new("missingMember", "/covariates", "A regression needs at least one covariate."));
        }

        CheckNumbers(options, issues);
        if (options.Ties == CoxTies.Exact)
        {
            CheckExact(table, issues);
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Checks what was saved.</summary>
    internal static ImmutableArray<DefinitionIssue> Check(CoxParameters parameters)
    {
        if (parameters.Version != CoxDefaults.Version)
        {
            // What another version means by its members is not known, so nothing else is said of them.
            return [RegressionRules.UnknownVersion(parameters.Version, CoxDefaults.Version)];
        }

        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (parameters.Options is null)
        {
            issues.Add(new("missingMember", "/options", "The options are null."));
        }
        else
        {
            CheckNumbers(parameters.Options, issues);
        }

        RegressionRules.CheckNamed(parameters.Status, "/status", issues);
        CheckCovariates(parameters, issues);
        RegressionRules.CheckFinite(parameters.LogLikelihoodNull, "/logLikelihoodNull", issues);
        RegressionRules.CheckFinite(parameters.LogLikelihood, "/logLikelihood", issues);
        CheckBaselines(parameters, issues);
        return issues.DrainToImmutable();
    }

    private static void CheckNumbers(CoxOptions options, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        RegressionRules.CheckNamed(options.Ties, "/ties", issues);
        if (!(options.Penalty >= 0 && double.IsFinite(options.Penalty)))
        {
            issues.Add(new("negativeValue", "/penalty", FormattableString.Invariant($"The penalty is {options.Penalty}; it is zero or more, and finite.")));
        }

        RegressionRules.CheckSearch(options.Tolerance, options.MaximumIterations, issues);
    }

    private static void CheckExact(SurvivalTable table, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (table.HasWeights)
        {
            issues.Add(new("notForKind", "/ties", "Exact ties compare sets of rows, and a row with a weight is no set."));
        }

        var ended = new Dictionary<(int Stratum, double Time), int>();
        for (int row = 0; row < table.Count; row++)
        {
            if (table.Events[row])
            {
                (int, double) place = (table.Strata?.Codes[row] ?? 0, table.Times[row]);
                ended[place] = ended.GetValueOrDefault(place) + 1;
            }
        }

        int most = ended.Count == 0 ? 0 : ended.Values.Max();
        if (most > CoxDefaults.MaximumExactTies)
        {
            issues.Add(new("tooManyTies", "/ties", FormattableString.Invariant($"{most} rows ended at one time; exact ties are computed for {CoxDefaults.MaximumExactTies} at most.")));
        }
    }

    private static void CheckCovariates(CoxParameters parameters, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (parameters.Covariates.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", "/covariates", "A regression needs at least one covariate."));
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < parameters.Covariates.Length; i++)
        {
            string path = $"/covariates/{i}";
            if (parameters.Covariates[i] is not { } covariate)
            {
                issues.Add(new("missingMember", path, "The covariate is null."));
                continue;
            }

            RegressionRules.CheckName(covariate.Name, path + "/name", names, issues);
            RegressionRules.CheckFinite(covariate.Center, path + "/center", issues);
            RegressionRules.CheckFinite(covariate.Coefficient ?? 0, path + "/coefficient", issues);
            if (covariate.Coefficient is null && parameters.Status == SurvivalFitStatus.Converged)
            {
                issues.Add(new("missingMember", path + "/coefficient", "A fit that converged has every coefficient."));
            }
        }

        RegressionRules.CheckCovariance(parameters.Covariance, parameters.Covariates.Length, issues);
    }

    private static void CheckBaselines(CoxParameters parameters, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var strata = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < parameters.Baselines.Length; i++)
        {
            string path = $"/baselines/{i}";
            if (parameters.Baselines[i] is not { Times.IsDefault: false, LogCumulativeHazards.IsDefault: false } baseline)
            {
                issues.Add(new("missingMember", path, "The baseline, its times or its hazards are missing."));
                continue;
            }

            if (!strata.Add(baseline.Stratum ?? "") || (baseline.Stratum is null && parameters.Baselines.Length > 1))
            {
                issues.Add(new("duplicateName", path + "/stratum", "Each baseline has a stratum of its own."));
            }

            if (baseline.Times.Length != baseline.LogCumulativeHazards.Length)
            {
                issues.Add(new("lengthDiffers", path, $"There are {baseline.LogCumulativeHazards.Length} hazards for {baseline.Times.Length} times."));
            }

            CheckTimes(baseline.Times.AsSpan(), path + "/times", issues);
            CheckHazards(baseline.LogCumulativeHazards.AsSpan(), path + "/logCumulativeHazards", issues);
        }
    }

    private static void CheckTimes(ReadOnlySpan<double> times, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        for (int i = 0; i < times.Length; i++)
        {
            if (!(times[i] >= 0 && double.IsFinite(times[i]) && (i == 0 || times[i] > times[i - 1])))
            {
                issues.Add(new("notRising", $"{path}/{i}", FormattableString.Invariant($"The time is {times[i]}; times are zero or more, finite, and rise.")));
                return;
            }
        }
    }

    private static void CheckHazards(ReadOnlySpan<double> logarithms, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        for (int i = 0; i < logarithms.Length; i++)
        {
            if (!(double.IsFinite(logarithms[i]) && (i == 0 || logarithms[i] >= logarithms[i - 1])))
            {
                issues.Add(new("notRising", $"{path}/{i}", FormattableString.Invariant($"The logarithm is {logarithms[i]}; logarithms are finite and never fall.")));
                return;
            }
        }
    }
}
