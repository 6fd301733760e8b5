namespace UserOps.Models;

/// <content>Measured numbers.</content>
public static partial class FieldRules
{
    /// <summary>Makes the test that the field equals a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Finite, of a size a decimal can hold (<see cref="RuleValue.FromDouble"/>).</param>
    public static SegmentRule Is(this NumberField field, double value)
        => new EqualTo { Field = NameOf(field), Value = RuleValue.FromDouble(value) };

    /// <summary>Makes the test that the field differs from a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Finite, of a size a decimal can hold (<see cref="RuleValue.FromDouble"/>).</param>
    public static SegmentRule IsNot(this NumberField field, double value)
        => new NotEqualTo { Field = NameOf(field), Value = RuleValue.FromDouble(value) };

    /// <summary>Makes the test that the field is at least a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Finite, of a size a decimal can hold (<see cref="RuleValue.FromDouble"/>).</param>
    public static SegmentRule AtLeast(this NumberField field, double value)
        => new AtLeast { Field = NameOf(field), Value = RuleValue.FromDouble(value) };

    /// <summary>Makes the test that the field is at most a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Finite, of a size a decimal can hold (<see cref="RuleValue.FromDouble"/>).</param>
    public static SegmentRule AtMost(this NumberField field, double value)
        => new AtMost { Field = NameOf(field), Value = RuleValue.FromDouble(value) };

    /// <summary>Makes the test that the field is greater than a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Finite, of a size a decimal can hold (<see cref="RuleValue.FromDouble"/>).</param>
    public static SegmentRule Above(this NumberField field, double value)
        => new GreaterThan { Field = NameOf(field), Value = RuleValue.FromDouble(value) };

    /// <summary>Makes the test that the field is less than a value; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Finite, of a size a decimal can hold (<see cref="RuleValue.FromDouble"/>).</param>
    public static SegmentRule Below(this NumberField field, double value)
        => new LessThan { Field = NameOf(field), Value = RuleValue.FromDouble(value) };

    /// <summary>Makes the test that the field lies from low to high; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end.</param>
    /// <param name="lowInclusive">Whether the lower end counts as inside.</param>
    /// <param name="highInclusive">Whether the upper end counts as inside.</param>
    public static SegmentRule Between(this NumberField field, double low, double high, bool lowInclusive = true, bool highInclusive = true)
        => new Between { Field = NameOf(field), Low = RuleValue.FromDouble(low), High = RuleValue.FromDouble(high), LowInclusive = lowInclusive, HighInclusive = highInclusive };
}
