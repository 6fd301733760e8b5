using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace UserOps.Models.Tests.Schema;

public class IngestKernelsTests
{
    private static readonly NumberField Row = Field.Number("row");
    private static readonly string[] Names = ["a", "b", "c"];

    public static TheoryData<int, int, int, int> Shapes()
    {
        // rows, users, distinct instants, kind of ids
        var shapes = new TheoryData<int, int, int, int>();
        foreach (int ids in new[] { 0, 1, 2, 3 })
        {
            for (int rows = 0; rows <= 16; rows++)
            {
                shapes.Add(rows, 3, 5, ids);
            }

            shapes.Add(2_000, 7, 1_000_000, ids);  // shuffled arrival: many moves a row
            shapes.Add(2_000, 7, 9, ids);          // almost only ties
            shapes.Add(6_000, 1, 1_000_000, ids);  // one user, long enough for the radix sort
            shapes.Add(6_000, 1, 50, ids);         // the same with ties
            shapes.Add(70_000, 3_000, 100_000, ids); // several buckets
        }

        return shapes;
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Build_AnyArrival_EqualsTheNaiveLogForAnyNumberOfThreads(int rows, int users, int instants, int ids)
    {
        for (int threads = 1; threads <= 8; threads++)
        {
            Check(rows, users, instants, ids, threads, seed: rows + ids);
        }
    }

    [Fact]
    public void Build_RandomRows_EqualsTheNaiveLog() => Prop.ForAll(
        Gen.Choose(0, 60).ToArbitrary(),
        Gen.Choose(1, 12).ToArbitrary(),
        Gen.Choose(1, 20).ToArbitrary(),
        (rows, users, instants) => Check(rows, users, instants, rows % 4, 1 + (users % 3), seed: (rows * 31) + users)).QuickCheckThrowOnFailure();

    private static void Check(int rows, int users, int instants, int ids, int threads, int seed)
    {
        var random = new Xoshiro256(seed);
        long[] user = [.. Enumerable.Range(0, rows).Select(_ => IdOf(random.NextInt32(users), ids))];
        long[] utcTicks = [.. Enumerable.Range(0, rows).Select(_ => DateTime.UnixEpoch.Ticks + random.NextInt32(instants))];
        ushort[] codes = [.. Enumerable.Range(0, rows).Select(row => (ushort)(row * 7 % 3))];
        double[] numbers = [.. Enumerable.Range(0, rows).Select(row => (double)row)];

        UserOpsDatasetBuilder builder = new();
        _ = ids switch
        {
            < 2 => builder.AddEvents(new EventColumns(user, utcTicks).Names(codes, Names).With(Row, numbers)),
            2 => builder.AddEvents(Enumerable.Range(0, rows), map => map.User(row => TextOf(user[row]))
                .At(row => new DateTime(utcTicks[row], DateTimeKind.Utc)).Name(row => Names[codes[row]]).With(Row, row => numbers[row])),
            _ => builder.AddEvents(Enumerable.Range(0, rows), map => map.User(row => GuidOf(user[row]))
                .At(row => new DateTimeOffset(utcTicks[row], TimeSpan.Zero)).Name(row => Names[codes[row]]).With(Row, row => numbers[row])),
        };
        UserOpsDataset data = builder.Build(new RunOptions { MaxDegreeOfParallelism = threads });

        (List<long> expectedUsers, List<List<int>> expectedRows) = NaiveEvents.Group(user, utcTicks);
        int[] order = [.. expectedRows.SelectMany(some => some)];
        data.Directory.Count.ShouldBe(expectedUsers.Count);
        for (int i = 0; i < expectedUsers.Count; i++)
        {
            data.Directory[i].ShouldBe(ids switch { < 2 => expectedUsers[i], 2 => TextOf(expectedUsers[i]), _ => GuidOf(expectedUsers[i]) });
            data.Directory.TryGetOrdinal(data.Directory[i], out int ordinal).ShouldBeTrue();
            ordinal.ShouldBe(i);
            bool ties = (data.Events.UsersWithTies[i >> 6] >> (i & 63) & 1) != 0;
            ties.ShouldBe(NaiveEvents.HasTies(expectedRows[i], utcTicks));
        }

        data.Events.UtcTicks.SequenceEqual(order.Select(row => utcTicks[row]).ToArray()).ShouldBeTrue();
        data.Events.Columns.Get(Row).Values.SequenceEqual(order.Select(row => numbers[row]).ToArray()).ShouldBeTrue();
        Enumerable.Range(0, rows).Select(data.Events.NameAt).ShouldBe(order.Select(row => Names[codes[row]]));
        data.Events.Offsets.ToArray().ShouldBe([0, .. Accumulate(expectedRows.Select(some => some.Count))]);
    }

    // 0: dense numbers, 1: numbers anywhere, 2 and 3: texts and GUIDs made of dense ones.
    private static long IdOf(int user, int ids) => ids == 1 ? unchecked((long)((ulong)(user + 1) * 0xD134_2543_DE82_EF95)) : user - 2;

    private static string TextOf(long id) => $"user-{id}";

    private static Guid GuidOf(long id) => new((int)id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    private static IEnumerable<int> Accumulate(IEnumerable<int> counts)
    {
        int sum = 0;
        foreach (int count in counts)
        {
            yield return sum += count;
        }
    }
}
