using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <summary>A sound definition made ready to be asked: rules folded, references in an order in which each comes after those it leads to.</summary>
internal sealed class LifecyclePlan
{
    private readonly ImmutableDictionary<string, SegmentRule> _segments;
    private readonly Lazy<ImmutableArray<SegmentModel>> _explained;
    private readonly Lazy<SegmentModel?> _population;

    internal LifecyclePlan(LifecycleDefinition definition)
    {
        Definition = definition;
        _segments = LifecycleRules.SegmentsOf(definition)!;
        Stages = [.. definition.Stages.Select(stage => RuleFolding.Of(stage.Rule))];
        Population = definition.Population is { } population ? RuleFolding.Of(population) : null;
        Segments = [.. NamesLedTo(definition).Select(name => (name, RuleFolding.Of(_segments[name])))];
        IEnumerable<RuleName> names = LifecycleRules.RulesOf(definition).SelectMany(each => RuleNames.Of(each.Rule)).Where(name => name.Kind == RuleNameKind.Event);
        EventNames = [.. names.Select(name => name.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _explained = new(() => [.. definition.Stages.Select(stage => new SegmentModel(stage.Rule, _segments))]);
        _population = new(() => definition.Population is { } rule ? new SegmentModel(rule, _segments) : null);
    }

    internal LifecycleDefinition Definition { get; }

    /// <summary>Gets the rule of each stage, folded.</summary>
    internal ImmutableArray<SegmentRule> Stages { get; }

    /// <summary>Gets who is there, folded; null for whoever has a row or an event.</summary>
    internal SegmentRule? Population { get; }

    /// <summary>Gets the rules the stages lead to, folded, each after those it leads to itself.</summary>
    internal ImmutableArray<(string Name, SegmentRule Rule)> Segments { get; }

    internal ImmutableArray<string> EventNames { get; }

    /// <summary>Gets the rule of each stage as a model of its own, which explains one user.</summary>
    internal ImmutableArray<SegmentModel> Explained => _explained.Value;

    internal SegmentModel? ExplainedPopulation => _population.Value;

    /// <summary>Gets every rule that is asked in one evaluation.</summary>
    internal IEnumerable<SegmentRule> Asked => Segments.Select(segment => segment.Rule).Concat(Population is null ? [] : [Population]).Concat(Stages);

    private IEnumerable<string> NamesLedTo(LifecycleDefinition definition)
    {
        IEnumerable<SegmentRule> roots = definition.Stages.Select(stage => stage.Rule).Concat(definition.Population is { } population ? [population] : []);
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();

        // Each list has a name after those it leads to; so has the first of each in all of them together.
        return roots.SelectMany(rule => SegmentReferences.Check(rule, _segments!, issues)).Distinct(StringComparer.Ordinal);
    }
}
