using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Settles which of several sources is believed, for one user and one tag.</summary>
internal static class TagConflict
{
    /// <param name="history">By instant, equal ones by arrival.</param>
    /// <param name="at">The instant that is asked.</param>
    /// <param name="sources">Best first; default and those not listed are all alike.</param>
    internal static TagValue? Settle(ImmutableArray<TagAssignment> history, DateTimeOffset at, ImmutableArray<string> sources)
    {
        var latest = new Dictionary<string, TagAssignment>(StringComparer.Ordinal);
        foreach (TagAssignment assignment in history.TakeWhile(assignment => assignment.AssignedAt <= at))
        {
            latest[assignment.Source] = assignment; // the one before it is superseded for good
        }

        TagAssignment[] said = [.. latest.Values
            .OrderBy(assignment => RankOf(assignment.Source, sources))
            .ThenByDescending(assignment => assignment.AssignedAt)
            .ThenBy(assignment => assignment.Source, StringComparer.Ordinal)];

        // The first of each rank has superseded the others of that rank, whether it still stands or not.
        TagAssignment? winner = said.DistinctBy(assignment => RankOf(assignment.Source, sources)).FirstOrDefault(assignment => assignment.StandsAt(at));
        return winner is null ? null : ValueOf(winner) with { Losers = [.. said.Where(assignment => assignment != winner && assignment.StandsAt(at))] };
    }

    private static TagValue ValueOf(TagAssignment winner) => new()
    {
        User = winner.User,
        Tag = winner.Tag,
        Value = winner.Value,
        Number = (double?)winner.Value.Number,
        AssignedAt = winner.AssignedAt,
        ValidUntil = winner.EndTicks < DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset(winner.EndTicks, TimeSpan.Zero) : null,
        Source = winner.Source,
        Confidence = winner.Confidence,
    };

    private static int RankOf(string source, ImmutableArray<string> sources)
        => sources.IsDefaultOrEmpty || sources.IndexOf(source, StringComparer.Ordinal) is not (>= 0 and var rank) ? int.MaxValue : rank;
}
