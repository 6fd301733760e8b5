namespace UserOps.Models;

/// <summary>One bit per row, 64 rows a word, lowest bit first; grows at the end.</summary>
internal sealed class BitBuffer
{
    private ulong[] _words = [];

    internal int Count { get; private set; }

    internal bool this[int row] => (_words[row >> 6] >> (row & 63) & 1) != 0;

    internal void Add(bool value)
    {
        int word = Count >> 6;
        if (word == _words.Length)
        {
            Array.Resize(ref _words, Math.Max(4, 2 * word));
        }

        ulong bit = 1UL << (Count & 63);
        _words[word] = value ? _words[word] | bit : _words[word] & ~bit;
        Count++;
    }

    internal void AddRepeated(bool value, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Add(value);
        }
    }

    internal void Truncate(int count) => Count = count;
}
