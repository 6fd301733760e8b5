using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for the parameters of a shifted beta-geometric model.</summary>
internal static class ShiftedBetaGeometricRules
{
    private const int Parameters = 2;

    internal static ImmutableArray<DefinitionIssue> Check(ShiftedBetaGeometricParameters parameters)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (parameters.Version != ValueDefaults.ParametersVersion)
        {
            issues.Add(new("unknownVersion", "/version", RevenueRules.Text($"The version is {parameters.Version}; this library reads version {ValueDefaults.ParametersVersion}.")));
            return issues.ToImmutable(); // of a form that is not known nothing else can be said
        }

        CheckPositive(parameters.Alpha, "/alpha", "alpha", issues);
        CheckPositive(parameters.Beta, "/beta", "beta", issues);
        if (parameters.Evidence is { } evidence && (evidence.LogCovariance.IsDefault || evidence.LogCovariance.Length != Parameters * Parameters))
        {
            issues.Add(new("lengthMismatch", "/evidence/logCovariance", RevenueRules.Text($"The covariance of two parameters has {Parameters * Parameters} numbers.")));
        }

        return issues.ToImmutable();
    }

    private static void CheckPositive(double value, string path, string name, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            issues.Add(new("notPositive", path, RevenueRules.Text($"The parameter {name} is {value}; it is above 0, and finite.")));
        }
    }
}
