using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>The distribution of active blocks: counts that are sums over users. JSON round-trip, mergeable.</summary>
public sealed record StickinessSummary
{
    /// <summary>Gets what was asked.</summary>
    public required StickinessDefinition Definition { get; init; }

    /// <summary>Gets what "now" and "a day" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets how many blocks, counted from the first one, are over at 'as of'; where it is less than their number, users may still move up.</summary>
    public required int CompleteBlocks { get; init; }

    /// <summary>Gets the users of exactly 1, 2, ... blocks, whatever the definition asks; as many places as there are blocks.</summary>
    public required ImmutableArray<long> Exactly { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the number of blocks.</summary>
    [JsonIgnore]
    public int Blocks => Exactly.Length;

    /// <summary>Gets a value indicating whether all blocks are over.</summary>
    [JsonIgnore]
    public bool IsComplete => CompleteBlocks == Blocks;

    /// <summary>Gets the distribution as the definition asks for it: place n - 1 holds the users of exactly n blocks, or of n and more.</summary>
    [JsonIgnore]
    public ImmutableArray<long> Distribution => Definition.ComputedAs == StickinessCounting.Exact ? Exactly : AtLeast;

    /// <summary>Gets the users of 1, 2, ... blocks or more.</summary>
    [JsonIgnore]
    public ImmutableArray<long> AtLeast
    {
        get
        {
            long[] users = [.. Exactly];
            for (int i = users.Length - 2; i >= 0; i--)
            {
                users[i] += users[i + 1];
            }

            return [.. users];
        }
    }

    /// <summary>Gets the users active in at least one block.</summary>
    [JsonIgnore]
    public long Active => Exactly.Sum();

    /// <summary>Gets the mean number of active blocks over the active users; without a number where nobody was active.</summary>
    [JsonIgnore]
    public Measure<double> MeanBlocks => Active == 0
        ? UndefinedReason.EmptyPopulation
        : (double)Exactly.Select((users, i) => users * (i + 1)).Sum() / Active;

    /// <summary>Joins the summaries of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static StickinessSummary Merge(StickinessSummary a, StickinessSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Exactly = SummaryQuestion.Sum(a.Exactly, b.Exactly),
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(StickinessSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && CompleteBlocks == other.CompleteBlocks
        && ListEquality.Equal(Exactly, other.Exactly)
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, Context, CompleteBlocks, ListEquality.Hash(Exactly), ListEquality.Hash(UnknownEvents));
}
