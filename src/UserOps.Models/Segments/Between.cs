using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary><c>between</c>: the field lies from low to high; unknown where it is missing. Not for flags and sets.</summary>
public sealed record Between : FieldRule
{
    /// <summary>Initializes a new instance of the <see cref="Between"/> class with both ends inside.</summary>
    public Between()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal Between(bool lowInclusive = true, bool highInclusive = true)
    {
        LowInclusive = lowInclusive;
        HighInclusive = highInclusive;
    }

    /// <summary>Gets the lower end.</summary>
    public required RuleValue Low { get; init; }

    /// <summary>Gets the upper end; not below <see cref="Low"/>, and above it when an end is open.</summary>
    public required RuleValue High { get; init; }

    /// <summary>Gets a value indicating whether the lower end counts as inside. Default: true.</summary>
    public bool LowInclusive { get; init; } = true;

    /// <summary>Gets a value indicating whether the upper end counts as inside. Default: true.</summary>
    public bool HighInclusive { get; init; } = true;

    /// <summary>Gets the currency the ends are in, ISO 4217; null takes the column's. A column in another currency is refused.</summary>
    public string? Currency { get; init; }
}
