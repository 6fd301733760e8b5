namespace UserOps.Models.Survival;

/// <summary>Durations from a log of events: counts, users, and the table that survival models take. Immutable.</summary>
public sealed class DurationResult
{
    private readonly Lazy<SurvivalTable> _table;

    internal DurationResult(DurationSummary summary, DurationUsers users)
    {
        Summary = summary;
        Users = users;
        _table = new(users.Table);
    }

    /// <summary>Gets what was asked.</summary>
    public DurationDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts.</summary>
    public DurationSummary Summary { get; }

    /// <summary>Gets the users, bound to the dataset.</summary>
    public DurationUsers Users { get; }

    /// <summary>Gets the rows for survival models, in the order of the users; always with causes. Made on first use.</summary>
    /// <exception cref="InvalidSurvivalDataException">There are no rows: <see cref="DurationSummary"/> says what became of the users.</exception>
    public SurvivalTable Table => _table.Value;
}
