using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Tests.Segments;

/// <summary>Seeded small worlds in which equal instants and exact ends of windows are frequent, asked at moments where calendars and clocks are awkward.</summary>
internal sealed class RandomWorlds(long seed)
{
    private static readonly TimeZoneInfo Fixed = TimeZoneInfo.CreateCustomTimeZone("+08:00", TimeSpan.FromHours(8), "+08:00", "+08:00");

    private static readonly ImmutableArray<(string Zone, string AsOf)> Awkward =
    [
        ("+08:00", "2024-03-31T12:00:00+08:00"), // a month ago was 29 February
        ("+08:00", "2024-02-29T00:00:00+08:00"),
        ("+08:00", "2023-02-28T23:59:59.9999999+08:00"),
        ("Europe/Berlin", "2024-03-31T12:00:00+02:00"), // the clock went forward in the morning
        ("Europe/Berlin", "2024-05-31T02:30:00+02:00"), // two months ago it showed no 02:30
        ("Europe/Berlin", "2024-10-27T02:30:00+01:00"), // the second 02:30 of the day
        ("Europe/Berlin", "2024-11-27T02:30:00+01:00"), // a month ago there were two of them
        ("America/Havana", "2024-03-11T00:00:00-04:00"), // yesterday began at 01:00
        ("America/Havana", "2024-11-03T12:00:00-05:00"), // today had two midnights
        ("America/Sao_Paulo", "2018-11-05T09:00:00-02:00"), // yesterday began at 01:00
        ("America/Sao_Paulo", "2018-02-18T10:00:00-03:00"), // yesterday had two 23:30
        ("Pacific/Apia", "2011-12-31T10:00:00+14:00"), // there was no yesterday
        ("Pacific/Apia", "2012-01-30T05:00:00+14:00"), // a month ago there was no such date
    ];

    private readonly Xoshiro256 _random = new(seed);
    private readonly RandomRules _rows = new(seed + 1_000_000);

    /// <summary>Gets the attributes of users: those of <see cref="RandomRules"/>, and some near the moment of the evaluation.</summary>
    internal static ImmutableArray<Field> Attributes { get; } = [.. RandomRules.Fields, Field.Instant("due"), Field.Instant("renewed"), Field.Date("birth"), Field.Quantity("payday", 1)];

    /// <summary>Gets the properties of events: those of <see cref="RandomRules"/>, numbers whose sums are exact, and quantities whose sums overflow.</summary>
    internal static ImmutableArray<Field> Properties { get; } = [.. RandomRules.Fields, Field.Number("weight"), Field.Quantity("huge", 4)];

    /// <summary>Gets the moments the worlds are asked at.</summary>
    internal static ImmutableArray<EvaluationContext> Moments { get; } =
    [
        .. Awkward.Select(moment => new EvaluationContext
        {
            AsOf = DateTimeOffset.Parse(moment.AsOf, CultureInfo.InvariantCulture),
            Zone = moment.Zone == Fixed.Id ? Fixed : TimeZoneInfo.FindSystemTimeZoneById(moment.Zone),
        }),
    ];

    internal static ImmutableArray<string> Names { get; } = ["a", "b", "c"];

    internal (TwinWorld World, RandomUserRules Rules) Next()
    {
        EvaluationContext context = Moments[_random.NextInt32(Moments.Length)];
        ImmutableArray<DateTimeOffset> instants = Instants(context);
        int users = 1 + _random.NextInt32(6);
        TwinArrival[] arrivals =
        [
            .. from user in Enumerable.Range(0, users)
               from _ in Enumerable.Range(0, _random.NextInt32(9))
               select new TwinArrival(user, Names[_random.NextInt32(_random.NextInt32(3) + 1)], Of(instants)),
        ];
        Shuffle(arrivals);
        var world = new TwinWorld(
            Widened(Attributes, _rows.Table(_random.NextInt32(4) == 0 ? users - 1 : users), () => [OrMissing(Of(instants)), OrMissing(Of(instants)), OrMissing(Birth(context)), OrMissing(Payday())]),
            [.. arrivals],
            Widened(Properties, _rows.Table(arrivals.Length), () => [OrMissing(Weight()), OrMissing(RandomUserRules.Most * (_random.NextInt32(3) - 1))]),
            context);
        return (world, new RandomUserRules(_random.Jump(), _rows, instants));
    }

    private ImmutableArray<DateTimeOffset> Instants(EvaluationContext context)
        => [.. Enumerable.Range(0, 4 + _random.NextInt32(5)).Select(_ => Instant(context).AddTicks(_random.NextInt32(4) == 0 ? _random.NextInt32(3) - 1 : 0))];

    private DateTimeOffset Instant(EvaluationContext context) => _random.NextInt32(6) switch
    {
        0 => context.AsOf,
        1 => TwinLocalTime.InstantOf(TwinLocalTime.Of(context.AsOf, context.Zone).Date.AddDays(_random.NextInt32(6) - 3), context.Zone),
        2 => context.AsOf.AddHours(-_random.NextInt32(5)),
        _ => new((long)TwinWindow.Stepped(context, _random.NextInt32(4) - 2, RandomUserRules.UnitOf(_random)), TimeSpan.Zero),
    };

    private DateOnly Birth(EvaluationContext context)
    {
        DateOnly today = DateOnly.FromDateTime(TwinLocalTime.Of(context.AsOf, context.Zone));
        return _random.NextInt32(3) == 0
            ? new(_random.NextInt32(2) == 0 ? 2000 : 2024, 2, 29)
            : today.AddDays(_random.NextInt32(7) - 3).AddYears(-_random.NextInt32(3));
    }

    private decimal Payday() => _random.NextInt32(8) switch
    {
        0 => 15.5m,
        1 => _random.NextInt32(2) * 32m,
        < 5 => 28m + _random.NextInt32(4),
        _ => 1m + _random.NextInt32(31),
    };

    private double Weight() => _random.NextInt32(8) == 0 ? -0.0 : (_random.NextInt32(9) - 4) / 8.0;

    private object? OrMissing(object value) => _random.NextInt32(4) == 0 ? null : value;

    private DateTimeOffset Of(ImmutableArray<DateTimeOffset> instants) => instants[_random.NextInt32(instants.Length)];

    private void Shuffle(TwinArrival[] arrivals)
    {
        for (int i = arrivals.Length - 1; i > 0; i--)
        {
            int j = _random.NextInt32(i + 1);
            (arrivals[i], arrivals[j]) = (arrivals[j], arrivals[i]);
        }
    }

    private static RowTable Widened(ImmutableArray<Field> fields, RowTable table, Func<object?[]> more)
        => new(fields, [.. table.Rows.Select(row => (object?[])[.. row, .. more()])]);
}
