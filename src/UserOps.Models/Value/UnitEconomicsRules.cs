using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for unit economics; each rule has one stable code.</summary>
internal static class UnitEconomicsRules
{
    internal static ImmutableArray<DefinitionIssue> Check(UnitEconomicsDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CheckAmount(definition.AcquisitionCost, "/acquisitionCost", issues);
        if (definition.AcquisitionCost < 0)
        {
            issues.Add(new("negativeValue", "/acquisitionCost", RevenueRules.Text($"The acquisition cost is {definition.AcquisitionCost}; it is 0 or more.")));
        }

        CheckMargins(definition.MarginPerPeriod, issues);
        CheckShare(definition.GrossMargin, "/grossMargin", "gross margin", issues);
        CheckRetention(definition, issues);
        if (definition.DiscountRate is < 0 or > RevenueDefaults.LargestDiscountRate)
        {
            issues.Add(new("outOfRange", "/discountRate", RevenueRules.Text($"The discount rate is {definition.DiscountRate}; it is from 0 to {RevenueDefaults.LargestDiscountRate}.")));
        }

        RevenueRules.CheckNamed(definition.Timing, "/timing", issues);
        return issues.ToImmutable();
    }

    private static void CheckMargins(ImmutableArray<decimal> margins, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (margins.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", "/marginPerPeriod", "There is no period; unit economics needs one at least."));
            return;
        }

        RevenueRules.CheckCount(margins.Length, "/marginPerPeriod", "periods", issues);
        for (int period = 0; period < margins.Length; period++)
        {
            CheckAmount(margins[period], RevenueRules.Text($"/marginPerPeriod/{period}"), issues);
        }
    }

    private static void CheckRetention(UnitEconomicsDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Retention.IsDefault)
        {
            issues.Add(new("missingMember", "/retention", "The retention curve was never set; an empty one means that all stay."));
            return;
        }

        if (!definition.Retention.IsEmpty && !definition.MarginPerPeriod.IsDefaultOrEmpty && definition.Retention.Length != definition.MarginPerPeriod.Length)
        {
            issues.Add(new("lengthMismatch", "/retention", RevenueRules.Text($"The retention curve has {definition.Retention.Length} periods and the margins {definition.MarginPerPeriod.Length}; they are the same.")));
        }

        for (int period = 0; period < definition.Retention.Length; period++)
        {
            CheckShare(definition.Retention[period], RevenueRules.Text($"/retention/{period}"), "retention rate", issues);
        }
    }

    private static void CheckAmount(decimal amount, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (Math.Abs(amount) > RevenueDefaults.LargestAmount)
        {
            issues.Add(new("outOfRange", path, RevenueRules.Text($"The amount is {amount}; it is at most {RevenueDefaults.LargestAmount} either way.")));
        }
    }

    private static void CheckShare(decimal share, string path, string what, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (share is < 0 or > 1)
        {
            issues.Add(new("outOfRange", path, RevenueRules.Text($"The {what} is {share}; it is a share, 0 to 1.")));
        }
    }
}
