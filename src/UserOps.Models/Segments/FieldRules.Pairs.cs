namespace UserOps.Models;

/// <content>Two fields of one row against each other.</content>
public static partial class FieldRules
{
    /// <summary>Makes the test that the field equals another field of the same row; unknown where either is missing.</summary>
    /// <typeparam name="TColumn">Both fields have one kind.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="other">The other field; not both sets, and flags only where equality is asked.</param>
    public static SegmentRule Is<TColumn>(this Field<TColumn> field, Field<TColumn> other)
        where TColumn : Column
        => new EqualTo { Field = NameOf(field), OtherField = NameOf(other) };

    /// <summary>Makes the test that the field differs from another field of the same row; unknown where either is missing.</summary>
    /// <typeparam name="TColumn">Both fields have one kind.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="other">The other field; not both sets, and flags only where equality is asked.</param>
    public static SegmentRule IsNot<TColumn>(this Field<TColumn> field, Field<TColumn> other)
        where TColumn : Column
        => new NotEqualTo { Field = NameOf(field), OtherField = NameOf(other) };

    /// <summary>Makes the test that the field is at least another field of the same row; unknown where either is missing.</summary>
    /// <typeparam name="TColumn">Both fields have one kind.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="other">The other field; not both sets, and flags only where equality is asked.</param>
    public static SegmentRule AtLeast<TColumn>(this Field<TColumn> field, Field<TColumn> other)
        where TColumn : Column
        => new AtLeast { Field = NameOf(field), OtherField = NameOf(other) };

    /// <summary>Makes the test that the field is at most another field of the same row; unknown where either is missing.</summary>
    /// <typeparam name="TColumn">Both fields have one kind.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="other">The other field; not both sets, and flags only where equality is asked.</param>
    public static SegmentRule AtMost<TColumn>(this Field<TColumn> field, Field<TColumn> other)
        where TColumn : Column
        => new AtMost { Field = NameOf(field), OtherField = NameOf(other) };

    /// <summary>Makes the test that the field is greater than another field of the same row; unknown where either is missing.</summary>
    /// <typeparam name="TColumn">Both fields have one kind.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="other">The other field; not both sets, and flags only where equality is asked.</param>
    public static SegmentRule Above<TColumn>(this Field<TColumn> field, Field<TColumn> other)
        where TColumn : Column
        => new GreaterThan { Field = NameOf(field), OtherField = NameOf(other) };

    /// <summary>Makes the test that the field is less than another field of the same row; unknown where either is missing.</summary>
    /// <typeparam name="TColumn">Both fields have one kind.</typeparam>
    /// <param name="field">The field.</param>
    /// <param name="other">The other field; not both sets, and flags only where equality is asked.</param>
    public static SegmentRule Below<TColumn>(this Field<TColumn> field, Field<TColumn> other)
        where TColumn : Column
        => new LessThan { Field = NameOf(field), OtherField = NameOf(other) };
}
