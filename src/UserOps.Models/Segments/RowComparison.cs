using System.Numerics;
using System.Runtime.Intrinsics;

namespace UserOps.Models;

/// <summary>How two values of a row compare, for one row and for as many as a vector holds.</summary>
internal interface IRowComparison
{
    static abstract bool Holds<T>(T left, T right)
        where T : struct, INumber<T>;

    static abstract Vector256<T> Holds<T>(Vector256<T> left, Vector256<T> right);

    static abstract Vector512<T> Holds<T>(Vector512<T> left, Vector512<T> right);
}

/// <summary>left &lt; right.</summary>
internal readonly struct Less : IRowComparison
{
    public static bool Holds<T>(T left, T right)
        where T : struct, INumber<T> => left < right;

    public static Vector256<T> Holds<T>(Vector256<T> left, Vector256<T> right) => Vector256.LessThan(left, right);

    public static Vector512<T> Holds<T>(Vector512<T> left, Vector512<T> right) => Vector512.LessThan(left, right);
}

/// <summary>left = right.</summary>
internal readonly struct Same : IRowComparison
{
    public static bool Holds<T>(T left, T right)
        where T : struct, INumber<T> => left == right;

    public static Vector256<T> Holds<T>(Vector256<T> left, Vector256<T> right) => Vector256.Equals(left, right);

    public static Vector512<T> Holds<T>(Vector512<T> left, Vector512<T> right) => Vector512.Equals(left, right);
}
