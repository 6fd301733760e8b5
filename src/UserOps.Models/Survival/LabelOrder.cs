using System.Globalization;

namespace UserOps.Models.Survival;

/// <summary>The order of labels: by value where all of them are numbers, else ordinal. It depends on the set of labels alone, so merged parts have the order of the whole.</summary>
internal static class LabelOrder
{
    internal static void Sort(Span<string> labels)
    {
        var numbers = new double[labels.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!IsNumber(labels[i], out numbers[i]))
            {
                labels.Sort(StringComparer.Ordinal);
                return;
            }
        }

        // Each number has one text, so no two labels are equal in value.
        numbers.AsSpan().Sort(labels);
    }

    // "007" and "1.0" are texts: no number is written so.
    private static bool IsNumber(string label, out double number)
        => double.TryParse(label, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number)
            && number.ToString(CultureInfo.InvariantCulture) == label
            && label != "-0";
}
