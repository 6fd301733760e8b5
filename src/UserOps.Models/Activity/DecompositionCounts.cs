namespace UserOps.Models.Activity;

/// <summary>How many users each period gains, keeps and loses. Shape of each: [periods of the answer].</summary>
internal sealed class DecompositionCounts(int periods)
{
    internal long[] New { get; } = new long[periods];

    internal long[] Returning { get; } = new long[periods];

    internal long[] Resurrected { get; } = new long[periods];

    internal long[] WentDormant { get; } = new long[periods];

    /// <summary>Counts from day bitmaps where there are any and the first activity decides, else user by user.</summary>
    internal static DecompositionCounts Of(DecompositionPlan plan)
        => !plan.IsByCreation && plan.Table.Unit != CalendarUnit.Hour && plan.Log.Bitmaps() is { } bitmaps
            ? new DecompositionBitmapPass(bitmaps, plan.Table, plan.Start).Count(plan.Log.Workers)
            : UserByUser(plan);

    internal void Add(DecompositionCounts other)
    {
        Add(New, other.New);
        Add(Returning, other.Returning);
        Add(Resurrected, other.Resurrected);
        Add(WentDormant, other.WentDormant);
    }

    private static DecompositionCounts UserByUser(DecompositionPlan plan)
    {
        UserPeriods periods = plan.Log.Periods(plan.Table);
        return UserRange.Sum(
            periods.Offsets,
            plan.Log.Quiet,
            () => new DecompositionCounts(plan.Count),
            (range, counts) => counts.AddRange(plan, periods, range),
            (all, counts) => all.Add(counts),
            plan.Log.CancellationToken);
    }

    private void AddRange(DecompositionPlan plan, UserPeriods periods, UserRange range)
    {
        for (int user = range.From; user < range.To; user++)
        {
            var walk = new DecompositionWalk(plan, periods, user);
            while (walk.MoveNext())
            {
                long[]? kind = walk.Class switch
                {
                    ActivityClass.New => New,
                    ActivityClass.Returning => Returning,
                    ActivityClass.Resurrected => Resurrected,
                    ActivityClass.WentDormant => WentDormant,
                    _ => null,
                };
                if (kind is not null && walk.Place >= plan.Start)
                {
                    kind[walk.Place - plan.Start]++;
                }
            }
        }
    }

    private static void Add(long[] sum, long[] part)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += part[i];
        }
    }
}
