using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Tags, where they are filed, and the rules they share (标签体系). Plain data, JSON round-trip; allowed to be wrong until <see cref="Validate"/> gives no issue.</summary>
public sealed record TagCatalog
{
    /// <summary>Gets the shipped tags for retail finance, over the fields and events of the sample bank; beside them a caller puts custom ones.</summary>
    /// <remarks>Their ids begin with <c>builtin.</c>; only status and owner of one may be changed.</remarks>
    public static TagCatalog BuiltIn { get; } = new() { Id = "builtin", Version = 1, Tags = [.. BuiltInTags.All] };

    /// <summary>Gets the stable id of the catalog; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; an edited catalog gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the tags, in the order in which they are shown.</summary>
    public required ImmutableArray<TagDefinition> Tags { get; init; }

    /// <summary>Gets the rules that tags refer to by name; empty for none.</summary>
    public ImmutableArray<TagSegment> Segments
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Gets where the tags are filed. Default: <see cref="TagTaxonomy.Default"/>.</summary>
    public TagTaxonomy Taxonomy
    {
        get => field ?? TagTaxonomy.Default;
        init;
    }

    /// <summary>Finds a tag.</summary>
    /// <param name="id">Ordinal.</param>
    /// <returns>The tag; null when there is none.</returns>
    public TagDefinition? Find(string id) => Tags.IsDefault ? null : Tags.FirstOrDefault(tag => tag?.Id == id);

    /// <summary>Lists every fault of the catalog: of each tag, of its rules, of the references between tags, of the taxonomy.</summary>
    /// <returns>Faults in document order, references last; empty for a sound catalog.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => TagCatalogRules.Check(this);

    /// <summary>Lists what is worth a second look though it is no fault: tags that divide users into too many strata by rules, or by bands of a score.</summary>
    /// <returns>Warnings in document order; empty for a catalog that <see cref="Validate"/> refuses.</returns>
    public ImmutableArray<StratificationWarning> Warnings() => Validate().IsEmpty
        ? [.. Tags.SelectMany((tag, i) => tag.Computation switch
        {
            OrderedRulesComputation => StratificationWarning.For(tag.Values.Length, $"/tags/{i}/values"),
            ScoreComputation score => StratificationWarning.For(score.Bands.Length, $"/tags/{i}/computation/bands"),
            _ => [],
        })]
        : [];

    /// <summary>Reads off its definition what a tag is made of.</summary>
    /// <param name="tag">The id of a tag of this catalog.</param>
    /// <returns>Its lineage; names that nothing answers to are in it too.</returns>
    /// <exception cref="ArgumentException">There is no such tag.</exception>
    public TagLineage LineageOf(string tag) => new TagReferences(this).LineageOf(tag);

    /// <summary>Lists the tags that would break if something were no longer there: those made of it, those made of these, and so on.</summary>
    /// <param name="source">What might go: a tag to be retired, a field, an event, a model.</param>
    /// <returns>Ids in the order of the catalog, without the tag itself; retired tags are among them. Empty where nothing depends on it.</returns>
    /// <exception cref="ArgumentNullException">The source is null.</exception>
    public ImmutableArray<string> ImpactOf(TagSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new TagReferences(this).ImpactOf(source);
    }

    /// <inheritdoc/>
    public bool Equals(TagCatalog? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && ListEquality.Equal(Tags, other.Tags)
        && ListEquality.Equal(Segments, other.Segments)
        && Taxonomy == other.Taxonomy;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, ListEquality.Hash(Tags), ListEquality.Hash(Segments), Taxonomy);
}
