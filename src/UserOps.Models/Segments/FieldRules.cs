using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Tests built from handles, so that names, kinds and currencies are written once: <c>amount.AtLeast(50m)</c>.</summary>
/// <remarks>Each method only makes a node; what is wrong with it (an empty range, a column of another kind) is reported by the model that takes the rule.</remarks>
public static partial class FieldRules
{
    /// <summary>Makes the test that the field has no value; never unknown.</summary>
    /// <param name="field">The field.</param>
    public static SegmentRule IsMissing(this Field field) => new IsMissing { Field = NameOf(field) };

    /// <summary>Makes the test that the field has a value; never unknown.</summary>
    /// <param name="field">The field.</param>
    public static SegmentRule IsPresent(this Field field) => new IsPresent { Field = NameOf(field) };

    /// <summary>Makes the test that the flag has a value, and which; unknown where it is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">True or false.</param>
    public static SegmentRule Is(this FlagField field, bool value) => new EqualTo { Field = NameOf(field), Value = value };

    /// <summary>Makes the test that the set holds one of the texts; false for none, unknown where the set is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">Ordinal.</param>
    public static SegmentRule ContainsAny(this SetField field, params ReadOnlySpan<string> values)
        => new ContainsAny { Field = NameOf(field), Values = Texts(values) };

    /// <summary>Makes the test that the set holds every one of the texts; true for none, unknown where the set is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">Ordinal.</param>
    public static SegmentRule ContainsAll(this SetField field, params ReadOnlySpan<string> values)
        => new ContainsAll { Field = NameOf(field), Values = Texts(values) };

    /// <summary>Makes the test that the set holds none of the texts; true for none, unknown where the set is missing.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">Ordinal.</param>
    public static SegmentRule ContainsNone(this SetField field, params ReadOnlySpan<string> values)
        => new ContainsNone { Field = NameOf(field), Values = Texts(values) };

    private static string NameOf(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Name;
    }

    private static ImmutableArray<RuleValue> Texts(ReadOnlySpan<string> values)
    {
        var texts = ImmutableArray.CreateBuilder<RuleValue>(values.Length);
        foreach (string value in values)
        {
            texts.Add(RuleValue.FromString(value));
        }

        return texts.MoveToImmutable();
    }
}
