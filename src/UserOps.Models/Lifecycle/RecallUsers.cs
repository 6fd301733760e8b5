namespace UserOps.Models.Lifecycle;

/// <summary>The users behind a recall measurement, bound to its dataset.</summary>
public sealed class RecallUsers
{
    private readonly RecallPlan _plan;
    private readonly UserSet _back;

    internal RecallUsers(RecallPlan plan, UserSet back)
    {
        _plan = plan;
        _back = back;
    }

    /// <summary>Gets the targeted users.</summary>
    public UserSet Targeted => _plan.Targeted;

    /// <summary>Gets the users held out; nobody without a holdout.</summary>
    public UserSet Holdout => _plan.Holdout ?? UserSet.None(_plan.Data.Directory);

    /// <summary>Gets the targeted users who are back.</summary>
    public UserSet Returned => Targeted.Intersect(_back);

    /// <summary>Gets the targeted users who are not back; while the window runs, not yet.</summary>
    public UserSet NotReturned => Targeted.Except(_back);

    /// <summary>Gets the users held out who are back without being targeted.</summary>
    public UserSet HoldoutReturned => Holdout.Intersect(_back);

    /// <summary>Says why a user counts as back or not: the event that served, or the nearest later one and by how much it came too late.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public RecallExplanation Explain(UserId user) => _plan.Data.Directory.TryGetOrdinal(user, out int ordinal)
        ? _plan.Explain(ordinal)
        : throw new KeyNotFoundException($"The dataset does not know the user '{user}'.");
}
