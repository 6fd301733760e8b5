using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>A count as it may be shown: the number, or that it is hidden. Never 0 for a hidden one.</summary>
public readonly record struct DisclosedCount
{
    /// <summary>Creates a count.</summary>
    /// <param name="value">The number, 0 or more; null when it is hidden.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    [JsonConstructor]
    public DisclosedCount(long? value = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
        Value = value;
    }

    /// <summary>Gets the number; null when it is hidden.</summary>
    public long? Value { get; }

    /// <summary>Gets a value indicating whether the number is hidden.</summary>
    [JsonIgnore]
    public bool IsHidden => Value is null;

    /// <summary>Gives the number, or <c>hidden</c>.</summary>
    public override string ToString() => Value?.ToString(CultureInfo.InvariantCulture) ?? "hidden";
}
