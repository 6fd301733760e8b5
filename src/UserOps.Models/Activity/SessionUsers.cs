namespace UserOps.Models.Activity;

/// <summary>The sessions behind a result, bound to its dataset.</summary>
public sealed class SessionUsers
{
    private readonly SessionPlan _plan;
    private readonly EvaluationContext _context;
    private readonly int[] _indices;
    private readonly int[] _counts;

    internal SessionUsers(SessionPlan plan, EvaluationContext context, int[] indices, int[] counts)
    {
        _plan = plan;
        _context = context;
        _indices = indices;
        _counts = counts;
    }

    /// <summary>
    /// Gets the index of each event's session: shape [events of the table]; 1 and up for each user, and 0 for no session: separators, ignored
    /// events, events before the first separator, close events that end nothing, and events after 'as of'.
    /// </summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>Gets how many sessions with events each user has: shape [users], by ordinal.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Gets the users with a session.</summary>
    public UserSet WithSessions
    {
        get
        {
            var words = new ulong[BitKernels.WordsFor(_counts.Length)];
            for (int user = 0; user < _counts.Length; user++)
            {
                words[user >> 6] |= _counts[user] > 0 ? 1UL << (user & 63) : 0;
            }

            return new(_plan.Data.Directory, words);
        }
    }

    /// <summary>Lists the sessions of a user, and why each of them began.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public SessionExplanation Explain(UserId user) => SessionExplainer.Explain(_plan, _context, user);
}
