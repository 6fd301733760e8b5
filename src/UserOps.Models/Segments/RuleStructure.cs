using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold for any rule, whatever the data: members that are there, operators that fit their values, ranges that hold something.</summary>
/// <remarks>Faults come in document order: a node before its operands, the node itself before its members.</remarks>
internal static class RuleStructure
{
    /// <summary>Adds every fault of a rule.</summary>
    /// <param name="rule">May be null: definitions read from JSON or written by hand can be wrong.</param>
    /// <param name="path">RFC 6901 pointer of the rule.</param>
    /// <param name="scope">Of what the rule is asked.</param>
    /// <param name="issues">Takes the faults.</param>
    internal static void Check(SegmentRule? rule, string path, RuleScope scope, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (RuleSize.IsWithinLimit(rule))
        {
            Check(rule, path, 1, scope, issues);
        }
        else
        {
            issues.Add(new("tooLarge", path, FormattableString.Invariant($"A rule has at most {SegmentDefaults.MaximumParts} nodes, steps, values and names.")));
        }
    }

    internal static void Check(SegmentRule? rule, string path, int depth, RuleScope scope, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (depth > SegmentDefaults.MaximumDepth)
        {
            issues.Add(new("tooDeep", path, $"A rule nests at most {SegmentDefaults.MaximumDepth} levels deep, lists of operands counted."));
            return;
        }

        switch (rule)
        {
            case null:
                issues.Add(new("missingMember", path, "There is no rule here."));
                break;
            case AllOf all:
                CheckOperands(all.Args, path, depth, scope, issues);
                break;
            case AnyOf any:
                CheckOperands(any.Args, path, depth, scope, issues);
                break;
            case Negation negation:
                CheckOperand(negation.Arg, path, depth, scope, issues);
                break;
            case Assumption assumption:
                CheckOperand(assumption.Arg, path, depth, scope, issues);
                break;
            case InWindow or Anniversary or MonthlyDay or EventRule or InSegment when scope == RuleScope.Events:
                issues.Add(new("unknownOperator", path + "/op", "Of an event only its own properties are asked."));
                break;
            case FieldRule field:
                CheckField(field, path, issues);
                break;
            case WithinDistance distance:
                DistanceRules.Check(distance, path, scope, issues);
                break;
            case EventRule events:
                EventRuleStructure.Check(events, path, depth, issues);
                break;
            case InSegment reference:
                EventRuleStructure.CheckName(reference.Segment, "segment", path, "unknownSegment", issues);
                break;
        }
    }

    private static void CheckOperand(SegmentRule? arg, string path, int depth, RuleScope scope, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (arg is null)
        {
            issues.Add(new("missingMember", path, "The member 'arg' is missing."));
        }
        else
        {
            Check(arg, path + "/arg", depth + 1, scope, issues);
        }
    }

    private static void CheckOperands(ImmutableArray<SegmentRule> args, string path, int depth, RuleScope scope, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (args.IsDefault)
        {
            issues.Add(new("missingMember", path, "The list 'args' was never set; an empty list is allowed."));
            return;
        }

        for (int i = 0; i < args.Length; i++)
        {
            Check(args[i], $"{path}/args/{i}", depth + 2, scope, issues);
        }
    }

    private static void CheckField(FieldRule rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule.Field is null)
        {
            issues.Add(new("missingMember", path, "The member 'field' is missing."));
        }
        else if (string.IsNullOrWhiteSpace(rule.Field))
        {
            issues.Add(new("unknownField", path + "/field", "A field has a name."));
        }

        switch (rule)
        {
            case ComparisonRule comparison:
                CheckComparison(comparison, path, issues);
                break;
            case Between between:
                CheckRange(between, path, issues);
                break;
            case MembershipRule membership:
                CheckValues(membership, path, issues);
                break;
            case InWindow { Window: null }:
                issues.Add(new("missingMember", path, "The member 'window' is missing."));
                break;
            case InWindow window:
                EventRuleStructure.CheckWindow(window.Window, path + "/window", issues);
                break;
            case Anniversary anniversary:
                CheckAnniversary(anniversary, path, issues);
                break;
            case MonthlyDay monthly:
                CheckDays(monthly.FromDays, monthly.ToDays, path, issues);
                break;
        }
    }

    private static void CheckComparison(ComparisonRule rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule.Value is null && rule.OtherField is null)
        {
            issues.Add(new("missingMember", path, "A comparison needs 'value' or 'otherField'."));
        }
        else if (rule.Value is not null && rule.OtherField is not null)
        {
            issues.Add(new("unknownMember", path + "/otherField", "A comparison takes 'value' or 'otherField', not both."));
        }
        else if (rule.Value?.Kind == RuleValueKind.Flag && rule is not (EqualTo or NotEqualTo))
        {
            issues.Add(new("typeMismatch", path + "/value", "True and false have no order."));
        }
    }

    private static void CheckAnniversary(Anniversary rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        CheckDays(rule.FromDays, rule.ToDays, path, issues);
        if (!Enum.IsDefined(rule.LeapDayRule))
        {
            issues.Add(new("unknownOperator", path + "/leapDayRule", $"There is no rule {rule.LeapDayRule}."));
        }
    }

    private static void CheckDays(int from, int to, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (from > to)
        {
            issues.Add(new("emptyRange", path, $"Nothing lies from {from} to {to} days."));
        }
    }

    private static void CheckRange(Between rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule.Low is null || rule.High is null)
        {
            issues.Add(new("missingMember", path, $"The member '{(rule.Low is null ? "low" : "high")}' is missing."));
        }
        else if (rule.Low.Kind == RuleValueKind.Flag || rule.High.Kind == RuleValueKind.Flag)
        {
            issues.Add(new("typeMismatch", path + (rule.Low.Kind == RuleValueKind.Flag ? "/low" : "/high"), "True and false have no order."));
        }
        else if (rule.Low.Kind != rule.High.Kind)
        {
            issues.Add(new("typeMismatch", path + "/high", $"'{rule.High}' is no {rule.Low.Kind switch { RuleValueKind.Number => "number", _ => "text" }} as the lower end is."));
        }
        else if (rule.Low.Number is { } low && rule.High.Number is { } high && IsEmpty(low.CompareTo(high), rule))
        {
            // The order of texts waits for the column: two instants compare by time, not by letter.
            issues.Add(EmptyRange(rule, path));
        }
    }

    /// <summary>Says whether nothing lies between the ends.</summary>
    /// <param name="order">The lower end compared to the upper one.</param>
    /// <param name="rule">Says which ends are inside.</param>
    internal static bool IsEmpty(int order, Between rule) => order > 0 || (order == 0 && !(rule.LowInclusive && rule.HighInclusive));

    internal static DefinitionIssue EmptyRange(Between rule, string path) => new(
        "emptyRange", path, $"Nothing lies from {rule.Low}{(rule.LowInclusive ? "" : " (excluded)")} to {rule.High}{(rule.HighInclusive ? "" : " (excluded)")}.");

    private static void CheckValues(MembershipRule rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule.Values.IsDefault)
        {
            issues.Add(new("missingMember", path, "The list 'values' was never set; an empty list is allowed."));
            return;
        }

        bool textOnly = rule is ContainsAny or ContainsAll or ContainsNone;
        for (int i = 0; i < rule.Values.Length; i++)
        {
            if (rule.Values[i] is null || (textOnly && rule.Values[i].Kind != RuleValueKind.Text))
            {
                issues.Add(new("typeMismatch", $"{path}/values/{i}", rule.Values[i] is null ? "A value is missing." : $"A set holds texts; {rule.Values[i]} is none."));
            }
        }
    }
}
