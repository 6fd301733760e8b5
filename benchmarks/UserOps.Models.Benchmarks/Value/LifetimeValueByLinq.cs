namespace UserOps.Models.Benchmarks.Value;

/// <summary>The cohort table as a developer writes it over the same columns: users by the week of their first registration, payments by the week after it.</summary>
internal static class LifetimeValueByLinq
{
    internal static decimal Cohorts(UserOpsDataset data)
    {
        AmountColumn amounts = data.Events.Columns.Get(LifetimeValueWorld.Amount);
        int firstDay = LifetimeValueWorld.FirstMonday.DayNumber;
        int WeekOf(long ticks) => ((int)((ticks + 8 * TimeSpan.TicksPerHour) / TimeSpan.TicksPerDay) - firstDay) / 7;
        var table = Enumerable.Range(0, data.Directory.Count)
            .SelectMany(user =>
            {
                var events = Enumerable.Range(data.Events.Offsets[user], data.Events.Offsets[user + 1] - data.Events.Offsets[user])
                    .Select(row => (Row: row, Name: data.Events.NameAt(row), Ticks: data.Events.UtcTicks[row])).ToList();
                long won = events.Where(e => e.Name == "register").Select(e => e.Ticks).DefaultIfEmpty(long.MaxValue).Min();
                return events
                    .Where(e => e.Name == "pay" && e.Ticks >= won && amounts[e.Row] is not null)
                    .Select(e => (Cohort: WeekOf(won), Age: WeekOf(e.Ticks) - WeekOf(won), Amount: amounts[e.Row]!.Value));
            })
            .GroupBy(cell => (cell.Cohort, cell.Age))
            .ToDictionary(cells => cells.Key, cells => cells.Sum(cell => cell.Amount));
        return table.GetValueOrDefault((0, 0));
    }
}
