using System.Text.Json.Serialization;

namespace UserOps.Models.Tags;

/// <summary>A user of a labeled sample: what is true, and what the tag says.</summary>
/// <param name="Actual">The value known to be true; not null.</param>
/// <param name="Predicted">The value the tag gives; null when it gives none.</param>
[method: JsonConstructor]
public readonly record struct TagJudgment(string Actual, string? Predicted)
{
    /// <summary>Pairs two columns of one dataset, users without a known value left out.</summary>
    /// <param name="actual">The known values, one per user; null where it is not known.</param>
    /// <param name="predicted">What the tag gives, one per user.</param>
    /// <exception cref="ArgumentNullException">A column is null.</exception>
    /// <exception cref="ArgumentException">The columns have different lengths.</exception>
    public static IEnumerable<TagJudgment> Of(IReadOnlyList<string?> actual, IReadOnlyList<string?> predicted)
    {
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(predicted);
        return actual.Count == predicted.Count
            ? actual.Zip(predicted).Where(pair => pair.First is not null).Select(pair => new TagJudgment(pair.First!, pair.Second))
            : throw new ArgumentException($"There are {actual.Count} known and {predicted.Count} predicted values.", nameof(predicted));
    }
}
