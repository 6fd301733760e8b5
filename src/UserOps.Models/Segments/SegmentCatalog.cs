using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What rules may name, and what is promised of it: with a catalog a rule is checked before there are data.</summary>
/// <remarks>
/// What a catalog does not speak of is not checked: without a schema of users every attribute passes, without a schema of events every name
/// and every property, and the properties of an event whose definition lists none pass as well. Immutable, shared freely between threads.
/// </remarks>
public sealed class SegmentCatalog
{
    /// <summary>Gets the attributes of users; null to check none.</summary>
    public UserSchema? Users { get; init; }

    /// <summary>Gets the events and their properties; null to check none.</summary>
    public EventSchema? Events { get; init; }

    /// <summary>Gets the attributes of contents, which rules call <c>content.x</c>; null to check none.</summary>
    public ContentSchema? Contents { get; init; }

    /// <summary>Gets the rules that <see cref="InSegment"/> may name, ordinal.</summary>
    public IReadOnlyDictionary<string, SegmentRule> Segments { get; init; } = ImmutableDictionary<string, SegmentRule>.Empty;

    /// <summary>Gets more of them as JSON, which may be faulty; a name that is in <see cref="Segments"/> too means the rule there.</summary>
    public IReadOnlyDictionary<string, string> SegmentTexts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Checks a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>
    /// Every finding at once. Faults inside a segment the rule names belong to that segment's own validation; only circles are told here.
    /// </returns>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    /// <exception cref="InvalidDefinitionException">A schema of the catalog is faulty itself.</exception>
    public SegmentReport Validate(SegmentRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Validate(new RuleReading(rule, [], []));
    }

    /// <summary>Checks the text of a rule, as the screen of a rule builder sends it.</summary>
    /// <param name="json">
    /// Any text. A member that is null counts as absent. A text that is no JSON is one finding with line and byte; one of more than
    /// 4,194,304 characters is refused unread.
    /// </param>
    /// <returns>Every finding at once: what the typed door says, and what only a text can do wrong.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="InvalidDefinitionException">A schema of the catalog is faulty itself.</exception>
    public SegmentReport Validate(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Validate(RuleReader.Read(json));
    }

    private SegmentReport Validate(RuleReading reading)
    {
        var fields = CatalogFields.Of(this);
        return new SegmentReport { Issues = RuleValidation.Check(reading, fields, KnownSegments()) };
    }

    private Dictionary<string, SegmentRule?> KnownSegments()
    {
        var known = new Dictionary<string, SegmentRule?>(StringComparer.Ordinal);
        foreach ((string name, string text) in SegmentTexts)
        {
            known[name] = RuleReader.Read(text).Rule; // what is wrong with it is told when it is validated itself
        }

        foreach ((string name, SegmentRule rule) in Segments)
        {
            known[name] = rule;
        }

        return known;
    }
}
