using System.Buffers;

namespace UserOps.Models.Lifecycle;

/// <summary>A churn warning in one context: the span door, for a caller who already has one user's events in memory.</summary>
/// <remarks>Knows the local days of the context's zone. Immutable, shared freely between threads; made once, it allocates nothing per user.</remarks>
public sealed class ChurnGauge
{
    private const int OnTheStack = 256;

    private readonly ChurnClock _clock;
    private readonly ChurnJudge _judge;

    internal ChurnGauge(ChurnWarningDefinition definition, EvaluationContext context)
    {
        Definition = definition;
        Context = context;
        _clock = new ChurnClock(definition, context);
        _judge = new ChurnJudge(definition);
    }

    /// <summary>Gets what is asked.</summary>
    public ChurnWarningDefinition Definition { get; }

    /// <summary>Gets what "now" and "a day" mean.</summary>
    public EvaluationContext Context { get; }

    /// <summary>Assesses one user by the gap alone; for a definition that asks for amounts they come to nothing.</summary>
    /// <inheritdoc cref="Assess(ReadOnlySpan{long}, ReadOnlySpan{long}, ReadOnlySpan{long})"/>
    public ChurnAssessment Assess(ReadOnlySpan<long> activityUtcTicks) => Assess(activityUtcTicks, [], []);

    /// <summary>Assesses one user.</summary>
    /// <param name="activityUtcTicks">
    /// Shape [activity events]: the user's whole history, UTC ticks, ascending, equal instants allowed; events that pass the filter of the
    /// definition, which is the caller's to apply. Those after 'as of' are not seen.
    /// </param>
    /// <param name="amountUtcTicks">Shape [amounts]: when each amount was, ascending; at least since the base period began. Events without an amount are left out.</param>
    /// <param name="amountUnits">Shape [amounts]: whole numbers of the smallest unit of one currency, such as cents.</param>
    /// <returns>What the typed door says of the same user.</returns>
    /// <exception cref="ArgumentException">The two spans of the amounts differ in length, or there are amounts and the definition asks for none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies before year 1 or after year 9999.</exception>
    /// <exception cref="EventsNotSortedException">An instant is earlier than the one before it.</exception>
    /// <remarks>O(n log n) for the median; a user of many events borrows memory from the shared pool, nothing else is allocated.</remarks>
    public ChurnAssessment Assess(ReadOnlySpan<long> activityUtcTicks, ReadOnlySpan<long> amountUtcTicks, ReadOnlySpan<long> amountUnits)
    {
        RequireAscending(activityUtcTicks, nameof(activityUtcTicks));
        RequireAscending(amountUtcTicks, nameof(amountUtcTicks));
        RequireAmounts(amountUtcTicks, amountUnits);
        ReadOnlySpan<long> seen = activityUtcTicks[..EndAt(activityUtcTicks, _clock.AsOf)];
        ChurnFigures figures = seen.IsEmpty ? new() { LastEvent = -1 } : RhythmOf(seen);
        return _judge.Judge(Definition.Amounts is null ? figures : figures with
        {
            BaseUnits = Total(amountUtcTicks, amountUnits, _clock.BaseFrom, _clock.RecentFrom),
            RecentUnits = Total(amountUtcTicks, amountUnits, _clock.RecentFrom, _clock.AsOf),
        });
    }

    private ChurnFigures RhythmOf(ReadOnlySpan<long> utcTicks)
    {
        long[]? borrowed = utcTicks.Length <= OnTheStack ? null : ArrayPool<long>.Shared.Rent(utcTicks.Length);
        Span<long> marks = borrowed ?? stackalloc long[OnTheStack];
        int count = 0;
        var days = new LocalDayCursor(_clock.Calendar);
        foreach (long ticks in utcTicks)
        {
            long mark = _clock.HasDays ? days.DayNumberOf(ticks) : ticks;
            if (count == 0 || marks[count - 1] != mark)
            {
                marks[count++] = mark;
            }
        }

        ChurnFigures figures = ChurnPlan.Rhythm(marks[..count], Definition, _clock);
        if (borrowed is not null)
        {
            ArrayPool<long>.Shared.Return(borrowed);
        }

        return figures with { LastEvent = utcTicks.Length - 1, LastTicks = utcTicks[^1] };
    }

    private static Int128 Total(ReadOnlySpan<long> utcTicks, ReadOnlySpan<long> units, long after, long to)
    {
        Int128 sum = 0;
        foreach (long amount in units[EndAt(utcTicks, after)..EndAt(utcTicks, to)])
        {
            sum += amount;
        }

        return sum;
    }

    private static int EndAt(ReadOnlySpan<long> utcTicks, long lastTicks) => EventTableKernels.SeenEnd(utcTicks, rows: [], 0, utcTicks.Length, lastTicks);

    private void RequireAmounts(ReadOnlySpan<long> amountUtcTicks, ReadOnlySpan<long> amountUnits)
    {
        if (amountUtcTicks.Length != amountUnits.Length)
        {
            throw new ArgumentException($"There are {amountUtcTicks.Length} instants but {amountUnits.Length} amounts.", nameof(amountUnits));
        }

        if (Definition.Amounts is null && !amountUnits.IsEmpty)
        {
            throw new ArgumentException("The definition asks for no amounts.", nameof(amountUnits));
        }
    }

    private static void RequireAscending(ReadOnlySpan<long> utcTicks, string parameterName)
    {
        for (int i = 1; i < utcTicks.Length; i++)
        {
            if (utcTicks[i] < utcTicks[i - 1])
            {
                throw new EventsNotSortedException(i, parameterName);
            }
        }

        // Ascending, so the ends speak for all.
        if (!utcTicks.IsEmpty)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(utcTicks[0], parameterName);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(utcTicks[^1], DateTime.MaxValue.Ticks, parameterName);
        }
    }
}
