using System.Numerics;

namespace UserOps.Models.Rfm;

/// <summary>The double nearest to a quotient of whole numbers, of two equally near ones the even.</summary>
internal static class NearestDouble
{
    private const int LowestExponent = -1_074; // of the smallest double above zero
    private const int KeptBits = 64;

    internal static double Of(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        // A quotient of 64 or 65 bits whose last one also says that something follows rounds like the whole quotient, as a double keeps 53.
        BigInteger magnitude = BigInteger.Abs(numerator);
        int exponent = (int)(magnitude.GetBitLength() - denominator.GetBitLength()) - KeptBits;
        exponent = Math.Max(exponent, LowestExponent - 2);
        BigInteger quotient = BigInteger.DivRem(
            exponent < 0 ? magnitude << -exponent : magnitude, exponent > 0 ? denominator << exponent : denominator, out BigInteger rest);
        double nearest = Rounded(quotient << 1 | (rest.IsZero ? BigInteger.Zero : BigInteger.One), exponent - 1);
        return numerator.Sign < 0 ? -nearest : nearest;
    }

    // Drops what a double cannot keep, by hand: conversions of large whole numbers cut, and scaling into the smallest doubles would round twice.
    private static double Rounded(BigInteger bits, int exponent)
    {
        int dropped = Math.Max((int)bits.GetBitLength() - 53, LowestExponent - exponent); // three at least, so the last bit never stands for a half
        BigInteger kept = bits >> dropped;
        BigInteger tail = bits - (kept << dropped);
        int half = tail.CompareTo(BigInteger.One << (dropped - 1));
        kept += half > 0 || (half == 0 && !kept.IsEven) ? BigInteger.One : BigInteger.Zero;
        return Math.ScaleB((double)(ulong)kept, exponent + dropped);
    }
}
