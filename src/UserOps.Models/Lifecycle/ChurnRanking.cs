namespace UserOps.Models.Lifecycle;

/// <summary>The order of users by risk: the higher score first, of equal ones the larger gap ratio, of equal ones the smaller id.</summary>
/// <param name="scores">Shape [users].</param>
/// <param name="gapRatios">Shape [users]; NaN for none, which is behind every other.</param>
/// <param name="directory">Gives the ids; asked only where the numbers are equal.</param>
internal sealed class ChurnRanking(double[] scores, double[] gapRatios, UserDirectory directory) : IComparer<int>
{
    /// <inheritdoc/>
    public int Compare(int x, int y)
    {
        int order = scores[y].CompareTo(scores[x]);
        order = order != 0 ? order : gapRatios[y].CompareTo(gapRatios[x]);
        return order != 0 ? order : directory[x].CompareTo(directory[y]);
    }

    /// <summary>Gets the first users of the order, without sorting the others.</summary>
    /// <param name="count">How many; 0 or more.</param>
    /// <param name="among">Ordinals of users with a score.</param>
    internal int[] First(int count, IEnumerable<int> among)
    {
        // The queue gives away its least, which here is the one who stands last: so it keeps the first ones.
        var kept = new PriorityQueue<int, int>(Comparer<int>.Create((x, y) => Compare(y, x)));
        foreach (int user in among)
        {
            if (kept.Count < count)
            {
                kept.Enqueue(user, user);
            }
            else if (count > 0)
            {
                kept.EnqueueDequeue(user, user);
            }
        }

        int[] first = [.. kept.UnorderedItems.Select(item => item.Element)];
        Array.Sort(first, this);
        return first;
    }
}
