using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>Who was given which value when: every assignment is kept, and asked at an instant. Immutable, shared freely between threads.</summary>
/// <remarks>
/// <para>A value stands on [assigned, end). A later assignment supersedes an earlier one for good: when the later one ends, the earlier does not
/// come back. Of two at one instant by one source, the one that arrived later counts.</para>
/// <para>Sources that are believed differently do not supersede each other: the best one with a value that stands wins. Sources believed alike do,
/// by freshness, and at one instant the ordinally smaller name wins. Who loses is kept with the answer.</para>
/// </remarks>
public sealed class TagLedger
{
    private readonly Dictionary<(UserId User, string Tag), ImmutableArray<TagAssignment>> _histories;

    /// <summary>Initializes a new instance of the <see cref="TagLedger"/> class.</summary>
    /// <param name="assignments">In the order of arrival, which decides between equal instants of one source; in any order of time. Copied.</param>
    /// <exception cref="ArgumentNullException">The assignments are null.</exception>
    /// <exception cref="InvalidDefinitionException">An assignment cannot be; every fault is in <c>Issues</c>, by position.</exception>
    public TagLedger(IEnumerable<TagAssignment> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        Assignments = [.. assignments];
        InvalidDefinitionException.ThrowIfAny(TagAssignmentRules.Check(Assignments));
        _histories = Assignments
            .GroupBy(assignment => (assignment.User, assignment.Tag))
            .ToDictionary(group => group.Key, group => group.OrderBy(assignment => assignment.AssignedAt).ToImmutableArray()); // stable: arrival decides between equals
        Users = [.. Assignments.Select(assignment => assignment.User).Distinct()];
    }

    /// <summary>Gets every assignment, in the order of arrival.</summary>
    public ImmutableArray<TagAssignment> Assignments { get; }

    /// <summary>Gets every user who was ever given a value, in the order of arrival.</summary>
    public ImmutableArray<UserId> Users { get; }

    /// <summary>Makes the ledger with more assignments, which arrived after those here. This one stays as it is.</summary>
    /// <param name="more">In the order of arrival.</param>
    /// <exception cref="InvalidDefinitionException">An assignment cannot be.</exception>
    public TagLedger With(IEnumerable<TagAssignment> more) => new(Assignments.Concat(more));

    /// <summary>Lists all that one user was given for a tag.</summary>
    /// <param name="user">Any user.</param>
    /// <param name="tag">The id of the tag, ordinal.</param>
    /// <returns>By instant, equal ones by arrival; empty for nothing.</returns>
    public ImmutableArray<TagAssignment> HistoryOf(UserId user, string tag) => _histories.GetValueOrDefault((user, tag), []);

    /// <summary>Gets the value of a tag for one user at an instant.</summary>
    /// <param name="user">Any user.</param>
    /// <param name="tag">The id of the tag, ordinal.</param>
    /// <param name="at">The instant; later assignments are not seen.</param>
    /// <param name="sources">Who is believed, best first; those not listed come after them, all alike. Default: all alike.</param>
    /// <returns>Null where no value stands.</returns>
    public TagValue? ValueAt(UserId user, string tag, DateTimeOffset at, ImmutableArray<string> sources = default)
        => TagConflict.Settle(HistoryOf(user, tag), at, sources);

    /// <summary>Lists the values of a tag that stand at an instant.</summary>
    /// <param name="tag">The id of the tag, ordinal.</param>
    /// <param name="at">The instant; later assignments are not seen.</param>
    /// <param name="sources">Who is believed, best first; those not listed come after them, all alike. Default: all alike.</param>
    /// <returns>In the order of <see cref="Users"/>, without those of whom no value stands.</returns>
    public ImmutableArray<TagValue> ValuesAt(string tag, DateTimeOffset at, ImmutableArray<string> sources = default)
        => [.. Users.Select(user => ValueAt(user, tag, at, sources)).OfType<TagValue>()];

    /// <summary>Makes the column of an imported tag that a <see cref="TagModel"/> takes: the values that stand at an instant, for all users of a dataset.</summary>
    /// <param name="tag">The definition; it says who is believed.</param>
    /// <param name="directory">The users of the dataset. Assignments to others are passed over.</param>
    /// <param name="at">The instant, at or before that of the evaluation.</param>
    /// <returns>The column; a value that does not fit the type of the tag is among <see cref="TagColumn.Refused"/>.</returns>
    /// <exception cref="ArgumentNullException">The definition or the directory is null.</exception>
    /// <exception cref="ArgumentException">The tag is of sets, which no assignment holds.</exception>
    public TagColumn ColumnOf(TagDefinition tag, UserDirectory directory, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(tag);
        ArgumentNullException.ThrowIfNull(directory);
        ImmutableArray<string> sources = (tag.Computation as ImportedComputation)?.Sources ?? [];
        return AssignedColumn.Of(tag, directory, ValuesAt(tag.Id, at, sources));
    }
}
