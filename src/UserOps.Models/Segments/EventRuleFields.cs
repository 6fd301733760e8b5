using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold between an event node, the events there are and their properties.</summary>
internal static class EventRuleFields
{
    internal static void Check(EventRule rule, string path, RuleFieldSource fields, ImmutableArray<DefinitionIssue>.Builder issues, int depth)
    {
        switch (rule)
        {
            case CountingRule counting:
                CheckEvent(counting.Event, "/event");
                CheckWhere(counting.Event, counting.Where, "/where", 1);
                CheckProperty(counting as EventAggregate, path, fields, issues);
                break;
            case EventSequence sequence:
                for (int i = 0; !sequence.Steps.IsDefault && i < sequence.Steps.Length; i++)
                {
                    CheckEvent(sequence.Steps[i]?.Event, $"/steps/{i}/event");
                    CheckWhere(sequence.Steps[i]?.Event, sequence.Steps[i]?.Where, $"/steps/{i}/where", 3);
                }

                for (int i = 0; !sequence.Excluded.IsDefault && i < sequence.Excluded.Length; i++)
                {
                    CheckEvent(sequence.Excluded[i], $"/without/{i}");
                }

                break;
            case DidThenNot missed:
                CheckEvent(missed.First, "/first");
                CheckEvent(missed.Then, "/then");
                CheckWhere(missed.First, missed.FirstWhere, "/firstWhere", 1);
                CheckWhere(missed.Then, missed.ThenWhere, "/thenWhere", 1);
                break;
        }

        void CheckEvent(string? name, string place)
        {
            if (name is not null && fields.KnowsEvent is { } knows && !knows(name))
            {
                issues.Add(new("unknownEvent", path + place, $"There is no event '{name}' here."));
            }
        }

        void CheckWhere(string? name, SegmentRule? where, string place, int levels)
        {
            if (where is not null)
            {
                RuleFields.Check(where, path + place, fields.PropertiesOf(name ?? ""), issues, depth + levels);
            }
        }
    }

    private static void CheckProperty(EventAggregate? rule, string path, RuleFieldSource fields, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule?.Property is not { } name)
        {
            return;
        }

        RuleFieldSource ofEvents = fields.PropertiesOf(rule.Event ?? "");

        // Of the event itself: what a content is worth is no number of the user's.
        bool isElsewhere = name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal) || name == Field.LocalTime.Name;
        Field? field = isElsewhere ? null : ofEvents.Find(name);
        if (field is null)
        {
            if (isElsewhere || ofEvents.Requires(name))
            {
                issues.Add(new("unknownField", path + "/prop", $"Events have no property '{name}'."));
            }
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
