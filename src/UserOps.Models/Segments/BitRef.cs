namespace UserOps.Models;

/// <summary>A bitmap a program refers to: a scratch slot, a resident bitmap, or the empty one; or the complement of any of these.</summary>
/// <remarks>The complement is only remembered: the next instruction takes it in, so negation costs nothing.</remarks>
/// <param name="Operand">0 and up: a slot. Below: <c>~index</c> of a resident bitmap. <see cref="NoRow"/>: no row.</param>
/// <param name="Complemented">Whether the other rows are meant.</param>
internal readonly record struct BitRef(int Operand, bool Complemented = false)
{
    internal const int NoRow = int.MinValue;

    internal static BitRef None => new(NoRow);

    internal static BitRef All => new(NoRow, true);

    internal bool IsConstant => Operand == NoRow;

    internal bool IsSlot => Operand >= 0;

    public static BitRef operator ~(BitRef bits) => bits with { Complemented = !bits.Complemented };
}

/// <summary>What a node says of each row: where it is true, and where it is at least possible (true or unknown). Where it is true it is possible.</summary>
/// <remarks>
/// With these two, Kleene logic is two ordinary ones: <c>and</c> works on each by itself, <c>not</c> exchanges their complements.
/// </remarks>
internal readonly record struct Planes(BitRef True, BitRef Possible)
{
    internal static Planes Both(BitRef bits) => new(bits, bits);

    internal bool AreOne => True == Possible;

    public static Planes operator ~(Planes planes) => new(~planes.Possible, ~planes.True);
}
