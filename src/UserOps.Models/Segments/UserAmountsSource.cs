namespace UserOps.Models;

/// <summary>What a value per user was asked for: a column of the user table, or a sum over events. JSON round-trip.</summary>
/// <remarks>A summary of values carries it, so that shards of different questions are not added up by mistake.</remarks>
public sealed record UserAmountsSource
{
    /// <summary>Gets the name of the column: of the user table, or of the log where there is a filter.</summary>
    public required string Field { get; init; }

    /// <summary>Gets which events were added up; null for a column of the user table, and then nothing below is set.</summary>
    public EventFilter? Events { get; init; }

    /// <summary>Gets the first instant that counted; null for all the time before 'as of'.</summary>
    public DateOrInstant? From { get; init; }

    /// <summary>Gets what users without a matching event were worth.</summary>
    public UsersWithoutEvents WithoutEvents { get; init; }

    /// <summary>Gets what "now" meant; null for a column of the user table, which is as it was loaded.</summary>
    public EvaluationContext? Context { get; init; }
}
