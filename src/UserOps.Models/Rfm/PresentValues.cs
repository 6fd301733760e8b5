using System.Buffers;

namespace UserOps.Models.Rfm;

/// <summary>The values of a column that are not missing, side by side.</summary>
internal readonly ref struct PresentValues<T> : IDisposable
    where T : struct
{
    private readonly T[] _values;
    private readonly int _count;

    private PresentValues(T[] values, int count)
    {
        _values = values;
        _count = count;
    }

    internal ReadOnlySpan<T> Values => _values.AsSpan(0, _count);

    /// <summary>Gives the memory back to the pool it came from.</summary>
    public void Dispose() => ArrayPool<T>.Shared.Return(_values);

    internal static PresentValues<T> Of(ReadOnlySpan<T?> values)
    {
        T[] present = ArrayPool<T>.Shared.Rent(values.Length);
        int count = 0;
        foreach (T? value in values)
        {
            if (value is { } given)
            {
                present[count++] = given;
            }
        }

        return new(present, count);
    }

    /// <summary>Moves the scores of the present values to their places; where a value is missing stays no score.</summary>
    internal byte[] Spread(byte[] scores, ReadOnlySpan<T?> values)
    {
        if (_count == values.Length)
        {
            return scores;
        }

        var spread = new byte[values.Length];
        int next = 0;
        for (int i = 0; i < spread.Length; i++)
        {
            spread[i] = values[i].HasValue ? scores[next++] : RfmScoringDefaults.NoScore;
        }

        return spread;
    }
}
