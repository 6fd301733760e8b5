namespace UserOps.Models.Tags;

/// <summary>Finds what a rule names: attributes, events and their properties, other rules, tags. The rule may be wrong.</summary>
internal static class RuleSources
{
    internal static IEnumerable<TagReference> Of(SegmentRule? rule, string path) => RuleNames.Of(rule, path).Select(ReferenceOf);

    /// <summary>Finds what a filter of events names.</summary>
    internal static IEnumerable<TagReference> Of(EventFilter? filter, string path) => RuleNames.Of(filter, path).Select(ReferenceOf);

    /// <summary>Gives a place that names something, unless the name is missing.</summary>
    internal static IEnumerable<TagReference> Named(TagSourceKind kind, string? name, string path)
        => string.IsNullOrEmpty(name) ? [] : [new(new(kind, name), path)];

    private static TagReference ReferenceOf(RuleName name) => new(SourceOf(name), name.Path);

    private static TagSource SourceOf(RuleName name) => name.Kind switch
    {
        RuleNameKind.UserField when name.Name.StartsWith(TagDefaults.FieldPrefix, StringComparison.Ordinal)
            => new(TagSourceKind.Tag, name.Name[TagDefaults.FieldPrefix.Length..]),
        RuleNameKind.UserField => new(TagSourceKind.Field, name.Name),
        RuleNameKind.EventProperty => new(TagSourceKind.Property, name.Name),
        RuleNameKind.Event => new(TagSourceKind.Event, name.Name),
        _ => new(TagSourceKind.Segment, name.Name),
    };
}
