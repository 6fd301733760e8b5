namespace UserOps.Models;

/// <content>Instants and dates.</content>
public static partial class FieldRules
{
    /// <summary>Makes the test that the field is a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Compared as an instant, whatever its offset.</param>
    public static SegmentRule Is(this InstantField field, DateTimeOffset value)
        => new EqualTo { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is not a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Compared as an instant, whatever its offset.</param>
    public static SegmentRule IsNot(this InstantField field, DateTimeOffset value)
        => new NotEqualTo { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is not before a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Compared as an instant, whatever its offset.</param>
    public static SegmentRule OnOrAfter(this InstantField field, DateTimeOffset value)
        => new AtLeast { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is not after a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Compared as an instant, whatever its offset.</param>
    public static SegmentRule OnOrBefore(this InstantField field, DateTimeOffset value)
        => new AtMost { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is after a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Compared as an instant, whatever its offset.</param>
    public static SegmentRule After(this InstantField field, DateTimeOffset value)
        => new GreaterThan { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is before a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Compared as an instant, whatever its offset.</param>
    public static SegmentRule Before(this InstantField field, DateTimeOffset value)
        => new LessThan { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field lies from low to high; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="lowInclusive">Whether the lower end counts as inside.</param>
    /// <param name="highInclusive">Whether the upper end counts as inside.</param>
    public static SegmentRule Between(this InstantField field, DateTimeOffset low, DateTimeOffset high, bool lowInclusive = true, bool highInclusive = true)
        => new Between { Field = NameOf(field), Low = low, High = high, LowInclusive = lowInclusive, HighInclusive = highInclusive };

    /// <summary>Makes the test that the field is a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">A calendar date.</param>
    public static SegmentRule Is(this DateField field, DateOnly value)
        => new EqualTo { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is not a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">A calendar date.</param>
    public static SegmentRule IsNot(this DateField field, DateOnly value)
        => new NotEqualTo { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is not before a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">A calendar date.</param>
    public static SegmentRule OnOrAfter(this DateField field, DateOnly value)
        => new AtLeast { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is not after a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">A calendar date.</param>
    public static SegmentRule OnOrBefore(this DateField field, DateOnly value)
        => new AtMost { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is after a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">A calendar date.</param>
    public static SegmentRule After(this DateField field, DateOnly value)
        => new GreaterThan { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is before a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">A calendar date.</param>
    public static SegmentRule Before(this DateField field, DateOnly value)
        => new LessThan { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field lies from low to high; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="lowInclusive">Whether the lower end counts as inside.</param>
    /// <param name="highInclusive">Whether the upper end counts as inside.</param>
    public static SegmentRule Between(this DateField field, DateOnly low, DateOnly high, bool lowInclusive = true, bool highInclusive = true)
        => new Between { Field = NameOf(field), Low = low, High = high, LowInclusive = lowInclusive, HighInclusive = highInclusive };
}
