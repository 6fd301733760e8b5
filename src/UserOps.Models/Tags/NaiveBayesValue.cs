using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What is known of a user for one feature: a text, several texts, a number, or nothing, which is the default.</summary>
public readonly struct NaiveBayesValue : IEquatable<NaiveBayesValue>
{
    private NaiveBayesValue(string? text, ImmutableArray<string> texts, double? number)
    {
        Text = text;
        Texts = texts;
        Number = number;
    }

    /// <summary>Gets the one text; null for anything else.</summary>
    internal string? Text { get; }

    /// <summary>Gets the several texts; default for anything else.</summary>
    internal ImmutableArray<string> Texts { get; }

    /// <summary>Gets the number; null for anything else, NaN included.</summary>
    internal double? Number { get; }

    /// <summary>Takes a text; null for nothing known.</summary>
    /// <param name="text">Ordinal.</param>
    public static implicit operator NaiveBayesValue(string? text) => new(text, default, null);

    /// <summary>Takes several texts; a repeated one counts again.</summary>
    /// <param name="texts">Ordinal; empty means the same as nothing known.</param>
    /// <exception cref="ArgumentException">One of them is null.</exception>
    public static implicit operator NaiveBayesValue(ImmutableArray<string> texts) => Of(texts);

    /// <summary>Takes several texts; a repeated one counts again.</summary>
    /// <param name="texts">Ordinal; empty means the same as nothing known.</param>
    /// <exception cref="ArgumentException">One of them is null.</exception>
    public static implicit operator NaiveBayesValue(string[] texts) => Of([.. texts ?? []]);

    /// <summary>Takes a number; null or NaN for nothing known.</summary>
    /// <param name="number">Finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is infinite: it has no place under a normal distribution.</exception>
    public static implicit operator NaiveBayesValue(double? number) => number is { } given && double.IsInfinity(given)
        ? throw new ArgumentOutOfRangeException(nameof(number), number, "An infinite number has no place under a normal distribution.")
        : new(null, default, number is double.NaN ? null : number);

    /// <inheritdoc cref="op_Implicit(double?)"/>
    public static implicit operator NaiveBayesValue(double number) => (double?)number;

    /// <summary>Says whether two values are equal.</summary>
    public static bool operator ==(NaiveBayesValue left, NaiveBayesValue right) => left.Equals(right);

    /// <summary>Says whether two values differ.</summary>
    public static bool operator !=(NaiveBayesValue left, NaiveBayesValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(NaiveBayesValue other)
        => Text == other.Text && ListEquality.Equal(Texts, other.Texts) && Nullable.Equals(Number, other.Number);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is NaiveBayesValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, ListEquality.Hash(Texts), Number);

    private static NaiveBayesValue Of(ImmutableArray<string> texts) => texts.IsDefault ? default
        : texts.Contains(null!) ? throw new ArgumentException("One of the texts is null.", nameof(texts))
        : new(null, texts, null);
}
