using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>What must hold for an accelerated failure time regression, before the fit and for what is saved; each rule has one stable code.</summary>
internal static class AftRules
{
    /// <summary>Checks options for a table.</summary>
    internal static ImmutableArray<DefinitionIssue> Check(AftOptions options, SurvivalTable table)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RegressionRules.CheckCovariates(options.Covariates, table, issues);
        CheckNumbers(options, issues);
        if (table.Strata is not null)
        {
            issues.Add(new("notForKind", "", "The table has strata; a regression of a known shape has one for all. Make the stratum covariates, or fit each by itself."));
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Finds the first time without a logarithm; -1 where there is none.</summary>
    internal static int FirstWithoutLogarithm(SurvivalTable table) => table.Times.IndexOf(0.0);

    /// <summary>Checks what was saved.</summary>
    internal static ImmutableArray<DefinitionIssue> Check(AftParameters parameters)
    {
        if (parameters.Version != AftDefaults.Version)
        {
            // What another version means by its members is not known, so nothing else is said of them.
            return [RegressionRules.UnknownVersion(parameters.Version, AftDefaults.Version)];
        }

        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (parameters.Options is null)
        {
            issues.Add(new("missingMember", "/options", "The options are null."));
            return issues.DrainToImmutable();
        }

        CheckNumbers(parameters.Options, issues);
        RegressionRules.CheckNamed(parameters.Status, "/status", issues);
        CheckValue(parameters.Intercept, parameters.Status, "/intercept", issues);
        CheckScale(parameters, issues);
        CheckCovariates(parameters, issues);
        RegressionRules.CheckFinite(parameters.LogLikelihood, "/logLikelihood", issues);
        return issues.DrainToImmutable();
    }

    private static void CheckNumbers(AftOptions options, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        RegressionRules.CheckNamed(options.Family, "/family", issues);
        RegressionRules.CheckSearch(options.Tolerance, options.MaximumIterations, issues);
    }

    private static void CheckScale(AftParameters parameters, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckValue(parameters.Scale, parameters.Status, "/scale", issues);
        if (parameters.Scale is { } scale && (!(scale > 0) || (parameters.Options.Family == LifetimeFamily.Exponential && scale != 1)))
        {
            issues.Add(new("outOfRange", "/scale", FormattableString.Invariant($"The scale is {scale}; it is above 0, and 1 for an exponential.")));
        }
    }

    private static void CheckCovariates(AftParameters parameters, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (parameters.Covariates.IsDefault)
        {
            issues.Add(new("missingMember", "/covariates", "The covariates are missing; without any, the list is empty."));
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
            CheckValue(covariate.Coefficient, parameters.Status, path + "/coefficient", issues);
        }

        int scales = parameters.Options.Family == LifetimeFamily.Exponential ? 0 : 1;
        RegressionRules.CheckCovariance(parameters.Covariance, 1 + parameters.Covariates.Length + scales, issues);
    }

    private static void CheckValue(double? value, SurvivalFitStatus status, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        RegressionRules.CheckFinite(value ?? 0, path, issues);
        if (value is null && status == SurvivalFitStatus.Converged)
        {
            issues.Add(new("missingMember", path, "A fit that converged has a value for every parameter."));
        }
    }
}
