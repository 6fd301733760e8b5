namespace UserOps.Models.Lifecycle;

/// <summary>What one thread needs to measure user after user: it grows to the busiest one and is never given back.</summary>
internal sealed class ChurnScratch(ReportingCalendar calendar)
{
    private LocalDayCursor _days = new(calendar);
    private long[] _marks = new long[64];

    /// <summary>Gets the marks added since the last <see cref="Clear"/>; strictly ascending.</summary>
    internal Span<long> Marks => _marks.AsSpan(0, Count);

    private int Count { get; set; }

    internal void Clear() => Count = 0;

    internal long DayOf(long utcTicks) => _days.DayNumberOf(utcTicks);

    /// <summary>Adds a mark that is not before the last one; the same one again changes nothing.</summary>
    internal void Add(long mark)
    {
        if (Count > 0 && _marks[Count - 1] == mark)
        {
            return;
        }

        if (Count == _marks.Length)
        {
            Array.Resize(ref _marks, 2 * Count);
        }

        _marks[Count++] = mark;
    }
}
