using System.Runtime.Intrinsics;

namespace UserOps.Models;

/// <summary>A logical operation on two words, for one word and for a vector of them.</summary>
internal interface IBitOperation
{
    static abstract ulong Apply(ulong left, ulong right);

    static abstract Vector256<ulong> Apply(Vector256<ulong> left, Vector256<ulong> right);

    static abstract Vector512<ulong> Apply(Vector512<ulong> left, Vector512<ulong> right);
}

/// <summary>left and right.</summary>
internal readonly struct AndOperation : IBitOperation
{
    public static ulong Apply(ulong left, ulong right) => left & right;

    public static Vector256<ulong> Apply(Vector256<ulong> left, Vector256<ulong> right) => left & right;

    public static Vector512<ulong> Apply(Vector512<ulong> left, Vector512<ulong> right) => left & right;
}

/// <summary>left and not right.</summary>
internal readonly struct AndNotOperation : IBitOperation
{
    public static ulong Apply(ulong left, ulong right) => left & ~right;

    public static Vector256<ulong> Apply(Vector256<ulong> left, Vector256<ulong> right) => Vector256.AndNot(left, right);

    public static Vector512<ulong> Apply(Vector512<ulong> left, Vector512<ulong> right) => Vector512.AndNot(left, right);
}

/// <summary>left or right.</summary>
internal readonly struct OrOperation : IBitOperation
{
    public static ulong Apply(ulong left, ulong right) => left | right;

    public static Vector256<ulong> Apply(Vector256<ulong> left, Vector256<ulong> right) => left | right;

    public static Vector512<ulong> Apply(Vector512<ulong> left, Vector512<ulong> right) => left | right;
}

/// <summary>Neither left nor right.</summary>
internal readonly struct NorOperation : IBitOperation
{
    public static ulong Apply(ulong left, ulong right) => ~(left | right);

    public static Vector256<ulong> Apply(Vector256<ulong> left, Vector256<ulong> right) => ~(left | right);

    public static Vector512<ulong> Apply(Vector512<ulong> left, Vector512<ulong> right) => ~(left | right);
}
