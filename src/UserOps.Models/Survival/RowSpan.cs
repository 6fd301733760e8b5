namespace UserOps.Models.Survival;

/// <summary>Some rows in order, each with its key of <see cref="TimeOrder"/>.</summary>
internal readonly ref struct RowSpan(ReadOnlySpan<ulong> keys, ReadOnlySpan<int> rows)
{
    internal ReadOnlySpan<ulong> Keys { get; } = keys;

    internal ReadOnlySpan<int> Rows { get; } = rows;
}
