using System.Diagnostics.CodeAnalysis;

namespace UserOps.Models;

/// <summary>A column's name and kind, written once and used for ingest, filters, rules and column access.</summary>
/// <remarks>
/// Made by the factories here. A name starting with <c>content.</c> means an attribute of the content an event refers to (see
/// <c>OfContent</c> on each kind); names starting with <c>@</c> are the library's own. Two handles are equal when kind, name, unit
/// and scale are equal.
/// </remarks>
public abstract record Field
{
    /// <summary>What the name of a content attribute starts with when it is asked of an event.</summary>
    internal const string ContentPrefix = "content.";

    private protected Field(string name, FieldKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        Kind = kind;
    }

    /// <summary>Gets the handle of the local time of day of an event, text "HH:MM:SS" in the zone of the context.</summary>
    /// <remarks>Only for filters; it is no column. Text order is time order, so <c>Between("12:00:00", "14:00:00")</c> works.</remarks>
    public static CategoryField LocalTime { get; } = new("@localTime");

    /// <summary>Gets the column's name, unique in its table; ordinal.</summary>
    public string Name { get; }

    /// <summary>Gets what the column holds.</summary>
    public FieldKind Kind { get; }

    /// <summary>Names a column of few texts.</summary>
    /// <param name="name">The column's name; not empty.</param>
    /// <exception cref="ArgumentException">The name is null, empty or white space.</exception>
    public static CategoryField Category(string name) => new(name);

    /// <summary>Names a column of measured numbers (scores, features); for money use <see cref="Amount"/>, for exact quantities <see cref="Quantity"/>.</summary>
    /// <param name="name">The column's name; not empty.</param>
    /// <exception cref="ArgumentException">The name is null, empty or white space.</exception>
    public static NumberField Number(string name) => new(name);

    /// <summary>Names a column of exact decimal quantities.</summary>
    /// <param name="name">The column's name; not empty.</param>
    /// <param name="scale">Digits after the point, 0 to 12; a value with more is rejected, not rounded.</param>
    /// <exception cref="ArgumentException">The name is null, empty or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is negative or above 12.</exception>
    public static QuantityField Quantity(string name, int scale = SchemaDefaults.Scale) => new(name, scale);

    /// <summary>Names a column of money in one currency.</summary>
    /// <param name="name">The column's name; not empty.</param>
    /// <param name="currency">ISO 4217 code: three capital letters.</param>
    /// <param name="scale">Digits after the point, 0 to 12; a value with more is rejected, not rounded.</param>
    /// <exception cref="ArgumentException">The name is empty, or the currency is not three capital letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The scale is negative or above 12.</exception>
    public static AmountField Amount(string name, string currency, int scale = SchemaDefaults.Scale) => new(name, currency, scale);

    /// <summary>Names a column of true and false.</summary>
    /// <param name="name">The column's name; not empty.</param>
    /// <exception cref="ArgumentException">The name is null, empty or white space.</exception>
    public static FlagField Flag(string name) => new(name);

    /// <summary>Names a column of instants.</summary>
    /// <param name="name">The column's name; not empty.</param>
    /// <exception cref="ArgumentException">The name is null, empty or white space.</exception>
    public static InstantField Instant(string name) => new(name);

    /// <summary>Names a column of calendar dates.</summary>
    /// <param name="name">The column's name; not empty.</param>
    /// <exception cref="ArgumentException">The name is null, empty or white space.</exception>
    public static DateField Date(string name) => new(name);

    /// <summary>Names a column of sets of texts.</summary>
    /// <param name="name">The column's name; not empty.</param>
    /// <exception cref="ArgumentException">The name is null, empty or white space.</exception>
    public static SetField Set(string name) => new(name);

    /// <summary>Writes the name alone.</summary>
    /// <returns>The name.</returns>
    public sealed override string ToString() => Name;

    /// <summary>Says whether a text has the form of an ISO 4217 code: three capital letters.</summary>
    internal static bool IsCurrency([NotNullWhen(true)] string? text) => text is { Length: 3 } && text.All(char.IsAsciiLetterUpper);

    private protected static int CheckedScale(int scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, SchemaDefaults.MaximumScale);
        return scale;
    }

    private protected static string CheckedCurrency(string currency) => IsCurrency(currency)
        ? currency
        : throw new ArgumentException($"'{currency}' is no ISO 4217 code: three capital letters.", nameof(currency));
}
