using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Who names whom in a catalog, which may be wrong: for the order of computation, for lineage, and for what breaks.</summary>
internal sealed class TagReferences
{
    private readonly TagCatalog _catalog;
    private readonly OrderedDictionary<TagSource, ImmutableArray<TagReference>> _of = [];

    internal TagReferences(TagCatalog catalog)
    {
        _catalog = catalog;
        ImmutableArray<TagSegment> segments = catalog.Segments;
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i]?.Name is { } name)
            {
                _of.TryAdd(new(TagSourceKind.Segment, name), [.. RuleSources.Of(segments[i].Rule, $"/segments/{i}/rule")]);
            }
        }

        ImmutableArray<TagDefinition> tags = catalog.Tags.IsDefault ? [] : catalog.Tags;
        for (int i = 0; i < tags.Length; i++)
        {
            if (tags[i]?.Id is { } id)
            {
                _of.TryAdd(new(TagSourceKind.Tag, id), [.. OfTag(tags[i], $"/tags/{i}")]);
            }
        }

        foreach (TagSource node in _of.Keys.ToList())
        {
            _of[node] = [.. _of[node].Select(reference => reference with { Source = Resolved(reference.Source) })];
        }
    }

    /// <summary>Gets the segments and tags of the catalog, segments first, in its order.</summary>
    internal IEnumerable<TagSource> Nodes => _of.Keys;

    /// <summary>Says whether a name means something in the catalog.</summary>
    internal bool Contains(TagSource node) => _of.ContainsKey(node);

    /// <summary>Gets what a segment or a tag names itself, in document order.</summary>
    internal ImmutableArray<TagReference> Of(TagSource node) => _of.TryGetValue(node, out ImmutableArray<TagReference> references) ? references : [];

    internal TagLineage LineageOf(string tag)
    {
        var node = new TagSource(TagSourceKind.Tag, tag);
        if (!Contains(node))
        {
            throw new ArgumentException($"The catalog has no tag '{tag}'.", nameof(tag));
        }

        return new() { Tag = tag, Direct = Sorted(Of(node).Select(reference => reference.Source)), All = Sorted(Reached(node)) };
    }

    internal ImmutableArray<string> ImpactOf(TagSource source)
    {
        TagSource gone = Resolved(source);
        return [.. Nodes.Where(node => node.Kind == TagSourceKind.Tag && node != gone && Reached(node).Contains(gone)).Select(node => node.Name)];
    }

    /// <summary>Gives everything that lies behind a node, however far; a circle is gone around once.</summary>
    private HashSet<TagSource> Reached(TagSource start)
    {
        var reached = new HashSet<TagSource>();
        var todo = new Stack<TagSource>([start]);
        while (todo.TryPop(out TagSource? node))
        {
            foreach (TagReference reference in Of(node))
            {
                if (reached.Add(reference.Source))
                {
                    todo.Push(reference.Source);
                }
            }
        }

        return reached;
    }

    /// <summary>A name after <c>inSegment</c> is a tag's where the catalog has a tag of that id.</summary>
    private TagSource Resolved(TagSource source)
        => source.Kind == TagSourceKind.Segment && _of.ContainsKey(source with { Kind = TagSourceKind.Tag }) ? source with { Kind = TagSourceKind.Tag } : source;

    private static IEnumerable<TagReference> OfTag(TagDefinition tag, string path)
    {
        string place = path + "/computation";
        IEnumerable<TagReference> ofValidity = RuleSources.Named(TagSourceKind.Field, tag.Validity?.UntilField, path + "/validity/untilField");
        IEnumerable<TagReference> ofComputation = tag.Computation switch
        {
            FieldComputation attribute => RuleSources.Named(TagSourceKind.Field, attribute.Field, place + "/field"),
            EventComputation events => [.. RuleSources.Of(events.Events, place + "/events"), .. RuleSources.Named(TagSourceKind.Property, events.Property, place + "/property")],
            RuleComputation rule => RuleSources.Of(rule.Rule, place + "/rule"),
            OrderedRulesComputation { Rules.IsDefault: false } ordered => ordered.Rules.SelectMany((rule, i) => RuleSources.Of(rule?.Rule, $"{place}/rules/{i}/rule")),
            ScoreComputation { Elements.IsDefault: false } score => score.Elements.SelectMany((element, i) => RuleSources.Of(element?.Rule, $"{place}/elements/{i}/rule")),
            MinedComputation mined => RuleSources.Named(TagSourceKind.Model, mined.Model, place + "/model"),
            ImportedComputation imported => imported.Sources.SelectMany((name, i) => RuleSources.Named(TagSourceKind.System, name, $"{place}/sources/{i}")),
            _ => [],
        };
        return ofComputation.Concat(ofValidity);
    }

    private static ImmutableArray<TagSource> Sorted(IEnumerable<TagSource> sources)
        => [.. sources.Distinct().OrderBy(source => source.Kind).ThenBy(source => source.Name, StringComparer.Ordinal)];
}
