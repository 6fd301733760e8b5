using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Finds what a rule names: attributes, events and their properties, other rules, tags. The rule may be wrong.</summary>
internal static class RuleSources
{
    internal static IEnumerable<TagReference> Of(SegmentRule? rule, string path) => Of(rule, path, TagSourceKind.Field, 1);

    /// <summary>Finds what a filter of events names.</summary>
    internal static IEnumerable<TagReference> Of(EventFilter? filter, string path)
    {
        ImmutableArray<string> names = filter is null || filter.Names.IsDefault ? [] : filter.Names;
        return [.. names.SelectMany((name, i) => Named(TagSourceKind.Event, name, $"{path}/names/{i}")), .. Of(filter?.Where, path + "/where", TagSourceKind.Property, 1)];
    }

    /// <summary>Gives a place that names something, unless the name is missing.</summary>
    internal static IEnumerable<TagReference> Named(TagSourceKind kind, string? name, string path)
        => string.IsNullOrEmpty(name) ? [] : [new(new(kind, name), path)];

    private static IEnumerable<TagReference> Of(SegmentRule? rule, string path, TagSourceKind fields, int depth) => rule switch
    {
        _ when depth > SegmentDefaults.MaximumDepth => [], // refused elsewhere
        AllOf { Args.IsDefault: false } all => all.Args.SelectMany((arg, i) => Of(arg, $"{path}/args/{i}", fields, depth + 2)),
        AnyOf { Args.IsDefault: false } any => any.Args.SelectMany((arg, i) => Of(arg, $"{path}/args/{i}", fields, depth + 2)),
        Negation negation => Of(negation.Arg, path + "/arg", fields, depth + 1),
        Assumption assumption => Of(assumption.Arg, path + "/arg", fields, depth + 1),
        InSegment reference => Named(TagSourceKind.Segment, reference.Segment, path + "/segment"),
        FieldRule test =>
            [.. OfField(test.Field, fields, path + "/field"), .. OfField((test as ComparisonRule)?.OtherField, fields, path + "/otherField")],
        CountingRule counting =>
        [
            .. Named(TagSourceKind.Event, counting.Event, path + "/event"),
            .. OfEvents(counting.Where, path + "/where", depth),
            .. Named(TagSourceKind.Property, (counting as EventAggregate)?.Property, path + "/prop"),
        ],
        EventSequence sequence => OfSequence(sequence, path, depth),
        DidThenNot missed =>
        [
            .. Named(TagSourceKind.Event, missed.First, path + "/first"),
            .. Named(TagSourceKind.Event, missed.Then, path + "/then"),
            .. OfEvents(missed.FirstWhere, path + "/firstWhere", depth),
            .. OfEvents(missed.ThenWhere, path + "/thenWhere", depth),
        ],
        _ => [],
    };

    private static IEnumerable<TagReference> OfSequence(EventSequence sequence, string path, int depth)
    {
        ImmutableArray<SequenceStep> steps = sequence.Steps.IsDefault ? [] : sequence.Steps;
        ImmutableArray<string> excluded = sequence.Excluded.IsDefault ? [] : sequence.Excluded;
        return
        [
            .. steps.SelectMany((step, i) => (IEnumerable<TagReference>)
            [
                .. Named(TagSourceKind.Event, step?.Event, $"{path}/steps/{i}/event"),
                .. OfEvents(step?.Where, $"{path}/steps/{i}/where", depth + 2),
            ]),
            .. excluded.SelectMany((name, i) => Named(TagSourceKind.Event, name, $"{path}/without/{i}")),
        ];
    }

    private static IEnumerable<TagReference> OfEvents(SegmentRule? where, string path, int depth) => Of(where, path, TagSourceKind.Property, depth + 1);

    private static IEnumerable<TagReference> OfField(string? name, TagSourceKind kind, string path)
        => name == Field.LocalTime.Name ? []
        : kind == TagSourceKind.Field && name?.StartsWith(TagDefaults.FieldPrefix, StringComparison.Ordinal) == true
            ? Named(TagSourceKind.Tag, name[TagDefaults.FieldPrefix.Length..], path)
            : Named(kind, name, path);
}
