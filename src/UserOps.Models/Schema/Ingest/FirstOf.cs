namespace UserOps.Models;

/// <summary>Keeps the first few rows of arrival out of many that come in another order.</summary>
internal sealed class FirstOf(int most)
{
    private readonly PriorityQueue<(int Row, int User), int> _kept = new();

    /// <summary>Gets the rows kept, ascending, each with its user.</summary>
    internal IEnumerable<(int Row, int User)> Rows => _kept.UnorderedItems.Select(item => item.Element).OrderBy(found => found.Row);

    /// <summary>Offers the rows of one user that came in from a row on.</summary>
    internal void Add(int[] rows, int start, int end, int user, int from)
    {
        for (int i = start; i < end && most > 0; i++)
        {
            if (rows[i] < from)
            {
                continue;
            }

            // The latest of those kept comes out first.
            if (_kept.Count < most)
            {
                _kept.Enqueue((rows[i], user), -rows[i]);
            }
            else
            {
                _kept.EnqueueDequeue((rows[i], user), -rows[i]);
            }
        }
    }
}
