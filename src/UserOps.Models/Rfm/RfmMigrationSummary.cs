namespace UserOps.Models.Rfm;

/// <summary>How many moved where between two instants. JSON round-trip.</summary>
/// <remarks>Mergeable where users are scored by given cuts at both instants; quantiles and means compare users with each other, and shards must share them first.</remarks>
public sealed record RfmMigrationSummary
{
    /// <summary>Gets what was asked at the first instant.</summary>
    public required RfmDefinition DefinitionBefore { get; init; }

    /// <summary>Gets what was asked at the second instant: the same, but for the cuts.</summary>
    public required RfmDefinition DefinitionAfter { get; init; }

    /// <summary>Gets the first instant.</summary>
    public required EvaluationContext Before { get; init; }

    /// <summary>Gets the second instant.</summary>
    public required EvaluationContext After { get; init; }

    /// <summary>Gets the moves between the eight groups.</summary>
    public required RfmMigrationCounts Groups { get; init; }

    /// <summary>Gets the moves between the named segments; null without a table.</summary>
    public RfmMigrationCounts? Segments { get; init; }

    /// <summary>Joins the moves of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definitions and instants.</param>
    /// <returns>What the users of both together give.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">
    /// The definitions, the contexts or the states differ, or users are scored or split by each other, so that the states of a part are not those of the whole.
    /// </exception>
    public static RfmMigrationSummary Merge(RfmMigrationSummary a, RfmMigrationSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.DefinitionBefore, a.Before, b.DefinitionBefore, b.Before, nameof(b));
        SummaryQuestion.RequireSame(a.DefinitionAfter, a.After, b.DefinitionAfter, b.After, nameof(b));
        RfmMerging.RequireShared(a.DefinitionBefore, nameof(a));
        RfmMerging.RequireShared(a.DefinitionAfter, nameof(a));
        return a with
        {
            Groups = RfmMigrationCounts.Add(a.Groups, b.Groups, nameof(b)),
            Segments = (a.Segments, b.Segments) switch
            {
                ({ } left, { } right) => RfmMigrationCounts.Add(left, right, nameof(b)),
                (null, null) => null,
                _ => throw new ArgumentException("One of the summaries has no moves between segments; they cannot be added up.", nameof(b)),
            },
        };
    }
}
