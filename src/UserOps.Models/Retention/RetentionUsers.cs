namespace UserOps.Models.Retention;

/// <summary>The users behind a retention table, bound to its dataset. Each set is found when it is asked for, in one pass over the users.</summary>
public sealed class RetentionUsers
{
    private readonly RetentionPlan _plan;

    internal RetentionUsers(RetentionPlan plan) => _plan = plan;

    /// <summary>Gets the users of a cohort, so far as they are seen.</summary>
    /// <param name="cohort">0 to the number of cohorts - 1.</param>
    /// <param name="breakdownValue">The value whose events alone are looked at; null for all events. One without a member gives nobody.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cohort.</exception>
    public UserSet Members(int cohort, string? breakdownValue = null)
    {
        _plan.Grid.RequireCohort(cohort);
        return CellOf(cohort, 0, breakdownValue).Members;
    }

    /// <summary>Gets the users of a cohort who are retained in a column.</summary>
    /// <param name="cohort">0 to the number of cohorts - 1.</param>
    /// <param name="column">0 to the number of columns - 1.</param>
    /// <param name="breakdownValue">The value whose events alone are looked at; null for all events.</param>
    /// <returns>As many users as the summary counts; null while the column's period is not over at 'as of'.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public UserSet? Retained(int cohort, int column, string? breakdownValue = null)
        => _plan.Grid.IsObservable(cohort, column) ? CellOf(cohort, column, breakdownValue).Retained : null;

    /// <summary>Gets the users of a cohort who are not retained in a column: whom to win back.</summary>
    /// <inheritdoc cref="Retained"/>
    /// <returns>The others of the cohort; null while the column's period is not over at 'as of', because they may still come.</returns>
    public UserSet? NotRetained(int cohort, int column, string? breakdownValue = null)
    {
        if (!_plan.Grid.IsObservable(cohort, column))
        {
            return null;
        }

        CellUsers cell = CellOf(cohort, column, breakdownValue);
        return cell.Members.Except(cell.Retained);
    }

    /// <summary>Says why a user is where the table counts them: their cohorts, and the events that served each cell or came closest.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    /// <remarks>All events are looked at, whatever the breakdown.</remarks>
    public RetentionExplanation Explain(UserId user) => RetentionExplainer.Explain(_plan, user);

    private CellUsers CellOf(int cohort, int column, string? breakdownValue)
    {
        int value = breakdownValue is null ? IRetentionSink.AnyValue : _plan.Values.IndexOf(breakdownValue, 0, StringComparer.Ordinal);
        var cell = new CellUsers(_plan.Data.Directory, value, cohort, column);
        if (value >= 0 || breakdownValue is null)
        {
            _plan.Walk(new(0, _plan.Data.Directory.Count), cell);
        }

        return cell;
    }
}
