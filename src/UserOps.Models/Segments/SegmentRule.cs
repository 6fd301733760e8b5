using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A test for users or events: one closed family of nodes, data only, with one treatment of missing values (Kleene logic).</summary>
/// <remarks>
/// On each row a node is true, false or unknown; a missing value makes the test of its field unknown, <c>and</c> with a false
/// operand is false, <c>or</c> with a true operand is true, otherwise unknown stays unknown until <see cref="Assumption"/> settles
/// it. Nodes are plain data with value equality and a JSON form whose discriminator is <c>op</c>; nothing is checked here, the model
/// that takes the rule reports every fault at once. Built by hand, or from handles: <c>amount.AtLeast(50m).And(channel.Is("app"))</c>.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op")]
[JsonDerivedType(typeof(AllOf), "and")]
[JsonDerivedType(typeof(AnyOf), "or")]
[JsonDerivedType(typeof(Negation), "not")]
[JsonDerivedType(typeof(Assumption), "assume")]
[JsonDerivedType(typeof(EqualTo), "eq")]
[JsonDerivedType(typeof(NotEqualTo), "ne")]
[JsonDerivedType(typeof(LessThan), "lt")]
[JsonDerivedType(typeof(AtMost), "le")]
[JsonDerivedType(typeof(GreaterThan), "gt")]
[JsonDerivedType(typeof(AtLeast), "ge")]
[JsonDerivedType(typeof(Between), "between")]
[JsonDerivedType(typeof(OneOf), "in")]
[JsonDerivedType(typeof(NoneOf), "notIn")]
[JsonDerivedType(typeof(IsMissing), "isNull")]
[JsonDerivedType(typeof(IsPresent), "isNotNull")]
[JsonDerivedType(typeof(ContainsAny), "containsAny")]
[JsonDerivedType(typeof(ContainsAll), "containsAll")]
[JsonDerivedType(typeof(ContainsNone), "containsNone")]
[JsonDerivedType(typeof(InWindow), "inWindow")]
[JsonDerivedType(typeof(Anniversary), "anniversary")]
[JsonDerivedType(typeof(MonthlyDay), "monthlyDay")]
[JsonDerivedType(typeof(WithinDistance), "withinDistance")]
[JsonDerivedType(typeof(EventCount), "eventCount")]
[JsonDerivedType(typeof(EventAggregate), "eventAgg")]
[JsonDerivedType(typeof(DidNot), "didNot")]
[JsonDerivedType(typeof(EventSequence), "sequence")]
[JsonDerivedType(typeof(DidThenNot), "didThenNot")]
[JsonDerivedType(typeof(InSegment), "inSegment")]
[JsonDerivedType(typeof(UnknownAnswer), "unknown")]
public abstract record SegmentRule
{
    private protected SegmentRule()
    {
    }

    /// <summary>Makes the rule that holds where both hold; a chain of these is one flat <see cref="AllOf"/>.</summary>
    /// <param name="other">The other test.</param>
    public SegmentRule And(SegmentRule other) => new AllOf { Args = [.. this is AllOf all && !all.Args.IsDefault ? all.Args : [this], other] };

    /// <summary>Makes the rule that holds where either holds; a chain of these is one flat <see cref="AnyOf"/>.</summary>
    /// <param name="other">The other test.</param>
    public SegmentRule Or(SegmentRule other) => new AnyOf { Args = [.. this is AnyOf any && !any.Args.IsDefault ? any.Args : [this], other] };

    /// <summary>Makes the rule that is true where this is false and false where this is true; unknown stays unknown.</summary>
    public SegmentRule Not() => new Negation { Arg = this };

    /// <summary>Makes the rule that takes a stated answer where this one is unknown.</summary>
    /// <param name="value">What unknown becomes.</param>
    public SegmentRule WhenUnknown(bool value) => new Assumption { Arg = this, Value = value };
}
