using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>What must hold for a question about purchases: by itself, and then for the columns of a dataset; each rule has one stable code.</summary>
internal static class RfmRules
{
    internal static ImmutableArray<DefinitionIssue> Check(RfmDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.Check(definition.Purchases, "/purchases", issues);
        CheckMoney(definition, issues);
        RfmScoringRules.CheckNamed(definition.Frequency, "/frequency", issues);
        CheckWindow(definition, issues);
        CheckReturns(definition, issues);
        CheckScores(definition, issues);
        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> CheckColumns(RfmDefinition definition, UserOpsDataset data)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(definition.Purchases, data, "/purchases", issues);
        if (definition.Amount is { } amount)
        {
            CheckAmounts(data, amount, issues);
        }

        if (definition.Monetary is RfmEngagement engagement)
        {
            EventFilterRules.CheckColumns(engagement.Events, data, "/monetary/events", issues);
        }
        else if (definition.Monetary is RfmAssets assets)
        {
            CheckAssets(data, assets.Field, issues);
        }

        if (definition.Refunds is { } refunds)
        {
            EventFilterRules.CheckColumns(refunds, data, "/refunds", issues);
        }

        if (definition.Reversals is { } reversals)
        {
            EventFilterRules.CheckColumns(reversals.Events, data, "/reversals/events", issues);
            EventCategory.Find(data, reversals.Order, "/reversals/order", issues);
        }

        return issues.DrainToImmutable();
    }

    /// <summary>Says whether the amounts are those of the contents that events refer to.</summary>
    internal static bool IsOfContent(AmountField field) => field.Name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal);

    /// <summary>Finds the column of the money, of events or of contents; null where there is none of that name.</summary>
    internal static Column? FindAmounts(UserOpsDataset data, AmountField field)
    {
        ColumnSet columns = IsOfContent(field) ? data.Contents.Columns : data.Events.Columns;
        columns.TryGet(IsOfContent(field) ? field.Name[Field.ContentPrefix.Length..] : field.Name, out Column? column);
        return column;
    }

    private static void CheckMoney(RfmDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        switch (definition.Monetary)
        {
            case RfmMoney when definition.Amount is null:
                issues.Add(new("missingMember", "/amount", "The third axis is money, but no column of it is named."));
                break;
            case RfmEngagement engagement:
                EventFilterRules.Check(engagement.Events, "/monetary/events", issues);
                break;
            case RfmAssets { Field: null }:
                issues.Add(new("missingMember", "/monetary/field", "The column of the balances is missing."));
                break;
            case RfmAssets { Field: { } field } when definition.Amount is { } amount && amount.Currency != field.Currency:
                issues.Add(new("unitMismatch", "/monetary/field", $"The balances are in {field.Currency}, the purchases in {amount.Currency}; one question has one currency."));
                break;
        }
    }

    private static void CheckWindow(RfmDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.LastDays is not { } days)
        {
            return;
        }

        if (days is < 1 or > RfmDefaults.MostWindowDays)
        {
            issues.Add(new("outOfRange", "/lastDays", FormattableString.Invariant($"The window has {days} days; it has 1 to {RfmDefaults.MostWindowDays}.")));
        }

        if (definition.From is not null)
        {
            issues.Add(new("unknownMember", "/lastDays", "The window begins on a given date or instant, and has a given number of days; one of the two says it all."));
        }
    }

    private static void CheckReturns(RfmDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Refunds is { } refunds)
        {
            EventFilterRules.Check(refunds, "/refunds", issues);
        }

        RfmScoringRules.CheckNamed(definition.RefundPolicy, "/refundPolicy", issues);
        if (definition.Reversals is { } reversals)
        {
            EventFilterRules.Check(reversals.Events, "/reversals/events", issues);
            if (reversals.Order is null)
            {
                issues.Add(new("missingMember", "/reversals/order", "The column of the order's id is missing; a reversal could not say what it takes back."));
            }
        }
    }

    private static void CheckScores(RfmDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        RfmScoringRules.Check(definition.RecencyScoring, "/recencyScoring", issues);
        RfmScoringRules.Check(definition.FrequencyScoring, "/frequencyScoring", issues);
        RfmScoringRules.Check(definition.MonetaryScoring, "/monetaryScoring", issues);
        if (definition.LengthScoring is { } length)
        {
            RfmScoringRules.Check(length, "/lengthScoring", issues);
        }

        RfmScoringRules.Check(definition.Weights, "/weights", issues);
        RfmScoringRules.Check(definition.Split, "/split", issues);
        RfmScoringRules.Check(definition.Labels, "/labels", issues);
        CheckCuts(definition, issues);
        CheckSegments(definition, issues);
    }

    private static void CheckSegments(RfmDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Segments is not { } table)
        {
            return;
        }

        issues.AddRange(RfmSegmentRules.Check(table).Select(issue => issue with { Path = "/segments" + issue.Path }));
        foreach ((string axis, int top) in ((string, int)[])
        [
            ("recency", TopOf(definition.Cuts?.Recency, definition.RecencyScoring)),
            ("frequency", TopOf(definition.Cuts?.Frequency, definition.FrequencyScoring)),
            ("the third axis", TopOf(definition.Cuts?.Monetary, definition.MonetaryScoring)),
        ])
        {
            if (top > table.Bins)
            {
                issues.Add(new("binCount", "/segments/bins", FormattableString.Invariant($"The table is meant for scores of 1 to {table.Bins}, but a score of {axis} may be {top}.")));
            }
        }
    }

    private static int TopOf(RfmBoundaries? given, RfmAxisScoring scoring) => given is { Cuts.IsDefault: false } ? given.Cuts.Length + 1 : scoring.Top;

    private static void CheckCuts(RfmDefinition definition, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (definition.Cuts is not { } cuts)
        {
            return;
        }

        Check(cuts.Recency, "/cuts/recency", isLowerBetter: true, issues);
        Check(cuts.Frequency, "/cuts/frequency", isLowerBetter: false, issues);
        Check(cuts.Monetary, "/cuts/monetary", isLowerBetter: false, issues);
        if (definition.LengthScoring is not null)
        {
            Check(cuts.Length, "/cuts/length", isLowerBetter: false, issues);
        }

        if (cuts.Split is null)
        {
            issues.Add(new("missingMember", "/cuts/split", "The cuts between high and low are missing."));
        }
    }

    private static void Check(RfmBoundaries? boundaries, string path, bool isLowerBetter, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (boundaries is null)
        {
            issues.Add(new("missingMember", path, "The cuts of the axis are missing."));
            return;
        }

        RfmScoringRules.Check(boundaries, path, issues);
        if (boundaries.LowerIsBetter != isLowerBetter)
        {
            issues.Add(new("wrongDirection", path + "/lowerIsBetter", isLowerBetter ? "Fewer days are better; the cuts say more are." : "More is better; the cuts say less is."));
        }
    }

    private static void CheckAmounts(UserOpsDataset data, AmountField field, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (FindAmounts(data, field) is not { } column)
        {
            issues.Add(new("unknownField", "/amount", $"There is no column '{field.Name}'."));
        }
        else if (column is not AmountColumn amounts || amounts.Currency != field.Currency || amounts.Scale != field.Scale)
        {
            issues.Add(new("typeMismatch", "/amount", $"Column '{field.Name}' is {FieldConflicts.Describe(column.Field)}, not {FieldConflicts.Describe(field)}."));
        }
    }

    private static void CheckAssets(UserOpsDataset data, AmountField field, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        try
        {
            data.Users.Columns.Get(field);
        }
        catch (InvalidDefinitionException refusal)
        {
            issues.Add(refusal.Issues[0] with { Path = "/monetary/field" });
        }
    }
}
