using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for a lifetime value; each rule has one stable code.</summary>
internal static class CustomerLifetimeValueRules
{
    internal static ImmutableArray<DefinitionIssue> Check(CustomerLifetimeValueDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (definition.Periods is < 1 or > ValueDefaults.MaximumLifetimePeriods)
        {
            issues.Add(new("outOfRange", "/periods", FormattableString.Invariant($"The periods are {definition.Periods}; 1 to {ValueDefaults.MaximumLifetimePeriods} are possible.")));
        }

        if (!(definition.PeriodLength > 0 && double.IsFinite(definition.PeriodLength)))
        {
            issues.Add(new("outOfRange", "/periodLength", FormattableString.Invariant($"The length of a period is {definition.PeriodLength}; it is above 0, and finite.")));
        }

        if (!(definition.DiscountRate >= 0 && double.IsFinite(definition.DiscountRate)))
        {
            issues.Add(new("outOfRange", "/discountRate", FormattableString.Invariant($"The discount rate is {definition.DiscountRate}; it is 0 or more, and finite.")));
        }

        if (!(definition.Margin > 0 && double.IsFinite(definition.Margin)))
        {
            issues.Add(new("outOfRange", "/margin", FormattableString.Invariant($"The margin is {definition.Margin}; it is above 0, and finite.")));
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Checks what shows only against a model: where times are opportunities, a period is a whole number of them.</summary>
    internal static ImmutableArray<DefinitionIssue> Check(CustomerLifetimeValueDefinition definition, IPurchaseModel purchases)
        => purchases is not BetaGeometricBetaBernoulliModel
            || (PurchaseArguments.IsOpportunities(definition.PeriodLength) && PurchaseArguments.IsOpportunities(definition.Periods * definition.PeriodLength))
            ? []
            : [new("notOpportunities", "/periodLength", FormattableString.Invariant(
                $"The length of a period is {definition.PeriodLength}; times of this model are whole numbers of opportunities, and {definition.Periods} periods are at most {ValueDefaults.MaximumOpportunities} of them."))];
}
