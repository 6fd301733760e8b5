namespace UserOps.Models.Funnels;

/// <summary>The value of the first event that has one; at equal instants the ordinally smallest. Offered backwards, that of the last.</summary>
/// <param name="ranks">The place of each value in ordinal order, by code.</param>
internal ref struct Touch(ReadOnlySpan<int> ranks)
{
    private readonly ReadOnlySpan<int> _ranks = ranks;
    private long _at;

    /// <summary>Gets the code of the value; -1 before any.</summary>
    internal int Value { get; private set; } = -1;

    /// <summary>Looks at the next event that can fill a step.</summary>
    /// <param name="value">The code of its value; -1 without one.</param>
    /// <param name="ticks">Its instant.</param>
    /// <returns>False when the instant that decides is over.</returns>
    internal bool Offer(int value, long ticks)
    {
        if (Value >= 0 && ticks != _at)
        {
            return false;
        }

        if (value >= 0 && (Value < 0 || _ranks[value] < _ranks[Value]))
        {
            Value = value;
            _at = ticks;
        }

        return true;
    }
}
