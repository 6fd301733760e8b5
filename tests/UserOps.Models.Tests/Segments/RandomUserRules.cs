using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Tests.Segments;

/// <summary>Seeded random rules of every kind over one world.</summary>
/// <param name="random">What decides.</param>
/// <param name="fields">Makes the tests of attributes and properties.</param>
/// <param name="instants">When things happen in the world.</param>
internal sealed class RandomUserRules(Xoshiro256 random, RandomRules fields, ImmutableArray<DateTimeOffset> instants)
{
    /// <summary>The most a quantity of scale 4 can hold: two of them overflow 64 bits.</summary>
    internal const decimal Most = 922337203685477.5807m;

    private static readonly ImmutableArray<(string Name, decimal Step)> Numbers =
        [("weight", 0.125m), ("pieces", 0.25m), ("boxes", 1), ("paid", 0.0001m), ("owed", 0.0001m), ("huge", Most), ("score", 0.1m)];

    private static readonly ImmutableArray<string> Singles = [.. RandomWorlds.Properties.Where(field => field.Kind != FieldKind.Set).Select(field => field.Name)];

    /// <summary>Makes rules that refer only to those before them.</summary>
    internal ImmutableDictionary<string, SegmentRule> Segments()
    {
        ImmutableDictionary<string, SegmentRule> made = ImmutableDictionary<string, SegmentRule>.Empty;
        foreach (string name in (string[])["s0", "s1", "s2"])
        {
            made = made.Add(name, Rule(depth: 2, [.. made.Keys]));
        }

        return made;
    }

    /// <summary>Draws a unit; the month, which is the difficult one, as often as the others together.</summary>
    internal static WindowUnit UnitOf(Xoshiro256 random) => random.NextInt32(2) == 0 ? WindowUnit.Month : (WindowUnit)random.NextInt32(6);

    internal SegmentRule Rule(int depth, ImmutableArray<string> segments) => (depth == 0 ? 9 : random.NextInt32(10)) switch
    {
        0 or 1 => new AllOf { Args = Operands(depth, segments) },
        2 or 3 => new AnyOf { Args = Operands(depth, segments) },
        4 => Rule(depth - 1, segments).Not(),
        5 => Rule(depth - 1, segments).WhenUnknown(Flips(2)),
        _ => Leaf(segments),
    };

    private ImmutableArray<SegmentRule> Operands(int depth, ImmutableArray<string> segments)
        => [.. Enumerable.Range(0, random.NextInt32(4)).Select(_ => Rule(depth - 1, segments))];

    private SegmentRule Leaf(ImmutableArray<string> segments) => random.NextInt32(15) switch
    {
        0 => fields.Rule(0),
        1 => new InWindow { Field = Of(["due", "renewed", "birth"]), Window = Window() },
        2 => Birthday(),
        3 or 4 => new EventCount { Event = Name(), Where = Where(), Window = WindowOrNone(), Comparison = Comparison(), Count = random.NextInt32(4) },
        5 => new DidNot { Event = Name(), Where = Where(), Window = WindowOrNone() },
        6 or 7 => Aggregate(),
        8 or 9 => Sequence(),
        13 => Payday(),
        14 => fields.Distance(),
        10 or 11 => new DidThenNot { First = Name(), FirstWhere = Where(), Then = Name(), ThenWhere = Where(), Within = Within(), Window = WindowOrNone() },
        _ => segments.IsEmpty ? fields.Rule(0) : new InSegment { Segment = Of(segments) },
    };

    private Anniversary Birthday()
    {
        int from = random.NextInt32(7) - 3;
        return new()
        {
            Field = "birth",
            FromDays = from - (Flips(6) ? 366 : 0),
            ToDays = from + random.NextInt32(4),
            LeapDayRule = (LeapDayRule)random.NextInt32(2),
        };
    }

    private MonthlyDay Payday()
    {
        int from = random.NextInt32(7) - 3;
        return new() { Field = Flips(8) ? "score" : "payday", FromDays = from - (Flips(6) ? 29 : 0), ToDays = from + random.NextInt32(6) };
    }

    private EventAggregate Aggregate()
    {
        var aggregation = (EventAggregation)random.NextInt32(6);
        bool counts = aggregation is EventAggregation.Distinct or EventAggregation.DistinctDays;
        bool adds = aggregation is EventAggregation.Sum or EventAggregation.Average;
        (string number, decimal step) = Of(adds ? Numbers[..^1] : Numbers); // how a sum of tenths in binary is rounded is nobody's promise
        return new()
        {
            // No thirds beside doubles: whether a rounded mean equals the decimal nearest to it is nobody's promise, either.
            Event = Name(),
            Where = Where(),
            Window = WindowOrNone(),
            Aggregation = aggregation,
            Property = aggregation switch { EventAggregation.DistinctDays => null, EventAggregation.Distinct => Of(Singles), _ => number },
            Comparison = Comparison(),
            Value = counts ? random.NextInt32(4) : ((random.NextInt32(9) - 4) * step) + (Flips(6) ? 0.00005m : 0) + (Flips(6) && step <= 1 && number != "weight" ? step / 3 : 0),
        };
    }

    private EventSequence Sequence() => new()
    {
        Steps =
        [
            .. Enumerable.Range(0, 1 + random.NextInt32(3)).Select(_ => new SequenceStep { Event = Name(), Where = Where(), Within = Flips(2) ? Within() : null }),
        ],
        Measure = (SequenceMeasure)random.NextInt32(2),
        Excluded = [.. Enumerable.Range(0, Math.Max(0, random.NextInt32(4) - 1)).Select(_ => Name())],
        Window = WindowOrNone(),
    };

    private SegmentRule? Where() => random.NextInt32(24) switch
    {
        < 14 => null,
        14 => new AtLeast { Field = Field.LocalTime.Name, Value = random.NextInt32(24).ToString("00", CultureInfo.InvariantCulture) + ":00:00" },
        < 20 => fields.Rule(0),
        _ => fields.Rule(1),
    };

    private ElapsedLimit Within() => new() { Amount = Amount(), Unit = (WindowUnit)random.NextInt32(4) };

    private TimeWindow? WindowOrNone() => Flips(3) ? null : Window();

    private TimeWindow Window()
    {
        switch (random.NextInt32(10))
        {
            case 9:
                return TimeWindow.Current(WindowUnit.Day + random.NextInt32(4));
            case 0:
                return TimeWindow.All;
            case 1 or 2:
                return TimeWindow.InNext(Amount(), UnitOf(random));
            case 3 or 4:
                int last = random.NextInt32(6) - 3;
                return TimeWindow.Days(Flips(8) ? int.MaxValue : last + random.NextInt32(3), Flips(8) ? int.MinValue : last);
            case 5 or 6 when Of(instants) is var one && Of(instants) is var other && one != other:
                return one < other ? TimeWindow.Between(one, other) : TimeWindow.Between(other, one);
            default:
                return TimeWindow.InLast(Amount(), UnitOf(random));
        }
    }

    private int Amount() => Flips(20) ? int.MaxValue : 1 + random.NextInt32(3);

    private Comparison Comparison() => (Comparison)random.NextInt32(6);

    private string Name() => Flips(20) ? "never heard of" : Of(RandomWorlds.Names);

    private bool Flips(int times) => random.NextInt32(times) == 0;

    private T Of<T>(ImmutableArray<T> choices) => choices[random.NextInt32(choices.Length)];
}
