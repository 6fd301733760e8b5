using System.Numerics.Tensors;

namespace UserOps.Models;

/// <summary>Finds the least and the greatest of many numbers.</summary>
internal static class NumberRange
{
    private const int Part = 1 << 20;

    // The second look finds these in the cache.
    private const int Look = 1 << 12;

    /// <returns>Zeros over nothing.</returns>
    internal static (long First, long Last) Of(ReadOnlyMemory<long> numbers, Workers workers)
    {
        if (numbers.IsEmpty)
        {
            return (0, 0);
        }

        int parts = (int)(((long)numbers.Length + Part - 1) / Part);
        var firsts = new long[parts];
        var lasts = new long[parts];
        workers.ForEach(parts, part =>
            (firsts[part], lasts[part]) = Of(numbers.Span[(part * Part)..(int)Math.Min((part + 1L) * Part, numbers.Length)]));
        return (TensorPrimitives.Min<long>(firsts), TensorPrimitives.Max<long>(lasts));
    }

    private static (long First, long Last) Of(ReadOnlySpan<long> numbers)
    {
        (long first, long last) = (numbers[0], numbers[0]);
        for (; !numbers.IsEmpty; numbers = numbers[Math.Min(Look, numbers.Length)..])
        {
            ReadOnlySpan<long> some = numbers[..Math.Min(Look, numbers.Length)];
            first = Math.Min(first, TensorPrimitives.Min(some));
            last = Math.Max(last, TensorPrimitives.Max(some));
        }

        return (first, last);
    }
}
