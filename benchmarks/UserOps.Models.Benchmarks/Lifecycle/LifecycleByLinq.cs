namespace UserOps.Models.Benchmarks.Lifecycle;

/// <summary>The stages of the card app as a developer writes them over the same columns: one user at a time, one pass over their events.</summary>
internal static class LifecycleByLinq
{
    internal static int Stages(UserOpsDataset data)
    {
        DateField field = LifecycleWorld.Registered;
        DateTimeOffset end = LifecycleWorld.AtTheEnd.AsOf;
        long StartOf(int daysAgo) => end.AddTicks(1).AddDays(-daysAgo - 1).UtcTicks;
        (long month, long quarter, long payments) = (StartOf(30), StartOf(90), StartOf(29));
        data.Users.Columns.TryGet(field.Name, out Column? column);
        var registered = (DateColumn)column!;
        return Enumerable.Range(0, data.Directory.Count)
            .Select(user =>
            {
                var events = Enumerable.Range(data.Events.Offsets[user], data.Events.Offsets[user + 1] - data.Events.Offsets[user])
                    .Select(row => (Name: data.Events.NameAt(row), Ticks: data.Events.UtcTicks[row])).ToList();
                long last = events.Where(row => row.Name == "login").Select(row => row.Ticks).DefaultIfEmpty(registered[user]?.DayNumber * TimeSpan.TicksPerDay ?? 0).Max();
                return last < quarter ? "churned"
                    : last < month ? "dormant"
                    : events.Count(row => row.Name == "pay" && row.Ticks >= payments) >= 4 ? "maturity"
                    : events.Any(row => row.Name is "pay" or "bind_card") ? "growth"
                    : "introduction";
            })
            .GroupBy(stage => stage)
            .Count();
    }
}
