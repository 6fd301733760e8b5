using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>Random survival data, full of ties, and the table of them.</summary>
internal static class RandomRows
{
    private static readonly string[] Causes = ["bank", "move", "price"];

    public static NaiveRow[] Of(int seed)
    {
        var random = new Xoshiro256(seed);
        int count = 1 + random.NextInt32(40);
        bool hasEntries = seed % 3 == 1;
        int weights = seed % 4;
        bool isWhole = seed % 5 != 0;
        int groups = 1 + random.NextInt32(4);
        return [.. Enumerable.Range(0, count).Select(_ => Row())];

        NaiveRow Row()
        {
            double time = isWhole ? random.NextInt32(9) : random.NextDouble() * 10;
            bool ended = random.NextInt32(3) != 0;
            double? entry = hasEntries ? (isWhole ? time - 1 - random.NextInt32(4) : time * random.NextDouble() - 0.01) : null;
            double weight = weights switch { 1 => 1 + random.NextInt32(3), 2 => 0.25 * (1 + random.NextInt32(9)), _ => 1 };
            return new(time, ended, entry, weight, "g" + random.NextInt32(groups), "s" + random.NextInt32(2), ended ? Causes[random.NextInt32(3)] : null);
        }
    }

    public static SurvivalTable TableOf(IReadOnlyList<NaiveRow> rows) => SurvivalTable.FromRows(rows, map =>
    {
        map.Time(row => row.Time).Event(row => row.Ended).Group(row => row.Group).Stratum(row => row.Stratum).Cause(row => row.Cause);
        if (rows.Any(row => row.Entry is not null))
        {
            map.Entry(row => row.Entry);
        }

        if (rows.Any(row => row.Weight != 1))
        {
            map.Weight(row => row.Weight);
        }
    });
}
