using System.Runtime.InteropServices;

namespace UserOps.Models;

/// <summary>A text as a key, by UTF-16 code unit.</summary>
internal readonly struct TextKey(string value) : IKey<TextKey>
{
    /// <inheritdoc/>
    public static bool KeepsHash => true;

    internal string Value { get; } = value;

    public static implicit operator TextKey(string value) => new(value);

    public int Touch() => Value.Length == 0 ? 0 : Value[^1];

    public uint Hash() => KeyMixing.Mix(MemoryMarshal.AsBytes(Value.AsSpan()));

    /// <inheritdoc/>
    public bool Equals(TextKey other) => ReferenceEquals(Value, other.Value) || string.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TextKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Hash();

    /// <inheritdoc/>
    public override string ToString() => Value;
}
