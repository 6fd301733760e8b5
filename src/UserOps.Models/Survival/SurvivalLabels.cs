using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Survival;

/// <summary>A column of few different labels, as codes: the label of row i is <c>Labels[Codes[i]]</c>. Labels ascend: texts ordinally, numbers by value.</summary>
/// <remarks>Immutable. The order of rows has no influence on the codes.</remarks>
public sealed class SurvivalLabels
{
    private readonly int[] _codes;

    private SurvivalLabels(int[] codes, ImmutableArray<string> labels, ImmutableArray<double> numbers = default)
    {
        _codes = codes;
        Labels = labels;
        Numbers = numbers;
    }

    /// <summary>Gets the different labels, ascending.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Gets the labels as numbers, where they were given as such; else default.</summary>
    internal ImmutableArray<double> Numbers { get; }

    /// <summary>Gets the code of each row, an index into <see cref="Labels"/>; -1 where it is missing. Shape [rows].</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>Gets the number of rows.</summary>
    public int Count => _codes.Length;

    /// <summary>Takes texts; they ascend ordinally, also where they are written like numbers.</summary>
    /// <param name="labels">Shape [rows]; null is missing.</param>
    public static SurvivalLabels Of(params ReadOnlySpan<string?> labels)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        foreach (string? label in labels)
        {
            if (label is not null)
            {
                distinct.Add(label);
            }
        }

        string[] ascending = [.. distinct];
        ascending.Sort(StringComparer.Ordinal);
        var codeOf = new Dictionary<string, int>(ascending.Length, StringComparer.Ordinal);
        foreach (string label in ascending)
        {
            codeOf.Add(label, codeOf.Count);
        }

        var codes = new int[labels.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = labels[row] is { } label ? codeOf[label] : -1;
        }

        return new SurvivalLabels(codes, [.. ascending]);
    }

    /// <summary>Takes numbers; they ascend by value and their labels are written without regard to culture.</summary>
    /// <param name="labels">Shape [rows]; NaN is missing.</param>
    /// <exception cref="ArgumentException">A label is infinite.</exception>
    public static SurvivalLabels Of(params ReadOnlySpan<double> labels)
    {
        var distinct = new SortedSet<double>();
        foreach (double label in labels)
        {
            if (double.IsInfinity(label))
            {
                throw new ArgumentException("A label is infinite.", nameof(labels));
            }

            if (!double.IsNaN(label))
            {
                distinct.Add(label + 0.0); // -0.0 is 0
            }
        }

        double[] ascending = [.. distinct];
        var codes = new int[labels.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = double.IsNaN(labels[row]) ? -1 : Array.BinarySearch(ascending, labels[row]);
        }

        return new SurvivalLabels(codes, [.. ascending.Select(label => label.ToString(CultureInfo.InvariantCulture))], [.. ascending]);
    }
}
