using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold for a table of card nodes: by itself, and then for the columns of a dataset.</summary>
internal static class CardCycleRules
{
    internal static ImmutableArray<DefinitionIssue> Check(CardCycleDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (definition.Nodes.IsDefaultOrEmpty)
        {
            issues.Add(new("missingMember", "/nodes", "A card has at least one node."));
            return issues.ToImmutable();
        }

        var seen = new HashSet<CardCycleNode>();
        for (int i = 0; i < definition.Nodes.Length; i++)
        {
            Check(definition.Nodes[i], $"/nodes/{i}", seen, issues);
        }

        return issues.DrainToImmutable();
    }

    internal static ImmutableArray<DefinitionIssue> CheckColumns(CardCycleDefinition definition, ColumnSet columns)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        for (int i = 0; i < definition.Nodes.Length; i++)
        {
            CardCycleNodeRule rule = definition.Nodes[i];
            if (!columns.TryGet(rule.Field, out Column? column))
            {
                issues.Add(new("unknownField", $"/nodes/{i}/field", $"There is no field '{rule.Field}' here."));
            }
            else if (rule.Timing == CardCycleTiming.Monthly ? column is not (NumberColumn or QuantityColumn) : column is not DateColumn)
            {
                string wanted = rule.Timing == CardCycleTiming.Monthly ? "a number from 1 to 31" : "a date";
                issues.Add(new("typeMismatch", $"/nodes/{i}/field", $"'{rule.Field}' is of kind {column.Field.Kind}; a node of timing {rule.Timing} takes {wanted}."));
            }
        }

        return issues.DrainToImmutable();
    }

    private static void Check(CardCycleNodeRule? rule, string path, HashSet<CardCycleNode> seen, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule is null)
        {
            issues.Add(new("missingMember", path, "The node is null."));
            return;
        }

        if (!Enum.IsDefined(rule.Node))
        {
            issues.Add(new("unknownValue", path + "/node", $"There is no node {rule.Node}."));
        }
        else if (!seen.Add(rule.Node))
        {
            issues.Add(new("duplicateNode", path + "/node", $"The node {rule.Node} stands twice."));
        }

        if (string.IsNullOrWhiteSpace(rule.Field))
        {
            issues.Add(new("unknownField", path + "/field", "A field has a name."));
        }

        CheckDays(rule, path, issues);
        LocalizedText.Check(rule.DisplayName, path + "/displayName", issues);
    }

    private static void CheckDays(CardCycleNodeRule rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        foreach ((int days, string member) in ((int, string)[])[(rule.DaysBefore, "daysBefore"), (rule.DaysAfter, "daysAfter")])
        {
            if (days < 0)
            {
                issues.Add(new("outOfRange", $"{path}/{member}", FormattableString.Invariant($"A node holds 0 days or more around its date, not {days}.")));
            }
        }

        long longest = rule.Timing switch
        {
            CardCycleTiming.Once => long.MaxValue,
            CardCycleTiming.Monthly => CardCycleDefaults.LongestMonthlyNode,
            CardCycleTiming.Yearly => CardCycleDefaults.LongestYearlyNode,
            _ => 0,
        };
        if (longest == 0)
        {
            issues.Add(new("unknownValue", path + "/timing", $"There is no timing {rule.Timing}."));
        }
        else if ((long)rule.DaysBefore + rule.DaysAfter + 1 > longest)
        {
            issues.Add(new("outOfRange", path, FormattableString.Invariant(
                $"A node of timing {rule.Timing} holds at most {longest} days, or it would not be over when it begins again; this one holds {(long)rule.DaysBefore + rule.DaysAfter + 1}.")));
        }
    }
}
