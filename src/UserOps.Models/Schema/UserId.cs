using System.Globalization;

namespace UserOps.Models;

/// <summary>The caller's own key of a user: text, a 64-bit number or a GUID.</summary>
/// <remarks>
/// Converts from the three kinds implicitly. Two ids are equal when kind and value are equal: the number 7 and the text "7" are
/// different users. Order (used where a tie between users must be settled): numbers by value, texts by UTF-16 code unit, GUIDs by
/// their text form; kinds never meet inside one <see cref="UserDirectory"/>. The default is empty and refused at ingest.
/// </remarks>
public readonly struct UserId : IEquatable<UserId>, IComparable<UserId>
{
    private readonly string? _text;
    private readonly Guid _bits;
    private readonly long _number;

    private UserId(UserIdKind kind, string? text, long number, Guid bits)
    {
        Kind = kind;
        _text = text;
        _number = number;
        _bits = bits;
    }

    /// <summary>Gets what the id is made of; <see cref="UserIdKind.None"/> for the default value.</summary>
    public UserIdKind Kind { get; }

    /// <summary>Gets a value indicating whether the id names nobody: the default value, or empty text.</summary>
    public bool IsEmpty => Kind == UserIdKind.None || (Kind == UserIdKind.Text && string.IsNullOrEmpty(_text));

    internal string? Text => _text;

    internal long Number => _number;

    internal Guid Bits => _bits;

    /// <summary>Makes an id of text.</summary>
    /// <param name="value">The key; null and empty give an empty id, which ingest refuses.</param>
    public static implicit operator UserId(string? value) => FromString(value);

    /// <summary>Makes an id of a 64-bit number.</summary>
    /// <param name="value">The key; every number is valid.</param>
    public static implicit operator UserId(long value) => FromInt64(value);

    /// <summary>Makes an id of a GUID.</summary>
    /// <param name="value">The key; the all-zero GUID is valid.</param>
    public static implicit operator UserId(Guid value) => FromGuid(value);

    /// <summary>Says whether two ids have one kind and one value.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    public static bool operator ==(UserId left, UserId right) => left.Equals(right);

    /// <summary>Says whether two ids differ in kind or value.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    public static bool operator !=(UserId left, UserId right) => !left.Equals(right);

    /// <summary>Says whether one id comes before another in the order that settles ties.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    public static bool operator <(UserId left, UserId right) => left.CompareTo(right) < 0;

    /// <summary>Says whether one id comes before another, or is the same.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    public static bool operator <=(UserId left, UserId right) => left.CompareTo(right) <= 0;

    /// <summary>Says whether one id comes after another in the order that settles ties.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    public static bool operator >(UserId left, UserId right) => left.CompareTo(right) > 0;

    /// <summary>Says whether one id comes after another, or is the same.</summary>
    /// <param name="left">One id.</param>
    /// <param name="right">The other id.</param>
    public static bool operator >=(UserId left, UserId right) => left.CompareTo(right) >= 0;

    /// <summary>Makes an id of text.</summary>
    /// <param name="value">The key; null gives the default, empty id.</param>
    public static UserId FromString(string? value) => value is null ? default : new(UserIdKind.Text, value, 0, default);

    /// <summary>Makes an id of a 64-bit number.</summary>
    /// <param name="value">The key; every number is valid.</param>
    public static UserId FromInt64(long value) => new(UserIdKind.Number, null, value, default);

    /// <summary>Makes an id of a GUID.</summary>
    /// <param name="value">The key; the all-zero GUID is valid.</param>
    public static UserId FromGuid(Guid value) => new(UserIdKind.Unique, null, 0, value);

    /// <inheritdoc/>
    public int CompareTo(UserId other) => Kind != other.Kind
        ? Kind.CompareTo(other.Kind)
        : Kind switch
        {
            UserIdKind.Text => string.CompareOrdinal(_text, other._text),
            UserIdKind.Number => _number.CompareTo(other._number),
            UserIdKind.Unique => _bits.CompareTo(other._bits),
            _ => 0,
        };

    /// <inheritdoc/>
    public bool Equals(UserId other) => Kind == other.Kind && _number == other._number && _bits == other._bits
        && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UserId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        UserIdKind.Text => _text!.GetHashCode(StringComparison.Ordinal),
        UserIdKind.Number => _number.GetHashCode(),
        _ => _bits.GetHashCode(),
    };

    /// <summary>Writes the id as text: as given, the number in invariant digits, the GUID in its 36-character form.</summary>
    /// <returns>Empty text for an empty id.</returns>
    public override string ToString() => Kind switch
    {
        UserIdKind.Text => _text!,
        UserIdKind.Number => _number.ToString(CultureInfo.InvariantCulture),
        UserIdKind.Unique => _bits.ToString("D"),
        _ => "",
    };
}
