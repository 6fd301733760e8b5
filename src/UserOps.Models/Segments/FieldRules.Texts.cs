namespace UserOps.Models;

/// <content>Fields of text, ordered by UTF-16 code unit; <see cref="Field.LocalTime"/> is one of them.</content>
public static partial class FieldRules
{
    /// <summary>Makes the test that the field equals a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Ordinal.</param>
    public static SegmentRule Is(this CategoryField field, string value)
        => new EqualTo { Field = NameOf(field), Value = RuleValue.FromString(value) };

    /// <summary>Makes the test that the field differs from a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Ordinal.</param>
    public static SegmentRule IsNot(this CategoryField field, string value)
        => new NotEqualTo { Field = NameOf(field), Value = RuleValue.FromString(value) };

    /// <summary>Makes the test that the field comes not before a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Ordinal.</param>
    public static SegmentRule AtLeast(this CategoryField field, string value)
        => new AtLeast { Field = NameOf(field), Value = RuleValue.FromString(value) };

    /// <summary>Makes the test that the field comes not after a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Ordinal.</param>
    public static SegmentRule AtMost(this CategoryField field, string value)
        => new AtMost { Field = NameOf(field), Value = RuleValue.FromString(value) };

    /// <summary>Makes the test that the field comes after a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Ordinal.</param>
    public static SegmentRule Above(this CategoryField field, string value)
        => new GreaterThan { Field = NameOf(field), Value = RuleValue.FromString(value) };

    /// <summary>Makes the test that the field comes before a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Ordinal.</param>
    public static SegmentRule Below(this CategoryField field, string value)
        => new LessThan { Field = NameOf(field), Value = RuleValue.FromString(value) };

    /// <summary>Makes the test that the field lies from low to high; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="lowInclusive">Whether the lower end counts as inside.</param>
    /// <param name="highInclusive">Whether the upper end counts as inside.</param>
    public static SegmentRule Between(this CategoryField field, string low, string high, bool lowInclusive = true, bool highInclusive = true)
        => new Between { Field = NameOf(field), Low = RuleValue.FromString(low), High = RuleValue.FromString(high), LowInclusive = lowInclusive, HighInclusive = highInclusive };

    /// <summary>Makes the test that the field equals one of the texts; false for none, unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">Ordinal.</param>
    public static SegmentRule In(this CategoryField field, params ReadOnlySpan<string> values)
        => new OneOf { Field = NameOf(field), Values = Texts(values) };

    /// <summary>Makes the test that the field equals none of the texts; true for none, unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">Ordinal.</param>
    public static SegmentRule NotIn(this CategoryField field, params ReadOnlySpan<string> values)
        => new NoneOf { Field = NameOf(field), Values = Texts(values) };
}
