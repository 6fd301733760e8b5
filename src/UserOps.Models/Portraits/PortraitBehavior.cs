using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>What one user did up to 'as of', in short.</summary>
public sealed record PortraitBehavior
{
    /// <summary>Gets the instant of the first event; null for a user who did nothing.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>Gets the instant of the last event; null for a user who did nothing.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Gets how often each event occurred: the most frequent first, of equal ones the ordinally first. Empty for a user who did nothing.</summary>
    public required ImmutableArray<PortraitEventCount> Events { get; init; }

    /// <summary>Gets the number of all events.</summary>
    [JsonIgnore]
    public long Total => Events.Sum(each => each.Count);

    /// <inheritdoc/>
    public bool Equals(PortraitBehavior? other) => other is not null && First == other.First && Last == other.Last && ListEquality.Equal(Events, other.Events);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(First, Last, ListEquality.Hash(Events));

    /// <summary>Writes the first and the last instant and a line for each event.</summary>
    public override string ToString() => PortraitText.Of(this);
}
