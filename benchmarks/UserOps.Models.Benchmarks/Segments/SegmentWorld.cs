using System.Globalization;

namespace UserOps.Models.Benchmarks.Segments;

/// <summary>Customers of an app, and five days' worth of questions about them: fifty events a user over ninety days, twenty names, five attributes.</summary>
internal static class SegmentWorld
{
    private const int EventsPerUser = 50;
    private const int Days = 90;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static CategoryField City { get; } = Field.Category("city");

    internal static QuantityField Age { get; } = Field.Quantity("age");

    internal static AmountField Assets { get; } = Field.Amount("assets", "CNY");

    internal static FlagField Consents { get; } = Field.Flag("consents");

    internal static DateField Joined { get; } = Field.Date("joined");

    /// <summary>Gets five times the rows of other benchmarks: fifty million events of a million users in a full run.</summary>
    internal static int Events => 5 * BenchmarkSize.Rows;

    internal static int Users => Events / EventsPerUser;

    internal static EvaluationContext AtTheEnd { get; } = new() { AsOf = Start.AddDays(Days), Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };

    /// <summary>Gets five tests of attributes, four counts in windows and a sequence.</summary>
    internal static SegmentRule TenLeaves { get; } = Age.AtMost(35).And(City.In("c1", "c3", "c5", "c7", "c9", "c11")).And(Assets.AtLeast(50_000)).And(Consents.Is(true))
        .And(Joined.OnOrAfter(new(2020, 1, 1))).And(DidThings);

    /// <summary>Gets the same leaves, joined so that nearly every user must be asked what they did.</summary>
    internal static SegmentRule TenLeavesOpen { get; } = Age.AtMost(19).And(City.Is("c1")).Or(Assets.AtLeast(199_000)).And(Consents.IsPresent().Or(Joined.IsMissing())).Not().And(DidThings);

    private static SegmentRule DidThings => Rule.Event("event_1").InLast(30, WindowUnit.Day).AtLeast(1)
        .And(Rule.Event("event_2").InLast(7, WindowUnit.Day).Never())
        .And(Rule.Event("event_3").In(TimeWindow.Days(60, 1)).AtLeast(2).Or(Rule.Event("event_4").InLast(1, WindowUnit.Month).AtLeast(2)))
        .And(Rule.Sequence("event_5").Then("event_6", 7, WindowUnit.Day).Then("event_7", 7, WindowUnit.Day));

    internal static UserOpsDataset Build()
    {
        var random = new Xoshiro256(20261122);
        int users = Users;
        int events = Events;
        var ids = new long[events];
        var ticks = new long[events];
        var names = new ushort[events];
        for (int i = 0; i < events; i++)
        {
            ids[i] = random.NextInt32(users);
            ticks[i] = Start.UtcTicks + (long)((double)i / events * Days * TimeSpan.TicksPerDay);
            names[i] = (ushort)random.NextInt32(20);
        }

        return new UserOpsDatasetBuilder()
            .AddUsers(Enumerable.Range(0, users), map => map.User(i => (long)i)
                .With(City, i => i % 13 == 0 ? null : $"c{i % 12}")
                .With(Age, i => i % 17 == 0 ? null : 18 + (i % 60))
                .With(Assets, i => i % 19 == 0 ? null : i * 7_919L % 200_000)
                .With(Consents, i => i % 3 != 0)
                .With(Joined, i => new DateOnly(2018, 1, 1).AddDays(i % 2_900)))
            .AddEvents(new EventColumns(ids, ticks).Names(names, [.. Enumerable.Range(0, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"event_{i}"))]))
            .Build();
    }

    /// <summary>Makes one event more for one user in a hundred, within the next minute.</summary>
    internal static UserOpsDataset OneInAHundredDidMore(UserOpsDataset data)
    {
        long[] ids = [.. Enumerable.Range(0, Users).Where(i => i % 100 == 0).Select(i => (long)i)];
        long[] ticks = [.. ids.Select(id => AtTheEnd.AsOf.UtcTicks + (id % 60 * TimeSpan.TicksPerSecond))];
        return data.Append(new UserOpsDatasetBuilder().AddEvents(new EventColumns(ids, ticks).Named("event_1")));
    }
}
