using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Retention;

/// <summary>What must hold for a saved curve: one rule, one stable code.</summary>
internal static class RetentionCurveRules
{
    internal static ImmutableArray<DefinitionIssue> Check(RetentionCurveParameters parameters)
    {
        if (parameters.Version != RetentionDefaults.CurveVersion)
        {
            return [new("unknownVersion", "/version", Text($"The version is {parameters.Version}; {RetentionDefaults.CurveVersion} is known."))];
        }

        if (!Enum.IsDefined(parameters.Family))
        {
            return [new("unknownValue", "/family", Text($"{parameters.Family:D} is no {nameof(RetentionCurveFamily)}."))];
        }

        if (parameters.Values.IsDefault)
        {
            return [new("missingMember", "/values", "The list of values was never set.")];
        }

        if (parameters.LogLikelihood is { } likelihood && !double.IsFinite(likelihood))
        {
            return [new("notFinite", "/logLikelihood", Text($"The log-likelihood is {likelihood}; it is a finite number, or left out."))];
        }

        return RetentionCurves.AreValid(parameters.Family, parameters.Values.AsSpan())
            ? []
            : [new("valuesInvalid", "/values", Text($"The values are [{string.Join(", ", parameters.Values.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]; the shape {parameters.Family} has {RetentionCurves.Parameters(parameters.Family)}, shares from 0 to 1 and the others above 0."))];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
