using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>What must hold for the accounts of a customer and for the terms of any statement; each rule has one stable code.</summary>
internal static class CustomerAccountsRules
{
    internal static ImmutableArray<DefinitionIssue> Check(CustomerAccounts accounts, ProfitTerms terms)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        Each(accounts.Balances, "/accounts/balances", issues, (balance, path) =>
        {
            CheckText(balance.Product, path + "/product", issues);
            CheckNamed(balance.Side, path + "/side", issues);
        });
        Each(accounts.Activities, "/accounts/activities", issues, (usage, path) =>
        {
            CheckText(usage.Activity, path + "/activity", issues);
            CheckNotNegative(usage.Count, "A count", path + "/count", issues);
            CheckNotNegative(usage.UnitCost, "A unit cost", path + "/unitCost", issues);
        });
        Each(accounts.Exposures, "/accounts/exposures", issues, (exposure, path) =>
        {
            CheckText(exposure.Product, path + "/product", issues);
            CheckShare(exposure.DefaultProbability, "A probability of default", path + "/defaultProbability", issues);
            CheckShare(exposure.LossGivenDefault, "A loss given default", path + "/lossGivenDefault", issues);
            CheckNotNegative(exposure.ExposureAtDefault, "An exposure at default", path + "/exposureAtDefault", issues);
        });
        CheckNotNegative(accounts.EconomicCapital, "Economic capital", "/accounts/economicCapital", issues);
        CheckTerms(terms, "/terms", issues);
        return issues.ToImmutable();
    }

    internal static void CheckTerms(ProfitTerms? terms, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (terms is null)
        {
            issues.Add(new("missingMember", path, "The terms are missing: currency, period, rates."));
            return;
        }

        if (!Field.IsCurrency(terms.Currency))
        {
            issues.Add(new("badCurrency", path + "/currency", $"'{terms.Currency}' is no ISO 4217 code: three capital letters."));
        }

        if (terms.Period is null)
        {
            issues.Add(new("missingMember", path + "/period", "There is no period; AccrualPeriod.Year is a whole year."));
        }
        else
        {
            CheckCount(terms.Period.Units, path + "/period/units", issues);
            CheckCount(terms.Period.UnitsPerYear, path + "/period/unitsPerYear", issues);
        }

        CheckNotNegative(terms.CapitalChargeRate, "A charge on capital", path + "/capitalChargeRate", issues);
        CheckShare(terms.TaxRate, "A rate of tax", path + "/taxRate", issues);
    }

    /// <summary>Checks the elements of a list, and that none is null.</summary>
    internal static void Each<T>(ImmutableArray<T> list, string path, ImmutableArray<DefinitionIssue>.Builder issues, Action<T, string> check)
    {
        for (int i = 0; i < list.Length; i++)
        {
            string place = FormattableString.Invariant($"{path}/{i}");
            if (list[i] is null)
            {
                issues.Add(new("missingMember", place, "There is nothing here."));
            }
            else
            {
                check(list[i], place);
            }
        }
    }

    internal static void CheckText(string? text, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            issues.Add(new("emptyName", path, "A name is missing here."));
        }
    }

    internal static void CheckShare(decimal value, string what, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!ExpectedLoss.IsShare(value))
        {
            issues.Add(new("outOfRange", path, FormattableString.Invariant($"{what} is 0 to 1, not {value}.")));
        }
    }

    internal static void CheckNotNegative(decimal value, string what, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (value < 0)
        {
            issues.Add(new("outOfRange", path, FormattableString.Invariant($"{what} is zero or more, not {value}.")));
        }
    }

    internal static void CheckNamed<T>(T value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            issues.Add(new("unknownValue", path, FormattableString.Invariant($"{value:D} is no {typeof(T).Name}.")));
        }
    }

    private static void CheckCount(int count, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (count < 1)
        {
            issues.Add(new("countNotPositive", path, FormattableString.Invariant($"A count of units is at least 1, not {count}.")));
        }
    }
}
