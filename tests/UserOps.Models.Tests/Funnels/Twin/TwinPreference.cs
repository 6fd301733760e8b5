namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Which of two chains is the chosen one; the preferred chain sorts first.</summary>
internal sealed class TwinPreference : IComparer<TwinChain>
{
    public static readonly TwinPreference Instance = new();

    public static TwinChain Best(IEnumerable<TwinChain> chains) => chains.Order(Instance).First();

    public int Compare(TwinChain? x, TwinChain? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        int[] order =
        [
            y.Level.CompareTo(x.Level), // the deepest
            x.Completion.CompareTo(y.Completion), // the earliest completion
            y.Start.CompareTo(x.Start), // the latest start
            y.Links.Count.CompareTo(x.Links.Count), // the most optional steps: chains of one level differ in nothing else
            .. Enumerable.Range(0, x.Level).Select(step => TicksOrLatest(x, step).CompareTo(TicksOrLatest(y, step))),
        ];
        return order.FirstOrDefault(difference => difference != 0);
    }

    private static long TicksOrLatest(TwinChain chain, int step) => chain.TicksAt(step) ?? long.MaxValue;
}
