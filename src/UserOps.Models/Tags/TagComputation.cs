using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>Where the values of a tag come from: one closed family, plain data, with the discriminator <c>kind</c> in JSON.</summary>
/// <remarks>
/// Rules here may ask other tags: <c>inSegment</c> with the id of a flag, and a field named as <see cref="TagDefinition.FieldName"/> for the value
/// of any tag. Circles are refused.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FieldComputation), "attribute")]
[JsonDerivedType(typeof(EventComputation), "aggregate")]
[JsonDerivedType(typeof(RuleComputation), "rule")]
[JsonDerivedType(typeof(OrderedRulesComputation), "orderedRules")]
[JsonDerivedType(typeof(ScoreComputation), "score")]
[JsonDerivedType(typeof(MinedComputation), "mined")]
[JsonDerivedType(typeof(ImportedComputation), "imported")]
public abstract record TagComputation
{
    private protected TagComputation()
    {
    }

    /// <summary>Gets the kind of tag this makes.</summary>
    internal abstract TagKind Kind { get; }
}
