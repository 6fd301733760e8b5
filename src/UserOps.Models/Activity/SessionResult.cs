namespace UserOps.Models.Activity;

/// <summary>What a session model answers: counts, and the session of every event. Immutable.</summary>
public sealed class SessionResult
{
    internal SessionResult(SessionSummary summary, SessionUsers users)
    {
        Summary = summary;
        Users = users;
    }

    /// <summary>Gets what a session is.</summary>
    public SessionDefinition Definition => Summary.Definition;

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts.</summary>
    public SessionSummary Summary { get; }

    /// <summary>Gets the sessions, bound to the dataset.</summary>
    public SessionUsers Users { get; }
}
