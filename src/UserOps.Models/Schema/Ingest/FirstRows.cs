using System.Numerics;

namespace UserOps.Models;

/// <summary>Ranks users by the row of arrival each was first seen in: one bit a row, and a running count a word.</summary>
internal sealed class FirstRows(int rows)
{
    private readonly ulong[] _marks = new ulong[BitKernels.WordsFor(rows)];
    private readonly int[] _before = new int[BitKernels.WordsFor(rows)];

    /// <summary>Gets how many rows are marked, once ranked.</summary>
    internal int Count { get; private set; }

    internal void Mark(int row) => _marks[row >> 6] |= 1UL << (row & 63);

    internal void Rank()
    {
        Count = 0;
        for (int word = 0; word < _marks.Length; word++)
        {
            _before[word] = Count;
            Count += BitOperations.PopCount(_marks[word]);
        }
    }

    /// <summary>Gets how many marked rows come before a marked one.</summary>
    internal int RankOf(int row) => _before[row >> 6] + BitOperations.PopCount(_marks[row >> 6] & ((1UL << (row & 63)) - 1));
}
