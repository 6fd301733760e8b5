using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>How to raise a conversion rate: steps in their order, and mistakes (转化四部曲与三个误区). Plain data, JSON round-trip, editable.</summary>
/// <remarks>The rate itself is an answer of a funnel; no model reads the checklist.</remarks>
public sealed record ConversionChecklist
{
    /// <summary>Gets the four steps and three mistakes that are shipped: an example to edit.</summary>
    public static ConversionChecklist Default { get; } = DefaultConversionItems.Checklist();

    /// <summary>Gets the stable id; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version, 1 or more; an edited checklist gets a new one.</summary>
    public required int Version { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText DisplayName { get; init; }

    /// <summary>Gets the entries, in the order in which they are worked through.</summary>
    public required ImmutableArray<ConversionItem> Items { get; init; }

    /// <summary>Lists the entries of a kind, in the order of the checklist.</summary>
    /// <param name="kind">Steps or mistakes.</param>
    public ImmutableArray<ConversionItem> Of(ConversionItemKind kind) => Items.IsDefault ? [] : [.. Items.Where(item => item?.Kind == kind)];

    /// <summary>Lists the entries that are still open, in the order of the checklist: what to do next is the first of them.</summary>
    /// <param name="checkedIds">The ids of the entries whose question was answered with yes; a repeated one changes nothing.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">An id names no entry.</exception>
    public ImmutableArray<ConversionItem> Open(IEnumerable<string> checkedIds)
    {
        ArgumentNullException.ThrowIfNull(checkedIds);
        ImmutableArray<ConversionItem> items = Items.IsDefault ? [] : [.. Items.Where(item => item is not null)];
        var done = checkedIds.ToHashSet(StringComparer.Ordinal);
        string[] strangers = [.. done.Except(items.Select(item => item.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return strangers.Length == 0
            ? [.. items.Where(item => !done.Contains(item.Id))]
            : throw new ArgumentException($"The checklist has no entry '{strangers[0]}'.", nameof(checkedIds));
    }

    /// <summary>Lists every fault of the checklist.</summary>
    /// <returns>Faults in document order; empty for a sound checklist.</returns>
    public ImmutableArray<DefinitionIssue> Validate() => ActivityCatalogRules.Check(this);

    /// <inheritdoc/>
    public bool Equals(ConversionChecklist? other) => other is not null
        && Id == other.Id
        && Version == other.Version
        && DisplayName == other.DisplayName
        && ListEquality.Equal(Items, other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, DisplayName, ListEquality.Hash(Items));
}
