using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Turns the values that stand for single users into a column.</summary>
internal static class AssignedColumn
{
    internal static TagColumn Of(TagDefinition tag, UserDirectory directory, ImmutableArray<TagValue> values)
    {
        var valueOf = new TagValue?[directory.Count];
        foreach (TagValue value in values)
        {
            if (directory.TryGetOrdinal(value.User, out int ordinal))
            {
                valueOf[ordinal] = value;
            }
        }

        int scale = valueOf.OfType<TagValue>().Select(value => value.Value!.Number is { } number ? ScorePoints.ScaleOf(number) : 0).Where(digits => digits <= TagDefaults.MaximumScale).DefaultIfEmpty(0).Max();
        UserSet refused = Where(directory, valueOf, value => value is not null && !Fits(tag.ValueType, value.Value!, scale));
        UserSet kept = Where(directory, valueOf, value => value is not null).Except(refused);
        RuleValue?[] fitting = [.. valueOf.Select((value, ordinal) => kept.Contains(ordinal) ? value!.Value : null)];
        return new(tag.Id, directory, ColumnOf(tag, directory, fitting, kept, scale), new TagTimes(valueOf), refused: refused);
    }

    private static Column ColumnOf(TagDefinition tag, UserDirectory directory, RuleValue?[] values, UserSet kept, int scale)
    {
        string name = TagColumnValues.NameOf(tag.Id);
        ulong[] present = kept.Words.ToArray();
        switch (tag.ValueType)
        {
            case TagValueType.Flag:
                return ColumnBits.Flags(tag.Id, Where(directory, values, value => value?.Flag == true), kept.Complement());
            case TagValueType.Number:
                return new QuantityColumn(Field.Quantity(name, scale), [.. values.Select(value => value is null ? 0 : ScorePoints.UnitsOf(value.Number!.Value, scale))], present);
            case TagValueType.Date:
                return new DateColumn(Field.Date(name), [.. values.Select(value => value is null ? 0 : IsoTime.DayNumberOf(value.Text!))], present);
            case TagValueType.Enumeration:
                ImmutableArray<string> texts = [.. values.OfType<RuleValue>().Select(value => value.Text!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
                return TagColumnValues.OfCodes(tag.Id, [.. values.Select(value => value is null ? -1 : texts.BinarySearch(value.Text!, StringComparer.Ordinal))], texts);
            default:
                throw new ArgumentException("An assignment holds no set of texts.", nameof(tag));
        }
    }

    private static bool Fits(TagValueType type, RuleValue value, int scale) => type switch
    {
        TagValueType.Flag => value.Kind == RuleValueKind.Flag,
        TagValueType.Number => value.Number is { } number && DecimalUnits.TryToUnits(number, scale, out _) == DecimalUnits.Fault.None,
        TagValueType.Date => value.Text is { } text && IsoTime.TryReadDate(text, out _),
        _ => value.Kind == RuleValueKind.Text,
    };

    private static UserSet Where<T>(UserDirectory directory, T?[] values, Func<T?, bool> test)
    {
        var words = new ulong[BitKernels.WordsFor(directory.Count)];
        for (int ordinal = 0; ordinal < values.Length; ordinal++)
        {
            words[ordinal >> 6] |= RowKernels.Bit(test(values[ordinal])) << ordinal;
        }

        return new(directory, words);
    }
}
