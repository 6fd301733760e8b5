using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>What must hold for a question about profit, whatever the data; each rule has one stable code.</summary>
internal static class CustomerProfitRules
{
    internal static ImmutableArray<DefinitionIssue> Check(CustomerProfitDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        CustomerAccountsRules.CheckTerms(definition.Terms, "/terms", issues);
        string? currency = definition.Terms?.Currency;
        CheckBalances(definition.Balances, currency, issues);
        CheckAmounts(definition.Fees, "/fees", currency, issues);
        CheckAmounts(definition.Interchange, "/interchange", currency, issues);
        CheckActivities(definition.Activities, issues);
        CheckExposures(definition.Exposures, currency, issues);
        CheckAmounts(definition.OtherExpectedLoss, "/otherExpectedLoss", currency, issues);
        CheckAmounts(definition.BenefitCost, "/benefitCost", currency, issues);
        CheckAmounts(definition.AcquisitionCost, "/acquisitionCost", currency, issues);
        CheckAmounts(definition.EconomicCapital, "/economicCapital", currency, issues);
        for (int i = 0; i < definition.EconomicCapital.Length; i++)
        {
            CheckNotNegative(definition.EconomicCapital[i], "Economic capital", FormattableString.Invariant($"/economicCapital/{i}"), issues);
        }

        CheckEventSources(definition, issues);
        return issues.ToImmutable();
    }

    /// <summary>Lists every source of an amount with its place, in the order of the definition.</summary>
    internal static IEnumerable<(AmountSource Source, string Path)> Amounts(CustomerProfitDefinition definition)
    {
        foreach ((BalanceSource balance, int i) in definition.Balances.Select((balance, i) => (balance, i)))
        {
            yield return (balance?.AverageBalance!, FormattableString.Invariant($"/balances/{i}/averageBalance"));
        }

        foreach ((ExposureSource exposure, int i) in definition.Exposures.Select((exposure, i) => (exposure, i)))
        {
            yield return (exposure?.ExposureAtDefault!, FormattableString.Invariant($"/exposures/{i}/exposureAtDefault"));
        }

        (ImmutableArray<AmountSource> List, string Path)[] lists =
        [
            (definition.Fees, "/fees"), (definition.Interchange, "/interchange"), (definition.OtherExpectedLoss, "/otherExpectedLoss"),
            (definition.BenefitCost, "/benefitCost"), (definition.AcquisitionCost, "/acquisitionCost"), (definition.EconomicCapital, "/economicCapital"),
        ];
        foreach ((ImmutableArray<AmountSource> list, string path) in lists)
        {
            for (int i = 0; i < list.Length; i++)
            {
                yield return (list[i], FormattableString.Invariant($"{path}/{i}"));
            }
        }
    }

    private static void CheckBalances(ImmutableArray<BalanceSource> balances, string? currency, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var keys = new HashSet<(string, BalanceSide)>();
        CustomerAccountsRules.Each(balances, "/balances", issues, (balance, path) =>
        {
            CustomerAccountsRules.CheckText(balance.Product, path + "/product", issues);
            CustomerAccountsRules.CheckNamed(balance.Side, path + "/side", issues);
            if (balance.Product is not null && !keys.Add((balance.Product, balance.Side)))
            {
                issues.Add(new("duplicateId", path + "/product", $"There is another balance of '{balance.Product}' on this side."));
            }

            CheckAmount(balance.AverageBalance, path + "/averageBalance", currency, issues);
            CheckRate(balance.CustomerRate, path + "/customerRate", issues);
            CheckRate(balance.TransferRate, path + "/transferRate", issues);
        });
    }

    private static void CheckActivities(ImmutableArray<ActivitySource> activities, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        CustomerAccountsRules.Each(activities, "/activities", issues, (activity, path) =>
        {
            CustomerAccountsRules.CheckText(activity.Activity, path + "/activity", issues);
            if (activity.Activity is not null && !names.Add(activity.Activity))
            {
                issues.Add(new("duplicateId", path + "/activity", $"There is another activity '{activity.Activity}'."));
            }

            CustomerAccountsRules.CheckNotNegative(activity.UnitCost, "A unit cost", path + "/unitCost", issues);
            EventFilterRules.Check(activity.Events, path + "/events", issues);
        });
    }

    private static void CheckExposures(ImmutableArray<ExposureSource> exposures, string? currency, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var products = new HashSet<string>(StringComparer.Ordinal);
        CustomerAccountsRules.Each(exposures, "/exposures", issues, (exposure, path) =>
        {
            CustomerAccountsRules.CheckText(exposure.Product, path + "/product", issues);
            if (exposure.Product is not null && !products.Add(exposure.Product))
            {
                issues.Add(new("duplicateId", path + "/product", $"There is another exposure of '{exposure.Product}'."));
            }

            CheckShare(exposure.DefaultProbability, "A probability of default", path + "/defaultProbability", issues);
            CheckShare(exposure.LossGivenDefault, "A loss given default", path + "/lossGivenDefault", issues);
            CheckAmount(exposure.ExposureAtDefault, path + "/exposureAtDefault", currency, issues);
            CheckNotNegative(exposure.ExposureAtDefault, "An exposure at default", path + "/exposureAtDefault", issues);
        });
    }

    private static void CheckAmounts(ImmutableArray<AmountSource> sources, string path, string? currency, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        for (int i = 0; i < sources.Length; i++)
        {
            CheckAmount(sources[i], FormattableString.Invariant($"{path}/{i}"), currency, issues);
        }
    }

    private static void CheckAmount(AmountSource? source, string path, string? currency, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (source is null)
        {
            issues.Add(new("missingMember", path, "There is no source of the amount: a column, events, or one amount for everybody."));
            return;
        }

        if (source.Name is not null)
        {
            CustomerAccountsRules.CheckText(source.Name, path + "/name", issues);
        }

        if (source is AmountOfEvents events)
        {
            EventFilterRules.Check(events.Events, path + "/events", issues);
        }

        if (source is not AmountForEverybody)
        {
            CheckField(source is AmountOfColumn column ? column.Field : ((AmountOfEvents)source).Field, path + "/field", currency, issues);
        }
    }

    private static void CheckNotNegative(AmountSource? source, string what, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        switch (source)
        {
            case AmountForEverybody constant:
                CustomerAccountsRules.CheckNotNegative(constant.Amount, what, path + "/amount", issues);
                break;
            case AmountOfColumn { Assume: { } assumed }:
                CustomerAccountsRules.CheckNotNegative(assumed, what, path + "/assume", issues);
                break;
        }
    }

    private static void CheckField(AmountField? field, string path, string? currency, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (field is null)
        {
            issues.Add(new("missingMember", path, "There is no column of amounts here."));
        }
        else if (field.Currency != currency)
        {
            issues.Add(new("unitMismatch", path, $"Column '{field.Name}' is in {field.Currency}, the statement in {currency}; two currencies cannot be added up."));
        }
    }

    private static void CheckRate(RateSource? source, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        switch (source)
        {
            case null:
                issues.Add(new("missingMember", path, "There is no source of the rate: a column, or one rate for everybody."));
                break;
            case RateOfColumn column:
                CustomerAccountsRules.CheckText(column.Field, path + "/field", issues);
                break;
        }
    }

    private static void CheckShare(RateSource? source, string what, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckRate(source, path, issues);
        switch (source)
        {
            case RateForEverybody constant:
                CustomerAccountsRules.CheckShare(constant.Rate, what, path + "/rate", issues);
                break;
            case RateOfColumn { Assume: { } assumed }:
                CustomerAccountsRules.CheckShare(assumed, what, path + "/assume", issues);
                break;
        }
    }

    private static void CheckEventSources(CustomerProfitDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        int sources = definition.Activities.Length + Amounts(definition).Count(amount => amount.Source is AmountOfEvents);
        if (sources > ProfitabilityDefaults.MaximumEventSources)
        {
            issues.Add(new("tooManyEventSources", "", FormattableString.Invariant($"{sources} lines are read from events; {ProfitabilityDefaults.MaximumEventSources} can be.")));
        }
    }
}
