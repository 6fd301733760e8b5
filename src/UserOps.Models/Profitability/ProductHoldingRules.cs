using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>What must hold for a question about products; each rule has one stable code.</summary>
internal static class ProductHoldingRules
{
    /// <summary>Checks a definition and gets the models of its rules; null for a product that events tell of.</summary>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is listed.</exception>
    internal static ImmutableArray<SegmentModel?> Require(ProductHoldingDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        var rules = ImmutableArray.CreateBuilder<SegmentModel?>();
        if (definition.Products.IsDefaultOrEmpty || definition.Products.Length > ProfitabilityDefaults.MaximumProducts)
        {
            int count = definition.Products.IsDefault ? 0 : definition.Products.Length;
            issues.Add(new("outOfRange", "/products", FormattableString.Invariant($"There are {count} products; 1 to {ProfitabilityDefaults.MaximumProducts} are possible.")));
        }
        else
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            CustomerAccountsRules.Each(definition.Products, "/products", issues, (product, path) => rules.Add(Check(product, names, path, issues)));
            CheckThreshold(definition, issues);
        }

        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        return rules.ToImmutable();
    }

    private static SegmentModel? Check(HeldProduct product, HashSet<string> names, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CustomerAccountsRules.CheckText(product.Name, path + "/name", issues);
        if (product.Name is not null && !names.Add(product.Name))
        {
            issues.Add(new("duplicateId", path + "/name", $"There is another product '{product.Name}'."));
        }

        if ((product.Holds is null) == (product.Opened is null))
        {
            issues.Add(new("oneSource", path, "Either a rule says who holds a product, or events that open it."));
        }

        if (product is { Opened: null, Closed: not null })
        {
            issues.Add(new("closedWithoutOpened", path + "/closed", "Only what events open can be closed by events."));
        }

        if (product.Opened is not null)
        {
            EventFilterRules.Check(product.Opened, path + "/opened", issues);
        }

        if (product.Closed is not null)
        {
            EventFilterRules.Check(product.Closed, path + "/closed", issues);
        }

        return product.Holds is null ? null : RuleAt(path + "/holds", issues, () => new SegmentModel(product.Holds));
    }

    private static void CheckThreshold(ProductHoldingDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        // Two products are the default, and stay so while there is only one: nobody is cross-sold then.
        int most = Math.Max(definition.Products.Length, ProfitabilityDefaults.CrossSellProducts);
        if (definition.Threshold < 1 || definition.Threshold > most)
        {
            issues.Add(new("outOfRange", "/threshold", FormattableString.Invariant($"A threshold is 1 to the number of products, here up to {most}, not {definition.Threshold}.")));
        }
    }

    /// <summary>Does what may refuse a rule, which knows its own place alone; here it is a part of a definition.</summary>
    internal static T? RuleAt<T>(string path, ImmutableArray<DefinitionIssue>.Builder issues, Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (InvalidDefinitionException refusal)
        {
            issues.AddRange(refusal.Issues.Select(issue => issue with { Path = path + issue.Path }));
            return null;
        }
    }
}
