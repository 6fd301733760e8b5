using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>Sessions in counts: stored are sums over users, everything else is derived. JSON round-trip, mergeable.</summary>
public sealed record SessionSummary
{
    /// <summary>Gets what a session is.</summary>
    public required SessionDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets how many users have a session.</summary>
    public required long Users { get; init; }

    /// <summary>Gets how many sessions have an event; an index that a separator used up for nothing is not among them.</summary>
    public required long Sessions { get; init; }

    /// <summary>Gets how many events are in a session; what closed one is not among them.</summary>
    public required long Events { get; init; }

    /// <summary>Gets how many events that sessions are made of are in none, because no separator came before them.</summary>
    public required long EventsWithoutSession { get; init; }

    /// <summary>Gets the durations of all sessions, in seconds: each from its first event to its last one, or to what closed it.</summary>
    public required decimal Seconds { get; init; }

    /// <summary>Gets how many sessions an event just after 'as of' would still belong to: their events and durations may grow.</summary>
    public required long OpenSessions { get; init; }

    /// <summary>Gets how many events lie after 'as of' and were not seen.</summary>
    public required long EventsAfterAsOf { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the mean number of events in a session; without a value where there is no session.</summary>
    [JsonIgnore]
    public Measure<double> EventsPerSession => Sessions == 0 ? UndefinedReason.EmptyPopulation : (double)Events / Sessions;

    /// <summary>Gets the mean number of sessions of the users who have one; without a value where nobody has.</summary>
    [JsonIgnore]
    public Measure<double> SessionsPerUser => Users == 0 ? UndefinedReason.EmptyPopulation : (double)Sessions / Users;

    /// <summary>Gets the mean duration of a session, rounded down to a tick; without a value where there is none. A session of one event lasts no time.</summary>
    [JsonIgnore]
    public Measure<TimeSpan> MeanDuration => SessionSeconds.Mean(Seconds, Sessions);

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static SessionSummary Merge(SessionSummary a, SessionSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return new()
        {
            Definition = a.Definition,
            Context = a.Context,
            Users = a.Users + b.Users,
            Sessions = a.Sessions + b.Sessions,
            Events = a.Events + b.Events,
            EventsWithoutSession = a.EventsWithoutSession + b.EventsWithoutSession,
            Seconds = SessionSeconds.Sum(a.Seconds, b.Seconds),
            OpenSessions = a.OpenSessions + b.OpenSessions,
            EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(SessionSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Users == other.Users
        && Sessions == other.Sessions
        && Events == other.Events
        && EventsWithoutSession == other.EventsWithoutSession
        && Seconds == other.Seconds
        && OpenSessions == other.OpenSessions
        && EventsAfterAsOf == other.EventsAfterAsOf
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, Users, Sessions, Events, Seconds, OpenSessions, ListEquality.Hash(UnknownEvents));
}
