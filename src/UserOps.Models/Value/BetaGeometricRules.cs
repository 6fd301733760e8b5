using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for a beta-geometric model, before the fit and for what is saved; each rule has one stable code.</summary>
internal static class BetaGeometricRules
{
    internal static ImmutableArray<DefinitionIssue> Check(BetaGeometricOptions options) =>
    [
        .. CheckShape(options.Variant, options.Regularity),
        .. options.Penalty >= 0 && double.IsFinite(options.Penalty)
            ? Array.Empty<DefinitionIssue>()
            : [new("outOfRange", "/penalty", FormattableString.Invariant($"The penalty is {options.Penalty}; it is 0 or more, and finite."))],
        .. PurchaseFitRules.CheckSearch(options.Tolerance, options.MaximumIterations),
    ];

    internal static ImmutableArray<DefinitionIssue> Check(BetaGeometricParameters parameters)
    {
        ImmutableArray<DefinitionIssue> saved = PurchaseFitRules.CheckSaved(
            parameters.Version, parameters.Evidence, ("/r", parameters.R), ("/alpha", parameters.Alpha), ("/a", parameters.A), ("/b", parameters.B));
        return parameters.Version == ValueDefaults.ParametersVersion ? [.. CheckShape(parameters.Variant, parameters.Regularity), .. saved] : saved;
    }

    private static IEnumerable<DefinitionIssue> CheckShape(BetaGeometricVariant variant, int regularity)
    {
        if (!Enum.IsDefined(variant))
        {
            yield return new("unknownValue", "/variant", $"There is no variant {(int)variant}.");
        }

        if (regularity is < 1 or > ValueDefaults.MaximumRegularity)
        {
            yield return new("outOfRange", "/regularity", FormattableString.Invariant($"The regularity is {regularity}; it is 1 to {ValueDefaults.MaximumRegularity}."));
        }
    }
}
