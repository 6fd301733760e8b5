namespace UserOps.Models;

/// <summary>Users, what they did and the content they did it to: three immutable tables over one directory; shared freely between threads.</summary>
/// <remarks>Tables are never null, only empty. Ordinals never change: sets made for this dataset stay usable after appending.</remarks>
public sealed class UserOpsDataset
{
    internal UserOpsDataset(UserDirectory directory, UserTable users, EventTable events, ContentTable contents, IngestReport ingest)
    {
        Directory = directory;
        Users = users;
        Events = events;
        Contents = contents;
        Ingest = ingest;
    }

    /// <summary>Gets who is who: ids and ordinals.</summary>
    public UserDirectory Directory { get; }

    /// <summary>Gets the user table.</summary>
    public UserTable Users { get; }

    /// <summary>Gets the event log.</summary>
    public EventTable Events { get; }

    /// <summary>Gets the contents.</summary>
    public ContentTable Contents { get; }

    /// <summary>Gets what was read, taken and refused.</summary>
    public IngestReport Ingest { get; }

    /// <summary>Gets the event ids seen so far; null when none was mapped.</summary>
    internal EventIdSet? EventIds { get; init; }

    /// <summary>Gets a value indicating whether users of a larger dataset were left out here.</summary>
    internal bool IsSelection { get; init; }

    /// <summary>Builds a dataset of events alone.</summary>
    /// <typeparam name="TRow">The caller's row.</typeparam>
    /// <param name="rows">The rows; read once, in any order of time. The order of reading is the order of arrival.</param>
    /// <param name="map">Says where user, instant, name and columns are found in a row.</param>
    /// <param name="options">How rows are treated that cannot be taken as they are; null for the defaults.</param>
    /// <returns>The dataset; its user table has no rows.</returns>
    /// <exception cref="ArgumentException">The map is incomplete.</exception>
    /// <exception cref="BadRowException">A row cannot be taken, and the options say to throw.</exception>
    public static UserOpsDataset FromEvents<TRow>(IEnumerable<TRow> rows, Action<EventMap<TRow>> map, IngestOptions? options = null)
        => new UserOpsDatasetBuilder(options).AddEvents(rows, map).Build();

    /// <summary>Builds a dataset of this one and what a builder has read since. This one stays as it is.</summary>
    /// <param name="more">The rows that follow; in order of arrival they come after everything here.</param>
    /// <param name="run">Progress and threads; the dataset is the same for any of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// A dataset in which every user keeps the ordinal; new users follow, those of the user table first. Event ids seen here make later
    /// rows duplicates; a row for a user or content that has one is a duplicate.
    /// </returns>
    /// <exception cref="ArgumentException">User ids are of another kind, or a column of the same name is.</exception>
    /// <exception cref="InvalidOperationException">
    /// A table would hold too many rows or event names; or this dataset holds chosen users of another, and rows of users who were left out would
    /// make new users without a past of them.
    /// </exception>
    public UserOpsDataset Append(UserOpsDatasetBuilder more, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(more);
        if (IsSelection)
        {
            throw new InvalidOperationException("This dataset holds chosen users of another; append to that one, and choose again.");
        }

        return new DatasetAssembly(more, this, run, cancellationToken).Build();
    }
}
