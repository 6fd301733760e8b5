using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Counts the events of a log per user and name.</summary>
internal sealed class BehaviorCount
{
    private readonly EventTable _events;
    private readonly ReportingCalendar _calendar;
    private readonly long _asOfTicks;
    private readonly int[] _slotOfCode;
    private readonly int _slots;
    private readonly Column[] _summed;

    private BehaviorCount(EventTable events, EvaluationContext context, ImmutableArray<string> names, ImmutableArray<Field> sums)
    {
        _events = events;
        _calendar = ReportingCalendar.Of(context);
        _asOfTicks = context.AsOf.UtcTicks;
        _slots = names.Length;
        _slotOfCode = [.. events.Names.Select(name => Math.Max(names.BinarySearch(name, StringComparer.Ordinal), -1))];
        _summed = [.. sums.Select(field => events.Columns.TryGet(field.Name, out Column? column) ? column : throw new InvalidOperationException())];
    }

    internal static BehaviorSummary Run(
        UserOpsDataset data, EvaluationContext context, BehaviorSummaryOptions options, RunOptions? run, CancellationToken cancellationToken)
    {
        ImmutableArray<string> asked = [.. options.Names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        ImmutableArray<string> names = asked.IsEmpty
            ? [.. data.Events.Names.Order(StringComparer.Ordinal)]
            : [.. asked.Where(name => data.Events.TryGetCode(name, out _))];
        var count = new BehaviorCount(data.Events, context, names, options.Sums);
        BehaviorChunk[] chunks = UserRange.Each(data.Events.Offsets, run, count.Chunk, cancellationToken);
        return new(data.Directory, context, names, BehaviorChunk.Join(chunks, data.Directory.Count, options.Sums))
        {
            EventsAfterAsOf = chunks.Sum(chunk => chunk.EventsAfterAsOf),
            UnknownNames = [.. asked.Where(name => !data.Events.TryGetCode(name, out _))],
        };
    }

    private BehaviorChunk Chunk(UserRange range)
    {
        var chunk = new BehaviorChunk(_summed.Length);
        var tally = new BehaviorTally(_slots, _summed.Length);
        var days = new LocalDayCursor(_calendar);
        for (int user = range.From; user < range.To; user++)
        {
            for (int index = _events.Offsets[user]; index < _events.Offsets[user + 1]; index++)
            {
                long ticks = _events.UtcTicks[index];
                int slot = _slotOfCode[_events.CodeAt(index)];
                if (ticks > _asOfTicks)
                {
                    chunk.EventsAfterAsOf++;
                }
                else if (slot >= 0)
                {
                    tally.Add(slot, ticks, days.DayNumberOf(ticks));
                    AddValues(tally, slot, index);
                }
            }

            tally.MoveTo(chunk);
        }

        return chunk;
    }

    private void AddValues(BehaviorTally tally, int slot, int index)
    {
        for (int sum = 0; sum < _summed.Length; sum++)
        {
            Column column = _summed[sum];
            if (column.IsMissing(index))
            {
                tally.AddMissing(slot, sum);
            }
            else
            {
                tally.AddValue(slot, sum, column is AmountColumn amount ? amount.Units[index] : ((QuantityColumn)column).Units[index]);
            }
        }
    }
}
