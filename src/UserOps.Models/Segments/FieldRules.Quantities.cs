namespace UserOps.Models;

/// <content>Exact quantities.</content>
public static partial class FieldRules
{
    /// <summary>Makes the test that the field equals a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Exact, with any number of digits.</param>
    public static SegmentRule Is(this QuantityField field, decimal value)
        => new EqualTo { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field differs from a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Exact, with any number of digits.</param>
    public static SegmentRule IsNot(this QuantityField field, decimal value)
        => new NotEqualTo { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is at least a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Exact, with any number of digits.</param>
    public static SegmentRule AtLeast(this QuantityField field, decimal value)
        => new AtLeast { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is at most a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Exact, with any number of digits.</param>
    public static SegmentRule AtMost(this QuantityField field, decimal value)
        => new AtMost { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is greater than a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Exact, with any number of digits.</param>
    public static SegmentRule Above(this QuantityField field, decimal value)
        => new GreaterThan { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field is less than a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Exact, with any number of digits.</param>
    public static SegmentRule Below(this QuantityField field, decimal value)
        => new LessThan { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the field lies from low to high; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="lowInclusive">Whether the lower end counts as inside.</param>
    /// <param name="highInclusive">Whether the upper end counts as inside.</param>
    public static SegmentRule Between(this QuantityField field, decimal low, decimal high, bool lowInclusive = true, bool highInclusive = true)
        => new Between { Field = NameOf(field), Low = low, High = high, LowInclusive = lowInclusive, HighInclusive = highInclusive };
}
