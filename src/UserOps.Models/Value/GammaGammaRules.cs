using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for saved Gamma-Gamma parameters and for options of a fit; each rule has one stable code.</summary>
internal static class GammaGammaRules
{
    internal static ImmutableArray<DefinitionIssue> Check(GammaGammaParameters parameters)
        => PurchaseFitRules.CheckSaved(parameters.Version, parameters.Evidence, ("/p", parameters.P), ("/q", parameters.Q), ("/v", parameters.V));

    internal static ImmutableArray<DefinitionIssue> Check(GammaGammaOptions options)
    {
        ImmutableArray<DefinitionIssue> issues = PurchaseFitRules.CheckSearch(options.Tolerance, options.MaximumIterations);
        return Enum.IsDefined(options.NonPositiveSpends)
            ? issues
            : [new("unknownValue", "/nonPositiveSpends", $"{options.NonPositiveSpends} is none of the ways to treat spends that are not above zero."), .. issues];
    }
}
