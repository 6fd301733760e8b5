namespace UserOps.Models.Value;

/// <summary>Neighboring groups of customers with the same number of repeat purchases.</summary>
/// <param name="RepeatPurchases">x.</param>
/// <param name="From">The first group.</param>
/// <param name="To">The end, excluded.</param>
/// <param name="Weight">For how many customers they stand.</param>
internal readonly record struct PurchaseRun(int RepeatPurchases, int From, int To, double Weight)
{
    /// <summary>Cuts groups, which are sorted by x, where x changes.</summary>
    internal static PurchaseRun[] Of(PurchaseGroups groups)
    {
        List<PurchaseRun> runs = [];
        int[] purchases = groups.RepeatPurchases;
        for (int from = 0, to; from < purchases.Length; from = to)
        {
            double weight = 0;
            for (to = from; to < purchases.Length && purchases[to] == purchases[from]; to++)
            {
                weight += groups.Weights[to];
            }

            runs.Add(new(purchases[from], from, to, weight));
        }

        return [.. runs];
    }

    /// <summary>Gets the run of each group.</summary>
    internal static int[] PlacesOf(PurchaseRun[] runs, int groups)
    {
        var places = new int[groups];
        for (int run = 0; run < runs.Length; run++)
        {
            places.AsSpan(runs[run].From, runs[run].To - runs[run].From).Fill(run);
        }

        return places;
    }
}
