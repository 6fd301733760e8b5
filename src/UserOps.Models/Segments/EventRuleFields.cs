using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold between an event node and the properties of events.</summary>
internal static class EventRuleFields
{
    internal static void Check(EventRule rule, string path, RuleFieldSource fields, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        var ofEvents = new RuleFieldSource(fields.FindOfEvents!);
        switch (rule)
        {
            case CountingRule counting:
                CheckWhere(counting.Where, path + "/where");
                CheckProperty(counting as EventAggregate, path, ofEvents, issues);
                break;
            case EventSequence sequence:
                for (int i = 0; i < sequence.Steps.Length; i++)
                {
                    CheckWhere(sequence.Steps[i].Where, $"{path}/steps/{i}/where");
                }

                break;
            case DidThenNot missed:
                CheckWhere(missed.FirstWhere, path + "/firstWhere");
                CheckWhere(missed.ThenWhere, path + "/thenWhere");
                break;
        }

        void CheckWhere(SegmentRule? where, string place)
        {
            if (where is not null)
            {
                RuleFields.Check(where, place, ofEvents, issues);
            }
        }
    }

    private static void CheckProperty(EventAggregate? rule, string path, RuleFieldSource ofEvents, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule?.Property is not { } name)
        {
            return;
        }

        // Of the event itself: what a content is worth is no number of the user's.
        Field? field = name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal) || name == Field.LocalTime.Name ? null : ofEvents.Find(name);
        if (field is null)
        {
            issues.Add(new("unknownField", path + "/prop", $"Events have no property '{name}'."));
        }
        else if (rule.Aggregation == EventAggregation.Distinct
            ? field.Kind == FieldKind.Set
            : field.Kind is not (FieldKind.Amount or FieldKind.Quantity or FieldKind.Number))
        {
            issues.Add(new("typeMismatch", path + "/prop", $"'{name}' is of kind {field.Kind}, of which there is no {rule.Aggregation}."));
        }
        else
        {
            RuleFields.CheckCurrency(field, rule.Currency, path, issues);
        }
    }
}
