using System.Numerics;

namespace UserOps.Models.Rfm;

internal static partial class RfmScoringKernels
{
    /// <summary>Counts, for each score but the highest, the values that score it or less, by <see cref="RfmScoringMethod.RankFirst"/> or <see cref="RfmScoringMethod.Ntile"/>.</summary>
    /// <param name="n">Values to score; at least one.</param>
    /// <param name="isNtile">Which of the two.</param>
    /// <param name="held">Shape [bins - 1]; overwritten, ascending.</param>
    internal static void FillHeld(int n, bool isNtile, Span<int> held)
    {
        int bins = held.Length + 1;
        for (int k = 1; k < bins; k++)
        {
            held[k - 1] = isNtile ? k * (n / bins) + Math.Min(k, n % bins) : Floor(n, k, bins) + 1;
        }
    }

    /// <summary>Scores by rank: of the sorted values, the one at position p passes every cut that holds p values or fewer.</summary>
    /// <param name="values">Shape [values]; at least one.</param>
    /// <param name="held">Shape [bins - 1]; how many values each cut holds back, ascending, at least one.</param>
    /// <param name="lowerIsBetter">Whether scores are counted from the top.</param>
    /// <param name="ties">Gives the positions of the values in the order equal ones stand; null for their own. Asked only where a cut parts equal values.</param>
    /// <param name="scores">Shape [values]; overwritten.</param>
    internal static void ScoreRanks<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> held, bool lowerIsBetter, Func<int[]>? ties, Span<byte> scores)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        // Cuts that hold every value back are passed by nobody.
        int last = held.IndexOf(values.Length) is var end and >= 0 ? end : held.Length;
        Span<int> positions = stackalloc int[2 * last];
        Span<T> sides = stackalloc T[2 * last];
        for (int k = 0; k < last; k++)
        {
            positions[2 * k] = held[k] - 1;
            positions[2 * k + 1] = held[k];
        }

        SelectUnordered(values, positions, sides);
        var cuts = new KeyCuts<T>(stackalloc T[last]);
        var parted = new PartedTies<T>(stackalloc T[last], stackalloc int[last], stackalloc int[last]);
        for (int k = 0; k < last; k++)
        {
            cuts.AddAbove(sides[2 * k]);
            if (sides[2 * k] == sides[2 * k + 1])
            {
                parted.Add(sides[2 * k], held[k], values);
            }
        }

        Score(values, cuts, held.Length + 1, lowerIsBetter, scores);
        if (!parted.IsEmpty)
        {
            parted.Raise(values, ties is null ? [] : ties(), lowerIsBetter ? -1 : 1, scores);
        }
    }

    /// <summary>Values that a cut falls into the middle of: of the users who share one, the first stay below the cut and the others pass it.</summary>
    private ref struct PartedTies<T>(Span<T> room, Span<int> quotas, Span<int> seen)
        where T : unmanaged, IBinaryInteger<T>
    {
        private readonly Span<T> _room = room; // one for each cut; equal where two cuts part the same value
        private readonly Span<int> _quotas = quotas;
        private readonly Span<int> _seen = seen;
        private int _count;

        internal readonly bool IsEmpty => _count == 0;

        internal void Add(T value, int held, ReadOnlySpan<T> values)
        {
            int below = _count > 0 && _room[_count - 1] == value ? _seen[_count - 1] : CountAround(values, value).Below;
            _room[_count] = value;
            _quotas[_count] = held - below;
            _seen[_count++] = below; // until the count of those seen starts: what the next cut through this value needs
        }

        internal readonly void Raise(ReadOnlySpan<T> values, ReadOnlySpan<int> order, int step, Span<byte> scores)
        {
            _seen[.._count].Clear();
            if (order.IsEmpty)
            {
                RaiseInPlace(values, step, scores);
                return;
            }

            ReadOnlySpan<T> tied = _room[.._count];
            foreach (int i in order)
            {
                if (tied.IndexOf(values[i]) is var first and >= 0)
                {
                    RaiseOne(first, ref scores[i], step);
                }
            }
        }

        // The search for the next equal value takes a vector at a time, so what is not tied costs little.
        private readonly void RaiseInPlace(ReadOnlySpan<T> values, int step, Span<byte> scores)
        {
            for (int first = 0; first < _count; first++)
            {
                T value = _room[first];
                if (first > 0 && value == _room[first - 1])
                {
                    continue;
                }

                int i = -1;
                while (values[(i + 1)..].IndexOf(value) is var skipped and >= 0)
                {
                    i += 1 + skipped;
                    RaiseOne(first, ref scores[i], step);
                }
            }
        }

        private readonly void RaiseOne(int first, ref byte score, int step)
        {
            int earlier = _seen[first]++;
            for (int k = first; k < _count && _room[k] == _room[first] && _quotas[k] <= earlier; k++)
            {
                score = (byte)(score + step);
            }
        }
    }
}
