using System.Numerics;

namespace UserOps.Samples;

/// <summary>The generator behind the sample: xoshiro256** seeded by SplitMix64 (Blackman and Vigna, prng.di.unimi.it).</summary>
/// <remarks>
/// Own code, because <c>System.Random</c> may change its sequence between runtimes. Only additions, multiplications,
/// divisions and square roots of doubles follow from it: IEEE 754 fixes those to the last bit, while logarithms and
/// powers differ between machines and would turn a coin here and there.
/// </remarks>
internal struct SampleRandom
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Starts one stream of a seed; streams of neighboring numbers have nothing in common.</summary>
    internal SampleRandom(int seed, int stream)
    {
        ulong state = ((ulong)(uint)seed << 32) | (uint)stream;
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    internal ulong Next()
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

    /// <summary>Gives a number above 0 and below 1, evenly spread.</summary>
    internal double Unit() => ((Next() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Says yes with the given probability.</summary>
    internal bool Chance(double probability) => Unit() < probability;

    /// <summary>Gives a whole number from 0 to one less than the bound, evenly spread.</summary>
    internal int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>Counts how often the answer was yes before the first no; mean p / (1 - p).</summary>
    internal int Runs(double probability, int limit)
    {
        int count = 0;
        while (count < limit && Chance(probability))
        {
            count++;
        }
        return count;
    }

    /// <summary>
    /// Draws from the log-logistic (Fisk) distribution of shape 2: the given median, and a tail like Pareto's - one draw in
    /// a hundred is ten times the median, one in ten thousand a hundred times.
    /// </summary>
    internal double HeavyTailed(double median)
    {
        double unit = Unit();
        return median * Math.Sqrt(unit / (1 - unit));
    }

    /// <summary>Draws from the same family with shape 4: a milder tail, as incomes have it.</summary>
    internal double MildTailed(double median)
    {
        double unit = Unit();
        return median * Math.Sqrt(Math.Sqrt(unit / (1 - unit)));
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        ulong mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
