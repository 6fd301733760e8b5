using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>A number that may not exist: either a value or the reason there is none, never 0 or NaN in its place.</summary>
/// <typeparam name="T">The kind of number: <see cref="double"/>, <see cref="decimal"/>, <see cref="TimeSpan"/> and the like.</typeparam>
/// <remarks>
/// Exactly one of <see cref="Value"/> and <see cref="Undefined"/> is not null. The default value claims no number: it is
/// <see cref="UndefinedReason.EmptyPopulation"/>. As JSON <c>{"value":1.5}</c> or <c>{"undefined":"zeroBase"}</c>.
/// </remarks>
public readonly record struct Measure<T>
    where T : struct
{
    private readonly T _value;
    private readonly UndefinedReason _reason;
    private readonly bool _exists;

    /// <summary>Creates a measure from its JSON members, exactly one of which is given.</summary>
    /// <exception cref="ArgumentException">Both are given, or neither, or the reason is not one of the named ones.</exception>
    [JsonConstructor]
    internal Measure(T? value = null, UndefinedReason? undefined = null)
    {
        if (value.HasValue == undefined.HasValue)
        {
            throw new ArgumentException("A measure has either a value or the reason there is none.", nameof(value));
        }

        this = value.HasValue ? value.GetValueOrDefault() : undefined.GetValueOrDefault();
    }

    private Measure(T value, UndefinedReason reason, bool exists)
    {
        _value = value;
        _reason = reason;
        _exists = exists;
    }

    /// <summary>Gets the number, or <see langword="null"/> when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public T? Value => _exists ? _value : null;

    /// <summary>Gets the reason there is no number, or <see langword="null"/> when there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UndefinedReason? Undefined => _exists ? null : _reason;

    /// <summary>Takes a number as a measure.</summary>
    /// <param name="value">The number; not NaN.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is NaN, which says that it does not exist but not why.</exception>
    public static implicit operator Measure<T>(T value)
    {
        if (value is double.NaN or float.NaN)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A number that does not exist needs a reason, not NaN.");
        }

        return new Measure<T>(value, default, exists: true);
    }

    /// <summary>Takes a reason as a measure without a number.</summary>
    /// <param name="reason">Why there is none; one of the named reasons.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason is not one of the named ones.</exception>
    public static implicit operator Measure<T>(UndefinedReason reason)
    {
        if (reason is < UndefinedReason.EmptyPopulation or > UndefinedReason.NegativeBase)
        {
            throw new ArgumentOutOfRangeException(nameof(reason), reason, "This is not one of the named reasons.");
        }

        return new Measure<T>(default, reason, exists: false);
    }

    /// <summary>Gives the number, or the name of the reason, without regard to culture.</summary>
    public override string ToString()
        => _exists ? string.Create(CultureInfo.InvariantCulture, $"{_value}") : _reason.ToString();
}
