namespace UserOps.Models.Tests.Schema;

/// <summary>The event log written for clarity: group by first sight, sort each user's rows by instant, equal instants by arrival.</summary>
internal sealed class NaiveEvents
{
    public static (List<TKey> Users, List<List<int>> Rows) Group<TKey>(IReadOnlyList<TKey> users, IReadOnlyList<long> utcTicks)
        where TKey : notnull
    {
        List<TKey> order = [];
        List<List<int>> rows = [];
        for (int row = 0; row < users.Count; row++)
        {
            int user = order.IndexOf(users[row]);
            if (user < 0)
            {
                user = order.Count;
                order.Add(users[row]);
                rows.Add([]);
            }

            rows[user].Add(row);
        }

        return (order, [.. rows.Select(some => some.OrderBy(row => utcTicks[row]).ThenBy(row => row).ToList())]);
    }

    public static bool HasTies(List<int> rows, IReadOnlyList<long> utcTicks)
        => rows.Zip(rows.Skip(1)).Any(pair => utcTicks[pair.First] == utcTicks[pair.Second]);
}
