using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UserOps.Models;

/// <summary>A value in a rule: text, an exact decimal number, or true and false. In JSON a string, a number or a boolean.</summary>
/// <remarks>Converts implicitly from what it can hold. Instants and dates are held as ISO 8601 text; the column they are compared with gives the text its type.</remarks>
public sealed record RuleValue
{
    private readonly decimal _number;

    private RuleValue(RuleValueKind kind, string? text, decimal number)
    {
        Kind = kind;
        Text = text;
        _number = number;
    }

    /// <summary>Gets what the value is.</summary>
    public RuleValueKind Kind { get; }

    /// <summary>Gets the text; null for other kinds.</summary>
    public string? Text { get; }

    /// <summary>Gets the number; null for other kinds.</summary>
    public decimal? Number => Kind == RuleValueKind.Number ? _number : null;

    /// <summary>Gets true or false; null for other kinds.</summary>
    public bool? Flag => Kind == RuleValueKind.Flag ? _number != 0 : null;

    /// <summary>Makes a text.</summary>
    /// <param name="value">Ordinal; null gives null.</param>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator RuleValue?(string? value) => value is null ? null : FromString(value);

    /// <summary>Makes a number.</summary>
    /// <param name="value">Exact; 1.0 equals 1.</param>
    public static implicit operator RuleValue(decimal value) => FromDecimal(value);

    /// <summary>Makes a number.</summary>
    /// <param name="value">Whole.</param>
    public static implicit operator RuleValue(long value) => FromInt64(value);

    /// <summary>Makes a flag.</summary>
    /// <param name="value">True or false.</param>
    public static implicit operator RuleValue(bool value) => FromBoolean(value);

    /// <summary>Makes the ISO 8601 text of an instant, offset included.</summary>
    /// <param name="value">The instant.</param>
    public static implicit operator RuleValue(DateTimeOffset value) => FromDateTimeOffset(value);

    /// <summary>Makes the ISO 8601 text of a date.</summary>
    /// <param name="value">The date.</param>
    public static implicit operator RuleValue(DateOnly value) => FromDateOnly(value);

    /// <summary>Makes a text.</summary>
    /// <param name="value">Ordinal.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public static RuleValue FromString(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(RuleValueKind.Text, value, 0);
    }

    /// <summary>Makes a number.</summary>
    /// <param name="value">Exact; 1.0 equals 1.</param>
    public static RuleValue FromDecimal(decimal value) => new(RuleValueKind.Number, null, value);

    /// <summary>Makes a number.</summary>
    /// <param name="value">Whole.</param>
    public static RuleValue FromInt64(long value) => new(RuleValueKind.Number, null, value);

    /// <summary>Makes a number out of the shortest decimal text that reads back as the same double; 0.1 is 0.1.</summary>
    /// <param name="value">Finite, below 7.9E28 in size, and not so small that it needs more than 28 digits after the point.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number cannot be held.</exception>
    public static RuleValue FromDouble(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return ExactDecimal.TryParse(text, out decimal number)
            ? FromDecimal(number)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A rule holds finite numbers below 7.9E28 with at most 28 digits after the point.");
    }

    /// <summary>Makes a flag.</summary>
    /// <param name="value">True or false.</param>
    public static RuleValue FromBoolean(bool value) => new(RuleValueKind.Flag, null, value ? 1 : 0);

    /// <summary>Makes the ISO 8601 text of an instant, offset included.</summary>
    /// <param name="value">The instant.</param>
    public static RuleValue FromDateTimeOffset(DateTimeOffset value) => FromString(IsoTime.Write(value));

    /// <summary>Makes the ISO 8601 text of a date.</summary>
    /// <param name="value">The date.</param>
    public static RuleValue FromDateOnly(DateOnly value) => FromString(IsoTime.Write(value));

    /// <summary>Writes the value as it stands in JSON, without quotes around texts.</summary>
    /// <returns>The text, the digits, or <c>true</c> and <c>false</c>.</returns>
    public override string ToString() => Kind switch
    {
        RuleValueKind.Text => Text!,
        RuleValueKind.Number => _number.ToString(CultureInfo.InvariantCulture),
        _ => _number != 0 ? "true" : "false",
    };
}
