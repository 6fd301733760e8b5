using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>The visits of one user, as a traffic report counts them.</summary>
public sealed record TrafficExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets all visits that were seen, in order of time, those outside the report too.</summary>
    public required ImmutableArray<TrafficVisit> Visits { get; init; }

    /// <summary>Gets how many views are in no visit, because no separator came before them.</summary>
    public required int ViewsWithoutVisit { get; init; }

    /// <summary>Gives the explanation as text, without regard to culture: the user, and a line for each visit.</summary>
    public override string ToString() => string.Join('\n', [$"{User}: {Visits.Length} visit(s)", .. Visits.Select(visit => $"  {visit}")]);

    /// <inheritdoc/>
    public bool Equals(TrafficExplanation? other) => other is not null
        && User == other.User && ListEquality.Equal(Visits, other.Visits) && ViewsWithoutVisit == other.ViewsWithoutVisit;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, ListEquality.Hash(Visits), ViewsWithoutVisit);
}
