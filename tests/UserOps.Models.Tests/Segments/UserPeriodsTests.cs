using UserOps.Models.Tests.Time;

namespace UserOps.Models.Tests.Segments;

public class UserPeriodsTests
{
    public static TheoryData<int> Places => [.. Enumerable.Range(0, ActivityWorld.Places.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Of_AnyUnitAndMoment_ListsWhatTheCalendarSaysOfEachEvent(int place)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var world = new ActivityWorld(place, seed, manyNames: seed % 5 == 0);
            EvaluationContext context = world.Moment();
            var calendar = ReportingCalendar.Of(context);
            foreach ((EventFilter filter, Func<ActivityWorld.Event, bool> passes) in ActivityWorld.Filters)
            {
                var unit = (CalendarUnit)world.Next(4);
                CalendarPeriod first = calendar.PeriodOf(unit, world.Around.AddHours(world.Next(60) - 40));
                var table = new PeriodTable(calendar, first, 1 + world.Next(unit == CalendarUnit.Hour ? 60 : 4));
                UserPeriods found = UserPeriods.Of(world.Data, filter, table, context, "", new RunOptions { MaxDegreeOfParallelism = 1 + seed % 4 }, default);
                Assert.Equal(Expected(world, context, passes, at => PlaceOf(table, at), table.Count), Listed(world.Data, found));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void UserDays_AnyMoment_AreTheLocalDatesUpToIt(int place)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var world = new ActivityWorld(place, seed, manyNames: seed % 5 == 0);
            foreach ((EventFilter filter, Func<ActivityWorld.Event, bool> passes) in ActivityWorld.Filters)
            {
                EvaluationContext context = world.Moment();
                var calendar = ReportingCalendar.Of(context);
                UserPeriods found = UserDays.Of(world.Data, filter, context, "", new RunOptions { MaxDegreeOfParallelism = 1 + seed % 4 }, default);
                Assert.Equal(Expected(world, context, passes, at => calendar.DayOf(at).DayNumber), Listed(world.Data, found));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void DayBitmaps_AnyMoment_HaveABitWhereTheUserWasActive(int place)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var world = new ActivityWorld(place, seed);
            foreach ((EventFilter filter, _) in ActivityWorld.Filters)
            {
                EvaluationContext context = world.Moment();
                UserPeriods days = UserDays.Of(world.Data, filter, context, "", null, default);
                DayBitmaps bitmaps = DayBitmaps.Of(world.Data, filter, context, "", null, default)!;
                Assert.Equal(Days(days), Days(bitmaps, world.Data.Directory.Count));
            }
        }
    }

    [Theory] // lengths around those of a word and of a block, and users without a row between them
    [InlineData("Europe/Berlin", 0)]
    [InlineData("Europe/Berlin", 1)]
    [InlineData("Europe/Berlin", 63)]
    [InlineData("America/New_York", 64)]
    [InlineData("America/New_York", 65)]
    [InlineData("Pacific/Apia", 2_047)]
    [InlineData("Pacific/Apia", 2_048)]
    [InlineData("Australia/Lord_Howe", 2_049)]
    [InlineData("UTC", 9_000)]
    public void CollectDays_AnyLength_ListsWhatTheLoopOverRowsLists(string zone, int rows)
    {
        var random = new Xoshiro256(rows);
        var calendar = new ReportingCalendar(NamedZones.Find(zone));
        long start = new DateTime(2011, 10, 1).Ticks;
        for (int round = 0; round < 12; round++)
        {
            int users = 1 + random.NextInt32(1 + rows / 3);
            int skipped = round % 2 == 0 ? 0 : random.NextInt32(100); // users of the range before
            int[] offsets = [.. Enumerable.Range(0, users).Select(_ => skipped + random.NextInt32(rows + 1)).Order(), skipped + rows];
            offsets[0] = skipped;
            long[] ticks = [.. Enumerable.Range(0, skipped + rows).Select(_ => start + (long)(random.NextDouble() * 180 * TimeSpan.TicksPerDay))];
            for (int user = 0; user < users; user++)
            {
                ticks.AsSpan(offsets[user]..offsets[user + 1]).Sort();
            }

            byte[] codes = [.. ticks.Select(_ => (byte)random.NextInt32(4))];
            bool[] counts = [false, true, false, round % 3 == 0];
            ulong[] bits = [.. Enumerable.Range(0, BitKernels.WordsFor(ticks.Length)).Select(_ => (ulong)(random.NextDouble() * ulong.MaxValue) ^ (ulong)random.NextInt32(int.MaxValue))];
            var named = new NamedRows<byte>(codes, counts, round % 3 == 0 ? [1, 3] : [1]);
            Assert.Equal(ByRow(new EveryRow()), ByBlock(new EveryRow()));
            Assert.Equal(ByRow(named), ByBlock(named));
            Assert.Equal(ByRow(new TestedRows<NamedRows<byte>>(named, bits)), ByBlock(new TestedRows<NamedRows<byte>>(named, bits)));

            List<(int, int, int)> ByBlock<TFilter>(TFilter filter)
                where TFilter : struct, IRowFilter, allows ref struct
            {
                var cursor = new LocalDayCursor(calendar);
                var entries = new PeriodEntries();
                entries.Reserve(rows);
                int[] firsts = new int[users];
                UserDayKernels.Collect(offsets, ticks, filter, ref cursor, entries, firsts);
                return Listed(firsts, entries);
            }

            List<(int, int, int)> ByRow<TFilter>(TFilter filter)
                where TFilter : struct, IRowFilter, allows ref struct
            {
                var cursor = new LocalDayCursor(calendar);
                var entries = new PeriodEntries();
                entries.Reserve(rows);
                int[] firsts = new int[users];
                for (int user = 0; user < users; user++)
                {
                    firsts[user] = entries.Count;
                    UserPeriodKernels.Collect(offsets[user], offsets[user + 1], ticks, filter, ref cursor, entries);
                }

                return Listed(firsts, entries);
            }
        }
    }

    [Fact]
    public void UserDays_AskedTwice_AreTheSameObject()
    {
        var world = new ActivityWorld(1, seed: 3);
        var late = new EvaluationContext { AsOf = world.Around.AddYears(1), Zone = world.Zone };
        UserPeriods first = UserDays.Of(world.Data, EventFilter.Any, late, "", null, default);
        UserPeriods again = UserDays.Of(world.Data, new EventFilter(), late with { WeekStart = DayOfWeek.Friday }, "", null, default);
        Assert.Same(first, again);
        Assert.Same(
            DayBitmaps.Of(world.Data, EventFilter.Any, late, "", null, default),
            DayBitmaps.Of(world.Data, EventFilter.Any, late, "", null, default));
    }

    [Fact]
    public void UserDays_OtherFilterOrZone_AreOthers()
    {
        var world = new ActivityWorld(1, seed: 3);
        var late = new EvaluationContext { AsOf = world.Around.AddYears(1), Zone = world.Zone };
        UserPeriods berlin = UserDays.Of(world.Data, EventFilter.Any, late, "", null, default);
        Assert.NotSame(berlin, UserDays.Of(world.Data, EventFilter.Any, late with { Zone = TimeZoneInfo.Utc }, "", null, default));
        Assert.NotSame(berlin, UserDays.Of(world.Data, EventFilter.Named("e0"), late, "", null, default));
    }

    [Fact]
    public void Of_NoEvents_ListsNothingForAnyUser()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["u", "v"], users => users.User(id => id)).Build();
        var context = EvaluationContext.AtEndOf(new(2024, 3, 1), TimeZoneInfo.Utc);
        Assert.Equal([0, 0, 0], UserDays.Of(data, EventFilter.Any, context, "", null, default).Offsets);
        Assert.Equal(0, DayBitmaps.Of(data, EventFilter.Any, context, "", null, default)!.DayCount);
    }

    private static List<(int User, int Number, int Count)> Listed(int[] firsts, PeriodEntries entries)
    {
        UserPeriodKernels.CountEvents(entries.Firsts[..entries.Count], entries.Counted);
        var listed = new List<(int, int, int)>();
        for (int user = 0; user < firsts.Length; user++)
        {
            int end = user + 1 < firsts.Length ? firsts[user + 1] : entries.Count;
            for (int entry = firsts[user]; entry < end; entry++)
            {
                listed.Add((user, entries.Numbers[entry], entries.Firsts[entry]));
            }
        }

        entries.Dispose();
        return listed;
    }

    private static int PlaceOf(PeriodTable table, DateTimeOffset at)
    {
        for (int i = 0; i < table.Count; i++)
        {
            if (table[i].Contains(at))
            {
                return i;
            }
        }

        return at < table[0].Start ? -1 : table.Count;
    }

    private static List<(string User, int Number, int Count)> Expected(
        ActivityWorld world, EvaluationContext context, Func<ActivityWorld.Event, bool> passes, Func<DateTimeOffset, int> numberOf, int end = int.MaxValue) =>
    [
        .. from row in world.Rows
           where row.At <= context.AsOf && passes(row)
           let number = numberOf(row.At)
           group row by (row.User, Number: number) into entry
           where entry.Key.Number < end
           orderby entry.Key.User, entry.Key.Number
           select (entry.Key.User, entry.Key.Number, entry.Count()),
    ];

    private static List<(string User, int Number, int Count)> Listed(UserOpsDataset data, UserPeriods periods) =>
    [
        .. from user in Enumerable.Range(0, data.Directory.Count)
           from entry in Enumerable.Range(periods.Offsets[user], periods.Offsets[user + 1] - periods.Offsets[user])
           let row = (User: data.Directory[user].ToString(), Number: periods.Numbers[entry], Count: periods.Counts[entry])
           orderby row.User, row.Number
           select row,
    ];

    private static List<(int User, int Day)> Days(UserPeriods days) =>
    [
        .. from user in Enumerable.Range(0, days.Offsets.Length - 1)
           from entry in Enumerable.Range(days.Offsets[user], days.Offsets[user + 1] - days.Offsets[user])
           select (user, days.Numbers[entry]),
    ];

    private static List<(int User, int Day)> Days(DayBitmaps bitmaps, int users) =>
    [
        .. from user in Enumerable.Range(0, users)
           from place in Enumerable.Range(0, bitmaps.DayCount)
           let day = bitmaps.Days[place]
           where (bitmaps.Day(day)[user >> 6] >> user & 1) != 0
           select (user, day),
    ];
}
