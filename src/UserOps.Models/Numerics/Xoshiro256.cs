using System.Numerics;
using MathNet.Numerics.Distributions;

namespace UserOps.Models;

/// <summary>The library's generator of chance: xoshiro256**, seeded by SplitMix64. The same seed gives the same numbers for ever.</summary>
/// <remarks>
/// D. Blackman, S. Vigna, Scrambled linear pseudorandom number generators, ACM Transactions on Mathematical Software 47(4), 2021;
/// seeding as its authors recommend, by G. Steele, D. Lea, C. Flood, OOPSLA 2014. Period 2^256 - 1. Not for secrets. One generator is
/// not safe for several threads; give each its own by <see cref="Jump"/>.
/// </remarks>
public sealed class Xoshiro256
{
    private static readonly ulong[] JumpPolynomial =
        [0x180ec6d33cfd0aba, 0xd5a61266f0c9392c, 0xa9582618e03fc9aa, 0x39abdc4529b1661c];

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Creates a generator; equal seeds give equal sequences.</summary>
    /// <param name="seed">Any number.</param>
    public Xoshiro256(long seed)
    {
        ulong counter = unchecked((ulong)seed);
        _s0 = SplitMix64(ref counter);
        _s1 = SplitMix64(ref counter);
        _s2 = SplitMix64(ref counter);
        _s3 = SplitMix64(ref counter);
    }

    /// <summary>Creates a generator in a given state, as published reference outputs have it; not all four words are zero.</summary>
    internal Xoshiro256(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>Draws 64 bits, all equally likely.</summary>
    public ulong NextUInt64()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Draws a number from 0 to 1, 1 excluded: one of the 2^53 multiples of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws a whole number from 0 to <paramref name="bound"/>, the bound excluded, each exactly equally likely.</summary>
    /// <param name="bound">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is less than 1.</exception>
    /// <remarks>D. Lemire, ACM Transactions on Modeling and Computer Simulation 29(1), 2019: a division only when a draw may be biased.</remarks>
    public int NextInt32(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        uint size = (uint)bound;
        ulong product = (NextUInt64() >> 32) * size;
        if ((uint)product < size)
        {
            uint firstFair = (0 - size) % size;
            while ((uint)product < firstFair)
            {
                product = (NextUInt64() >> 32) * size;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Draws from the standard normal distribution (mean 0, deviation 1), by inversion: one draw of 64 bits each.</summary>
    /// <returns>A finite number; beyond 8.3 in absolute value never.</returns>
    public double NextNormal()
    {
        // Half a step up keeps 0, whose quantile is infinite, out of reach; the result is symmetric about 0.
        double probability = ((NextUInt64() >> 12) + 0.5) * (1.0 / (1UL << 52));
        return Normal.InvCDF(0, 1, probability);
    }

    /// <summary>
    /// Gives a generator that starts where this one stands and moves this one 2^128 draws ahead, so that the two never meet:
    /// one seed serves any number of independent streams.
    /// </summary>
    /// <returns>The generator with the next 2^128 draws of this one.</returns>
    public Xoshiro256 Jump()
    {
        var before = new Xoshiro256(_s0, _s1, _s2, _s3);
        ulong s0 = 0, s1 = 0, s2 = 0, s3 = 0;
        foreach (ulong word in JumpPolynomial)
        {
            for (int bit = 0; bit < 64; bit++)
            {
                if ((word >> bit & 1) != 0)
                {
                    s0 ^= _s0;
                    s1 ^= _s1;
                    s2 ^= _s2;
                    s3 ^= _s3;
                }

                NextUInt64();
            }
        }

        (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);
        return before;
    }

    /// <summary>Draws from SplitMix64, which turns any seed, near ones and zero too, into well mixed words.</summary>
    internal static ulong SplitMix64(ref ulong counter)
    {
        ulong word = counter += 0x9e3779b97f4a7c15;
        word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9;
        word = (word ^ word >> 27) * 0x94d049bb133111eb;
        return word ^ word >> 31;
    }
}
