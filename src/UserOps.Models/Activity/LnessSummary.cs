using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>The histogram of active days: counts that are sums over users. JSON round-trip, mergeable.</summary>
public sealed record LnessSummary
{
    /// <summary>Gets what was asked.</summary>
    public required LnessDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets a value indicating whether a population was given, so that those who never came are counted with 0 days.</summary>
    public required bool HasPopulation { get; init; }

    /// <summary>Gets the users of 0, 1, 2, ... active days; without a population the first place is 0.</summary>
    public required ImmutableArray<long> Users { get; init; }

    /// <summary>Gets a value indicating whether the day of 'as of' is over; where it is not, it may still gain users.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the users with at least one active day.</summary>
    [JsonIgnore]
    public long Active => Users.Skip(1).Sum();

    /// <summary>Gets the mean number of active days over the active users; without a number where nobody was active.</summary>
    [JsonIgnore]
    public Measure<double> MeanOfActive => MeanOver(Active);

    /// <summary>Gets the mean number of active days over everybody looked at, the population where one was given; without a number over nobody.</summary>
    [JsonIgnore]
    public Measure<double> Mean => MeanOver(Users.Sum());

    /// <summary>Gets the power users, of everybody looked at.</summary>
    [JsonIgnore]
    public Ratio PowerUsers => new(Users.Skip(Definition.PowerFrom).Sum(), Users.Sum());

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context, and with a population where the first has one.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ, or only one has a population.</exception>
    public static LnessSummary Merge(LnessSummary a, LnessSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        if (a.HasPopulation != b.HasPopulation)
        {
            throw new ArgumentException("Only one of the summaries looks at a population; they cannot be added up.", nameof(b));
        }

        return a with
        {
            Users = SummaryQuestion.Sum(a.Users, b.Users),
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(LnessSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && HasPopulation == other.HasPopulation
        && ListEquality.Equal(Users, other.Users)
        && IsComplete == other.IsComplete
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, Context, HasPopulation, ListEquality.Hash(Users), IsComplete, ListEquality.Hash(UnknownEvents));

    private Measure<double> MeanOver(long users) => users == 0
        ? UndefinedReason.EmptyPopulation
        : (double)Users.Select((count, days) => count * days).Sum() / users;
}
