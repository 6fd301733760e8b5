using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold for any node about events or windows, whatever the data.</summary>
internal static class EventRuleStructure
{
    private const int MaximumSteps = 64;

    /// <summary>Adds every fault of an event node, in the order of its members.</summary>
    internal static void Check(EventRule rule, string path, int depth, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        switch (rule)
        {
            case CountingRule counting:
                CheckName(counting.Event, "event", path, "unknownEvent", issues);
                CheckWhere(counting.Where, path + "/where", depth, issues);
                CheckWindow(rule.Window, path + "/window", issues);
                CheckCounting(counting, path, issues);
                break;
            case EventSequence sequence:
                CheckSteps(sequence.Steps, path, depth, issues);
                CheckWithout(sequence.Excluded, path, issues);
                CheckWindow(rule.Window, path + "/window", issues);
                break;
            case DidThenNot missed:
                CheckName(missed.First, "first", path, "unknownEvent", issues);
                CheckName(missed.Then, "then", path, "unknownEvent", issues);
                CheckLimit(missed.Within, path, isRequired: true, issues);
                CheckWhere(missed.FirstWhere, path + "/firstWhere", depth, issues);
                CheckWhere(missed.ThenWhere, path + "/thenWhere", depth, issues);
                CheckWindow(rule.Window, path + "/window", issues);
                break;
        }
    }

    /// <summary>Adds every fault of a window; null is all of time.</summary>
    internal static void CheckWindow(TimeWindow? window, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        switch (window)
        {
            case RollingWindow rolling:
                CheckAmount(rolling.Last, path + "/last", issues);
                CheckUnit(rolling.Unit, path + "/unit", issues);
                break;
            case RollingAheadWindow ahead:
                CheckAmount(ahead.Next, path + "/next", issues);
                CheckUnit(ahead.Unit, path + "/unit", issues);
                break;
            case CurrentPeriodWindow { Unit: WindowUnit.Minute or WindowUnit.Hour } current:
                issues.Add(new("unknownOperator", path + "/unit", $"A current period is a day, a week, a month or a year, not one {current.Unit}."));
                break;
            case CurrentPeriodWindow current:
                CheckUnit(current.Unit, path + "/unit", issues);
                break;
            case CalendarWindow calendar when calendar.FromDaysAgo < calendar.ToDaysAgo:
                issues.Add(new("emptyRange", path, $"{calendar.FromDaysAgo} days ago is after {calendar.ToDaysAgo} days ago."));
                break;
            case AbsoluteWindow absolute when absolute.From >= absolute.To:
                issues.Add(new("emptyRange", path, "The window ends before it begins."));
                break;
        }
    }

    /// <summary>Adds the fault of a name that is not there.</summary>
    internal static void CheckName(string? name, string member, string path, string code, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (name is null)
        {
            issues.Add(new("missingMember", path, $"The member '{member}' is missing."));
        }
        else if (name.Length == 0)
        {
            issues.Add(new(code, $"{path}/{member}", "It has a name."));
        }
    }

    private static void CheckCounting(CountingRule rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        switch (rule)
        {
            case EventCount count:
                CheckComparison(count.Comparison, path, issues);
                if (count.Count < 0)
                {
                    issues.Add(new("outOfRange", path + "/count", $"A count is not negative, as {count.Count} is."));
                }

                break;
            case EventAggregate aggregate:
                CheckAggregate(aggregate, path, issues);
                CheckComparison(aggregate.Comparison, path, issues);
                break;
        }
    }

    private static void CheckAggregate(EventAggregate rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!Enum.IsDefined(rule.Aggregation))
        {
            issues.Add(new("unknownOperator", path + "/agg", $"There is no aggregation {rule.Aggregation}."));
        }

        bool takesProperty = rule.Aggregation != EventAggregation.DistinctDays;
        if (takesProperty && string.IsNullOrWhiteSpace(rule.Property))
        {
            issues.Add(new("missingMember", path, "The member 'prop' is missing: of which property?"));
        }
        else if (!takesProperty && rule.Property is not null)
        {
            issues.Add(new("unknownMember", path + "/prop", "Dates are counted of events, not of a property."));
        }
    }

    private static void CheckComparison(Comparison comparison, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!Enum.IsDefined(comparison))
        {
            issues.Add(new("unknownOperator", path + "/cmp", $"There is no comparison {comparison}."));
        }
    }

    private static void CheckSteps(ImmutableArray<SequenceStep> steps, string path, int depth, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (steps.IsDefault)
        {
            issues.Add(new("missingMember", path, "The list 'steps' was never set."));
            return;
        }

        if (steps.Length is 0 or > MaximumSteps)
        {
            issues.Add(new(steps.Length == 0 ? "emptySequence" : "outOfRange", path + "/steps", $"A sequence has 1 to {MaximumSteps} steps."));
        }

        for (int i = 0; i < steps.Length; i++)
        {
            string place = $"{path}/steps/{i}";
            if (steps[i] is null)
            {
                issues.Add(new("missingMember", place, "There is no step here."));
                continue;
            }

            CheckName(steps[i].Event, "event", place, "unknownEvent", issues);
            CheckWhere(steps[i].Where, place + "/where", depth + 2, issues);
            CheckLimit(steps[i].Within, place, isRequired: false, issues);
        }
    }

    private static void CheckWithout(ImmutableArray<string> without, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (without.IsDefault)
        {
            issues.Add(new("missingMember", path, "The list 'without' was never set; an empty list is allowed."));
            return;
        }

        for (int i = 0; i < without.Length; i++)
        {
            if (string.IsNullOrEmpty(without[i]))
            {
                issues.Add(new("unknownEvent", $"{path}/without/{i}", "An event has a name."));
            }
        }
    }

    private static void CheckWhere(SegmentRule? where, string path, int depth, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (where is not null)
        {
            RuleStructure.Check(where, path, depth + 1, RuleScope.Events, issues);
        }
    }

    private static void CheckLimit(ElapsedLimit? limit, string path, bool isRequired, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (limit is not null)
        {
            CheckAmount(limit.Amount, path + "/within/amount", issues);
            if (!Enum.IsDefined(limit.Unit) || WindowLength.IsCalendar(limit.Unit))
            {
                issues.Add(new("unknownOperator", path + "/within/unit", "A limit is in minutes, hours, days or weeks."));
            }
        }
        else if (isRequired)
        {
            issues.Add(new("missingMember", path, "The member 'within' is missing."));
        }
    }

    private static void CheckAmount(int amount, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (amount <= 0)
        {
            issues.Add(new("outOfRange", path, $"A length is positive, as {amount} is not."));
        }
    }

    private static void CheckUnit(WindowUnit unit, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (!Enum.IsDefined(unit))
        {
            issues.Add(new("unknownOperator", path, $"There is no unit {unit}."));
        }
    }
}
