using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>What a rule needs of a dataset: the names of columns and events in it, each once, in document order.</summary>
internal sealed class RuleNeeds
{
    private readonly List<AbsentData> _needs = [];
    private readonly HashSet<AbsentData> _seen = [];

    private RuleNeeds()
    {
    }

    /// <param name="rule">Sound by itself.</param>
    internal static ImmutableArray<AbsentData> Of(SegmentRule rule)
    {
        var needs = new RuleNeeds();
        needs.Add(rule, ofEvents: false);
        return [.. needs._needs];
    }

    private void Add(SegmentRule? rule, bool ofEvents)
    {
        switch (rule)
        {
            case AllOf all:
                AddAll(all.Args, ofEvents);
                break;
            case AnyOf any:
                AddAll(any.Args, ofEvents);
                break;
            case Negation negation:
                Add(negation.Arg, ofEvents);
                break;
            case Assumption assumption:
                Add(assumption.Arg, ofEvents);
                break;
            case WithinDistance distance:
                AddFields(ofEvents, distance.Latitude, distance.Longitude, distance.Consent, distance.Accuracy);
                break;
            case FieldRule field:
                AddFields(ofEvents, field.Field, (field as ComparisonRule)?.OtherField);
                break;
            case CountingRule counting:
                AddEvent(counting.Event, counting.Where);
                AddFields(ofEvents: true, (counting as EventAggregate)?.Property);
                break;
            case EventSequence sequence:
                AddSequence(sequence);
                break;
            case DidThenNot missed:
                AddEvent(missed.First, missed.FirstWhere);
                AddEvent(missed.Then, missed.ThenWhere);
                break;
        }
    }

    private void AddAll(ImmutableArray<SegmentRule> rules, bool ofEvents)
    {
        foreach (SegmentRule rule in rules)
        {
            Add(rule, ofEvents);
        }
    }

    private void AddSequence(EventSequence sequence)
    {
        foreach (SequenceStep step in sequence.Steps)
        {
            AddEvent(step.Event, step.Where);
        }

        foreach (string name in sequence.Excluded)
        {
            AddEvent(name, null);
        }
    }

    private void AddEvent(string name, SegmentRule? where)
    {
        Note(AbsentDataKind.Event, name);
        Add(where, ofEvents: true);
    }

    private void AddFields(bool ofEvents, params ReadOnlySpan<string?> names)
    {
        foreach (string? name in names)
        {
            if (name is null || (ofEvents && name == Field.LocalTime.Name))
            {
                continue;
            }

            bool ofContents = ofEvents && name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal);
            Note(
                ofContents ? AbsentDataKind.ContentField : ofEvents ? AbsentDataKind.EventField : AbsentDataKind.UserField,
                ofContents ? name[Field.ContentPrefix.Length..] : name);
        }
    }

    private void Note(AbsentDataKind kind, string name)
    {
        var need = new AbsentData(kind, name);
        if (_seen.Add(need))
        {
            _needs.Add(need);
        }
    }
}
