using System.Collections.Immutable;
using System.Diagnostics;

namespace UserOps.Models.Tags;

/// <summary>Makes columns of values, and reads one of them.</summary>
internal static class TagColumnValues
{
    internal static CategoryColumn OfCodes(string tag, ReadOnlySpan<int> codes, ImmutableArray<string> texts)
    {
        if (texts.IsDefault || texts.Contains(null!) || texts.Distinct(StringComparer.Ordinal).Count() != texts.Length)
        {
            throw new ArgumentException("The texts are all there, and each only once.", nameof(texts));
        }

        var present = new ulong[BitKernels.WordsFor(codes.Length)];
        var kept = new int[codes.Length];
        for (int i = 0; i < codes.Length; i++)
        {
            if (codes[i] < -1 || codes[i] >= texts.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(codes), codes[i], $"A code is -1, or an index into the {texts.Length} texts.");
            }

            kept[i] = Math.Max(codes[i], 0);
            present[i >> 6] |= RowKernels.Bit(codes[i] >= 0) << i;
        }

        return new(Field.Category(NameOf(tag)), CategoryCodes.Narrowest(kept, texts.Length), texts, present);
    }

    internal static NumberColumn OfNumbers(string tag, ReadOnlySpan<double> numbers)
    {
        var present = new ulong[BitKernels.WordsFor(numbers.Length)];
        var kept = new double[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (double.IsInfinity(numbers[i]))
            {
                throw new ArgumentOutOfRangeException(nameof(numbers), numbers[i], "A number is finite, or NaN where there is none.");
            }

            kept[i] = double.IsNaN(numbers[i]) ? 0 : numbers[i];
            present[i >> 6] |= RowKernels.Bit(!double.IsNaN(numbers[i])) << i;
        }

        return new(Field.Number(NameOf(tag)), kept, present);
    }

    internal static string NameOf(string tag) => TagDefaults.FieldPrefix + tag;

    /// <summary>Puts the value of a user, who has one, into its description.</summary>
    internal static TagValue Describe(Column column, int ordinal, TagValue value) => column switch
    {
        FlagColumn flags => value with { Value = flags[ordinal]!.Value },
        CategoryColumn texts => value with { Value = texts[ordinal]! },
        QuantityColumn quantities => value with { Value = quantities[ordinal]!.Value, Number = (double)quantities[ordinal]!.Value },
        AmountColumn amounts => value with { Value = amounts[ordinal]!.Value, Number = (double)amounts[ordinal]!.Value },
        NumberColumn numbers => value with { Value = DecimalOf(numbers.Values[ordinal]), Number = numbers.Values[ordinal] },
        DateColumn dates => value with { Value = dates[ordinal]!.Value },
        SetColumn sets => value with { Elements = [.. sets[ordinal].Order(StringComparer.Ordinal)] },
        _ => throw new UnreachableException($"No tag has values of kind {column.Field.Kind}."),
    };

    private static RuleValue? DecimalOf(double number)
        => ExactDecimal.TryParse(number.ToString("R", System.Globalization.CultureInfo.InvariantCulture), out decimal exact) ? exact : null;
}
