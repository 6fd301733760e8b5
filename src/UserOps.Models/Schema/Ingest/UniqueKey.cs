using System.Runtime.InteropServices;

namespace UserOps.Models;

/// <summary>A GUID as a key.</summary>
internal readonly record struct UniqueKey(Guid Value) : IKey<UniqueKey>
{
    /// <inheritdoc/>
    public static bool KeepsHash => false;

    public static implicit operator UniqueKey(Guid value) => new(value);

    /// <inheritdoc/>
    public int Touch() => 0;

    public uint Hash()
    {
        Guid value = Value;
        return KeyMixing.Mix(MemoryMarshal.AsBytes(new ReadOnlySpan<Guid>(in value)));
    }
}
