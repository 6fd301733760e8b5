using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for the options of a fit and for saved parameters, all of which are above 0; each rule has one stable code.</summary>
internal static class PurchaseFitRules
{
    /// <summary>Checks the options of a fit.</summary>
    internal static ImmutableArray<DefinitionIssue> CheckSearch(double tolerance, int maximumIterations)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckPositive(tolerance, "/tolerance", issues);
        if (maximumIterations < 1)
        {
            issues.Add(new("outOfRange", "/maximumIterations", FormattableString.Invariant($"There are {maximumIterations} iterations; it takes at least 1.")));
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Checks what was saved.</summary>
    /// <param name="version">The version found.</param>
    /// <param name="evidence">What the fit left behind, if anything.</param>
    /// <param name="parameters">The parameters, with their places.</param>
    internal static ImmutableArray<DefinitionIssue> CheckSaved(int version, FitEvidence? evidence, params ReadOnlySpan<(string Path, double Value)> parameters)
    {
        if (version != ValueDefaults.ParametersVersion)
        {
            // What another version means by its members is not known, so nothing else is said of them.
            return [new("unknownVersion", "/version", FormattableString.Invariant($"The version is {version}; this library reads version {ValueDefaults.ParametersVersion}."))];
        }

        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        foreach ((string path, double value) in parameters)
        {
            CheckPositive(value, path, issues);
        }

        if (evidence is not null)
        {
            CheckEvidence(evidence, parameters.Length, issues);
        }

        return issues.DrainToImmutable();
    }

    private static void CheckEvidence(FitEvidence evidence, int parameters, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckPositive(evidence.Customers, "/evidence/customers", issues);
        CheckFinite(evidence.LogLikelihood, "/evidence/logLikelihood", issues);
        int length = evidence.LogCovariance.IsDefault ? 0 : evidence.LogCovariance.Length;
        if (length != parameters * parameters)
        {
            issues.Add(new("lengthDiffers", "/evidence/logCovariance", $"There are {length} covariances for {parameters} parameters."));
            return;
        }

        for (int i = 0; i < length; i++)
        {
            string path = $"/evidence/logCovariance/{i}";
            CheckFinite(evidence.LogCovariance[i], path, issues);
            if (i % (parameters + 1) == 0 && evidence.LogCovariance[i] < 0)
            {
                issues.Add(new("negativeValue", path, FormattableString.Invariant($"The variance is {evidence.LogCovariance[i]}; it is zero or more.")));
            }
        }
    }

    private static void CheckPositive(double value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            issues.Add(new("notPositive", path, FormattableString.Invariant($"The value is {value}; it is above 0 and finite.")));
        }
    }

    private static void CheckFinite(double value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!double.IsFinite(value))
        {
            issues.Add(new("notFinite", path, FormattableString.Invariant($"The value is {value}; it is finite.")));
        }
    }
}
