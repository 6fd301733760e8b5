using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What must hold for a cut in two, by itself and then for a dataset; each rule has one stable code.</summary>
internal static class CalibrationHoldoutRules
{
    internal const string HistoryPath = "/history";

    internal static ImmutableArray<DefinitionIssue> Check(CalibrationHoldoutDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (definition.History is null)
        {
            issues.Add(new("missingMember", HistoryPath, "The history that is to be cut is missing."));
            return issues.DrainToImmutable();
        }

        PurchaseHistoryRules.Check(definition.History, HistoryPath, issues);
        if (definition.History.End is { } end && definition.CalibrationEnd >= end)
        {
            issues.Add(NoHoldout(definition.CalibrationEnd, end));
        }

        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> CheckPlan(CalibrationHoldoutDefinition definition, PurchasePlan whole)
    {
        var end = DateOnly.FromDayNumber(whole.Window.EndDay);
        if (definition.CalibrationEnd >= end)
        {
            return [NoHoldout(definition.CalibrationEnd, end)];
        }

        return whole.Periods.IsLastDay(definition.CalibrationEnd.DayNumber)
            ? []
            : [new("periodDivided", "/calibrationEnd", FormattableString.Invariant($"{definition.CalibrationEnd:yyyy-MM-dd} is not the last day of its {definition.History.Unit.Period}: purchases of one period would count on both sides."))];
    }

    private static DefinitionIssue NoHoldout(DateOnly calibrationEnd, DateOnly end)
        => new("holdoutEmpty", "/calibrationEnd", FormattableString.Invariant($"The calibration ends on {calibrationEnd:yyyy-MM-dd} and the observation on {end:yyyy-MM-dd}: nothing is left to judge by."));
}
