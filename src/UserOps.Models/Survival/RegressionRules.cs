using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Rules that hold for the options and the saved form of every regression of the room.</summary>
internal static class RegressionRules
{
    internal static DefinitionIssue UnknownVersion(int version, int known)
        => new("unknownVersion", "/version", FormattableString.Invariant($"The version is {version}; this library reads version {known}."));

    /// <summary>Gets the status a caller sees.</summary>
    internal static SurvivalFitStatus StatusOf(AscentResult found) => found.IsComplete ? SurvivalFitStatus.Converged
        : found.Outcome == AscentOutcome.Stopped ? SurvivalFitStatus.IterationLimit
        : SurvivalFitStatus.NotIdentified;

    /// <summary>Checks that each covariate asked for is in the table, once.</summary>
    internal static void CheckCovariates(ImmutableArray<string>? asked, SurvivalTable table, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (asked is not { } covariates)
        {
            return;
        }

        if (covariates.IsDefault)
        {
            issues.Add(new("missingMember", "/covariates", "The list was never set; null means all covariates."));
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < covariates.Length; i++)
        {
            string path = $"/covariates/{i}";
            CheckName(covariates[i], path, names, issues);
            if (!string.IsNullOrEmpty(covariates[i]) && !table.CovariateNames.Contains(covariates[i]))
            {
                issues.Add(new("unknownField", path, $"The table has no covariate '{covariates[i]}'."));
            }
        }
    }

    /// <summary>Finds covariates that are known to be there.</summary>
    /// <returns>Their indices; all of the table for null.</returns>
    internal static int[] IndicesOf(ImmutableArray<string>? covariates, SurvivalTable table) => covariates is { } names
        ? [.. names.Select(name => table.CovariateNames.IndexOf(name))]
        : [.. Enumerable.Range(0, table.CovariateNames.Length)];

    internal static bool AreSame(ImmutableArray<string>? left, ImmutableArray<string>? right) => left is { } one && right is { } other
        ? ListEquality.Equal(one, other)
        : left is null == right is null;

    internal static void CheckName(string? name, string path, HashSet<string> names, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrEmpty(name))
        {
            issues.Add(new("nameMissing", path, "A covariate needs a name."));
        }
        else if (!names.Add(name))
        {
            issues.Add(new("duplicateName", path, $"Another covariate has the name '{name}'."));
        }
    }

    internal static void CheckNamed<TEnum>(TEnum value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, $"{value} is not one of the named values."));
        }
    }

    internal static void CheckFinite(double value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!double.IsFinite(value))
        {
            issues.Add(new("notFinite", path, FormattableString.Invariant($"The value is {value}; it is finite.")));
        }
    }

    internal static void CheckSearch(double tolerance, int maximumIterations, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!(tolerance > 0 && double.IsFinite(tolerance)))
        {
            issues.Add(new("notPositive", "/tolerance", FormattableString.Invariant($"The tolerance is {tolerance}; it is above 0 and finite.")));
        }

        if (maximumIterations < 1)
        {
            issues.Add(new("outOfRange", "/maximumIterations", FormattableString.Invariant($"There are {maximumIterations} iterations; it takes at least 1.")));
        }
    }

    internal static void CheckCovariance(ImmutableArray<double> covariance, int parameters, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        int length = covariance.IsDefault ? 0 : covariance.Length;
        if (length != parameters * parameters)
        {
            issues.Add(new("lengthDiffers", "/covariance", $"There are {length} covariances for {parameters} parameters."));
            return;
        }

        for (int i = 0; i < length; i++)
        {
            CheckFinite(covariance[i], $"/covariance/{i}", issues);
            if (i % (parameters + 1) == 0 && covariance[i] < 0)
            {
                issues.Add(new("negativeValue", $"/covariance/{i}", FormattableString.Invariant($"The variance is {covariance[i]}; it is zero or more.")));
            }
        }
    }
}
