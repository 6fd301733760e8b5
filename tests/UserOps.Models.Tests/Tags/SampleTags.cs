using UserOps.Models.Tags;

namespace UserOps.Models.Tests.Tags;

/// <summary>Tags of which only what a test is about is said.</summary>
internal static class SampleTags
{
    internal static TagDefinition Tag(string id, TagValueType type, TagComputation computation, params string[] values) => new()
    {
        Id = id,
        Name = new(id, id),
        Family = TagFamily.Financial,
        ValueType = type,
        Values = [.. values.Select(value => new TagLabel { Value = value, Name = new(value, value) })],
        Computation = computation,
        Purpose = "test",
        Sensitivity = TagSensitivity.Level1,
        Owner = "test",
        Status = TagStatus.Active,
        Version = 1,
    };

    internal static TagDefinition Flag(string id, SegmentRule rule) => Tag(id, TagValueType.Flag, new RuleComputation { Rule = rule });

    internal static TagDefinition Imported(string id, TagValueType type, params string[] values) => Tag(id, type, new ImportedComputation(), values);

    internal static TagDefinition Ordered(string id, params (string Value, SegmentRule Rule)[] rules) => Tag(
        id,
        TagValueType.Enumeration,
        new OrderedRulesComputation { Rules = [.. rules.Select(rule => new TagRule { Value = rule.Value, Rule = rule.Rule })] },
        [.. rules.Select(rule => rule.Value).Distinct()]);

    internal static TagDefinition Numbered(string id, TagAggregation aggregation, string? property = null, EventFilter? events = null, TimeWindow? window = null) => Tag(
        id,
        TagValueType.Number,
        new EventComputation { Aggregation = aggregation, Events = events ?? EventFilter.Any, Property = property, Window = window });

    internal static TagCatalog Catalog(params TagDefinition[] tags) => new() { Id = "test", Version = 1, Tags = [.. tags] };

    internal static TagCatalog With(this TagCatalog catalog, string name, SegmentRule rule)
        => catalog with { Segments = catalog.Segments.Add(new() { Name = name, Rule = rule }) };

    internal static TagCatalog With(this TagCatalog catalog, IEnumerable<KeyValuePair<string, SegmentRule>> segments)
        => catalog with { Segments = [.. segments.Select(segment => new TagSegment { Name = segment.Key, Rule = segment.Value })] };
}
