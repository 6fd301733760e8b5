using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Finds every name in a rule, which may be wrong: whoever asks what a rule rests on asks here.</summary>
/// <remarks>
/// What is missing or too deep names nothing, and of an event only its own properties are asked: all of that is refused elsewhere, by
/// <see cref="RuleStructure"/>. <see cref="Field.LocalTime"/> is the clock of the event itself and no property.
/// </remarks>
internal sealed class RuleNames
{
    private readonly List<RuleName> _found = [];

    private RuleNames()
    {
    }

    /// <summary>Lists the names in a rule of users.</summary>
    /// <param name="rule">May be null, and anything in it.</param>
    /// <param name="path">RFC 6901 pointer of the rule.</param>
    /// <returns>In document order, as often as they occur; empty for a rule of too many parts.</returns>
    internal static IReadOnlyList<RuleName> Of(SegmentRule? rule, string path = "")
    {
        var names = new RuleNames();
        names.AddRule(rule, path, RuleScope.Users);
        return names._found;
    }

    /// <summary>Lists the names in a filter of events.</summary>
    /// <inheritdoc cref="Of(SegmentRule?, string)"/>
    internal static IReadOnlyList<RuleName> Of(EventFilter? filter, string path)
    {
        var names = new RuleNames();
        names.AddEvents(filter?.Names ?? [], path + "/names");
        names.AddRule(filter?.Where, path + "/where", RuleScope.Events);
        return names._found;
    }

    private void AddRule(SegmentRule? rule, string path, RuleScope scope)
    {
        if (RuleSize.IsWithinLimit(rule))
        {
            Add(rule, path, 1, scope);
        }
    }

    private void Add(SegmentRule? rule, string path, int depth, RuleScope scope)
    {
        if (depth > SegmentDefaults.MaximumDepth)
        {
            return;
        }

        switch (rule)
        {
            case AllOf all:
                AddOperands(all.Args, path, depth, scope);
                break;
            case AnyOf any:
                AddOperands(any.Args, path, depth, scope);
                break;
            case Negation negation:
                Add(negation.Arg, path + "/arg", depth + 1, scope);
                break;
            case Assumption assumption:
                Add(assumption.Arg, path + "/arg", depth + 1, scope);
                break;
            case FieldRule field:
                AddField(field.Field, path + "/field", scope);
                AddField((field as ComparisonRule)?.OtherField, path + "/otherField", scope);
                break;
            case WithinDistance distance:
                AddDistance(distance, path, scope);
                break;
            case InSegment reference when scope == RuleScope.Users:
                Note(RuleNameKind.Segment, reference.Segment, path + "/segment");
                break;
            case EventRule events when scope == RuleScope.Users:
                AddEventRule(events, path, depth);
                break;
        }
    }

    private void AddOperands(ImmutableArray<SegmentRule> rules, string path, int depth, RuleScope scope)
    {
        for (int i = 0; !rules.IsDefault && i < rules.Length; i++)
        {
            Add(rules[i], $"{path}/args/{i}", depth + 2, scope);
        }
    }

    private void AddDistance(WithinDistance distance, string path, RuleScope scope)
    {
        AddField(distance.Latitude, path + "/latitude", scope);
        AddField(distance.Longitude, path + "/longitude", scope);
        AddField(distance.Consent, path + "/consent", scope);
        AddField(distance.Accuracy, path + "/accuracy", scope);
    }

    private void AddEventRule(EventRule rule, string path, int depth)
    {
        switch (rule)
        {
            case CountingRule counting:
                Note(RuleNameKind.Event, counting.Event, path + "/event");
                Add(counting.Where, path + "/where", depth + 1, RuleScope.Events);
                AddField((counting as EventAggregate)?.Property, path + "/prop", RuleScope.Events);
                break;
            case EventSequence sequence:
                AddSteps(sequence.Steps, path, depth);
                AddEvents(sequence.Excluded, path + "/without");
                break;
            case DidThenNot missed:
                Note(RuleNameKind.Event, missed.First, path + "/first");
                Add(missed.FirstWhere, path + "/firstWhere", depth + 1, RuleScope.Events);
                Note(RuleNameKind.Event, missed.Then, path + "/then");
                Add(missed.ThenWhere, path + "/thenWhere", depth + 1, RuleScope.Events);
                break;
        }
    }

    private void AddSteps(ImmutableArray<SequenceStep> steps, string path, int depth)
    {
        for (int i = 0; !steps.IsDefault && i < steps.Length; i++)
        {
            Note(RuleNameKind.Event, steps[i]?.Event, $"{path}/steps/{i}/event");
            Add(steps[i]?.Where, $"{path}/steps/{i}/where", depth + 3, RuleScope.Events);
        }
    }

    private void AddEvents(ImmutableArray<string> names, string path)
    {
        for (int i = 0; !names.IsDefault && i < names.Length; i++)
        {
            Note(RuleNameKind.Event, names[i], $"{path}/{i}");
        }
    }

    private void AddField(string? name, string path, RuleScope scope)
    {
        if (scope == RuleScope.Users)
        {
            Note(RuleNameKind.UserField, name, path);
        }
        else if (name != Field.LocalTime.Name)
        {
            Note(RuleNameKind.EventProperty, name, path);
        }
    }

    private void Note(RuleNameKind kind, string? name, string path)
    {
        if (!string.IsNullOrEmpty(name))
        {
            _found.Add(new(kind, name, path));
        }
    }
}
