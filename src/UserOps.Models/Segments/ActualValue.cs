using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models;

/// <summary>A value as an explanation shows it: exactly one of the members is there.</summary>
/// <remarks>A missing value is no value at all, so that <see cref="SegmentExplanation.Actual"/> is null.</remarks>
public sealed record ActualValue
{
    /// <summary>Gets a text.</summary>
    public string? Text { get; init; }

    /// <summary>Gets an exact number: a count, an amount, a quantity; a mean of them has 28 digits.</summary>
    public decimal? Number { get; init; }

    /// <summary>Gets a measured number.</summary>
    public double? Measured { get; init; }

    /// <summary>Gets true or false.</summary>
    public bool? Flag { get; init; }

    /// <summary>Gets an instant.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>Gets a date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets a set of texts.</summary>
    public ImmutableArray<string>? Texts { get; init; }

    /// <inheritdoc/>
    public bool Equals(ActualValue? other) => other is not null
        && (Text, Number, Measured, Flag, Instant, Date) == (other.Text, other.Number, other.Measured, other.Flag, other.Instant, other.Date)
        && Texts.HasValue == other.Texts.HasValue
        && ListEquality.Equal(Texts ?? [], other.Texts ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Number, Measured, Flag, Instant, Date, ListEquality.Hash(Texts ?? []));

    /// <summary>Writes the value as it stands in JSON, without quotes and without regard to culture; a set in brackets.</summary>
    public override string ToString() => this switch
    {
        { Text: { } text } => text,
        { Number: { } number } => number.ToString(CultureInfo.InvariantCulture),
        { Measured: { } number } => number.ToString(CultureInfo.InvariantCulture),
        { Flag: { } flag } => flag ? "true" : "false",
        { Instant: { } instant } => IsoTime.Write(instant),
        { Date: { } date } => IsoTime.Write(date),
        _ => $"[{string.Join(", ", Texts ?? [])}]",
    };
}
