using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>What must hold for pools of cost and for the use of their drivers.</summary>
internal static class ActivityCostRules
{
    internal static ImmutableArray<DefinitionIssue> Check(ActivityCostDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (!Field.IsCurrency(definition.Currency))
        {
            issues.Add(new("badCurrency", "/currency", $"'{definition.Currency}' is no ISO 4217 code: three capital letters."));
        }

        if (definition.Pools.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", "/pools", "There is no pool of cost."));
            return issues.ToImmutable();
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        CustomerAccountsRules.Each(definition.Pools, "/pools", issues, (pool, path) =>
        {
            CustomerAccountsRules.CheckText(pool.Id, path + "/id", issues);
            if (pool.Id is not null && !ids.Add(pool.Id))
            {
                issues.Add(new("duplicateId", path + "/id", $"There is another pool '{pool.Id}'."));
            }

            CustomerAccountsRules.CheckNotNegative(pool.Cost, "A cost", path + "/cost", issues);
            if (DecimalDigits.Shortest(pool.Cost).Scale > ProfitabilityDefaults.LineDigits)
            {
                issues.Add(new("tooManyDigits", path + "/cost", FormattableString.Invariant($"A cost has up to {ProfitabilityDefaults.LineDigits} digits after the point, so that what users bear adds up to it; not {pool.Cost}.")));
            }

            CustomerAccountsRules.CheckText(pool.Driver, path + "/driver", issues);
            CustomerAccountsRules.CheckNotNegative(pool.PracticalCapacity ?? 0, "A capacity", path + "/practicalCapacity", issues);
        });
        return issues.ToImmutable();
    }

    internal static void RequireUsage(DriverUsage? use, int row, string parameterName)
    {
        if (use is null || use.User.IsEmpty || string.IsNullOrWhiteSpace(use.Driver))
        {
            throw new ArgumentException(FormattableString.Invariant($"Row {row} has no user or no driver."), parameterName);
        }

        if (use.Quantity < 0)
        {
            throw new ArgumentOutOfRangeException(
                parameterName, use.Quantity, FormattableString.Invariant($"Row {row}: a quantity is zero or more."));
        }
    }
}
