namespace UserOps.Models;

/// <summary>Collects rows of users, events and contents, in any number of calls, and builds a dataset of them.</summary>
/// <remarks>
/// <para>A call that fails (the source throws, a row is bad under <see cref="OnBadRow.Throw"/>, a limit is met) leaves nothing behind:
/// the exception passes, and the builder is as it was before the call. Building does not use the builder up.</para>
/// <para>Not for use by several threads at once.</para>
/// </remarks>
public sealed partial class UserOpsDatasetBuilder
{
    private readonly PendingUserIds _ids = new();

    /// <summary>Initializes a new instance of the <see cref="UserOpsDatasetBuilder"/> class.</summary>
    /// <param name="options">How rows are treated that cannot be taken as they are; null for the defaults.</param>
    public UserOpsDatasetBuilder(IngestOptions? options = null)
    {
        Options = options ?? new IngestOptions();
        PendingUsers = new PendingUsers(Options, _ids);
        PendingEvents = new PendingEvents(Options, _ids);
        PendingContents = new PendingContents(Options);
    }

    internal IngestOptions Options { get; }

    internal PendingUsers PendingUsers { get; }

    internal PendingEvents PendingEvents { get; }

    internal PendingContents PendingContents { get; }

    /// <summary>Reads rows of the user table.</summary>
    /// <typeparam name="TRow">The caller's row.</typeparam>
    /// <param name="rows">The rows; read once, in order. Of two rows of one user the first counts.</param>
    /// <param name="map">Says where id and columns are found in a row.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The map is incomplete or contradicts an earlier one.</exception>
    /// <exception cref="BadRowException">A row cannot be taken, and the options say to throw.</exception>
    /// <exception cref="InvalidOperationException">The table would hold too many rows.</exception>
    public UserOpsDatasetBuilder AddUsers<TRow>(IEnumerable<TRow> rows, Action<UserMap<TRow>> map)
        => Add(rows, PendingUsers, () => new UserIntake<TRow>(PendingUsers, Mapped(new UserMap<TRow>(), map)));

    /// <summary>Reads rows of events.</summary>
    /// <typeparam name="TRow">The caller's row.</typeparam>
    /// <param name="rows">The rows; read once, in any order of time. The order of reading is the order of arrival.</param>
    /// <param name="map">Says where user, instant, name and columns are found in a row.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The map is incomplete or contradicts an earlier one.</exception>
    /// <exception cref="BadRowException">A row cannot be taken, and the options say to throw.</exception>
    /// <exception cref="InvalidOperationException">The table would hold too many rows or event names.</exception>
    public UserOpsDatasetBuilder AddEvents<TRow>(IEnumerable<TRow> rows, Action<EventMap<TRow>> map)
        => Add(rows, PendingEvents, () => BlockIntake<TRow>.Open(PendingEvents, Mapped(new EventMap<TRow>(), map)));

    /// <summary>Takes events that are columns already, at full speed where every row can be taken.</summary>
    /// <param name="columns">The columns; their memory must stay as it is until the dataset is built.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There are no names, or a column contradicts an earlier one.</exception>
    /// <exception cref="BadRowException">A row cannot be taken, and the options say to throw.</exception>
    /// <exception cref="InvalidOperationException">The table would hold too many rows or event names.</exception>
    public UserOpsDatasetBuilder AddEvents(EventColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return AddWhole(PendingEvents, () => ColumnsIntake.Add(PendingEvents, columns));
    }

    /// <summary>Reads rows of the content table.</summary>
    /// <typeparam name="TRow">The caller's row.</typeparam>
    /// <param name="rows">The rows; read once, in order. Of two rows of one content the first counts.</param>
    /// <param name="map">Says where id and columns are found in a row.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The map is incomplete or contradicts an earlier one.</exception>
    /// <exception cref="BadRowException">A row cannot be taken, and the options say to throw.</exception>
    /// <exception cref="InvalidOperationException">The table would hold too many rows.</exception>
    public UserOpsDatasetBuilder AddContents<TRow>(IEnumerable<TRow> rows, Action<ContentMap<TRow>> map)
        => Add(rows, PendingContents, () => new ContentIntake<TRow>(PendingContents, Mapped(new ContentMap<TRow>(), map)));

    /// <summary>Reads rows of the user table as they come.</summary>
    /// <inheritdoc cref="AddUsers{TRow}(IEnumerable{TRow}, Action{UserMap{TRow}})"/>
    /// <param name="rows">The rows; read once, in order. Of two rows of one user the first counts.</param>
    /// <param name="map">Says where id and columns are found in a row.</param>
    /// <param name="cancellationToken">Handed to the source; a call that is canceled leaves nothing behind.</param>
    public Task<UserOpsDatasetBuilder> AddUsersAsync<TRow>(
        IAsyncEnumerable<TRow> rows, Action<UserMap<TRow>> map, CancellationToken cancellationToken = default)
        => AddAsync(rows, PendingUsers, () => new UserIntake<TRow>(PendingUsers, Mapped(new UserMap<TRow>(), map)), cancellationToken);

    /// <summary>Reads rows of events as they come.</summary>
    /// <inheritdoc cref="AddEvents{TRow}(IEnumerable{TRow}, Action{EventMap{TRow}})"/>
    /// <param name="rows">The rows; read once, in any order of time. The order of reading is the order of arrival.</param>
    /// <param name="map">Says where user, instant, name and columns are found in a row.</param>
    /// <param name="cancellationToken">Handed to the source; a call that is canceled leaves nothing behind.</param>
    public Task<UserOpsDatasetBuilder> AddEventsAsync<TRow>(
        IAsyncEnumerable<TRow> rows, Action<EventMap<TRow>> map, CancellationToken cancellationToken = default)
        => AddAsync(rows, PendingEvents, () => BlockIntake<TRow>.Open(PendingEvents, Mapped(new EventMap<TRow>(), map)), cancellationToken);

    /// <summary>Reads rows of the content table as they come.</summary>
    /// <inheritdoc cref="AddContents{TRow}(IEnumerable{TRow}, Action{ContentMap{TRow}})"/>
    /// <param name="rows">The rows; read once, in order. Of two rows of one content the first counts.</param>
    /// <param name="map">Says where id and columns are found in a row.</param>
    /// <param name="cancellationToken">Handed to the source; a call that is canceled leaves nothing behind.</param>
    public Task<UserOpsDatasetBuilder> AddContentsAsync<TRow>(
        IAsyncEnumerable<TRow> rows, Action<ContentMap<TRow>> map, CancellationToken cancellationToken = default)
        => AddAsync(rows, PendingContents, () => new ContentIntake<TRow>(PendingContents, Mapped(new ContentMap<TRow>(), map)), cancellationToken);

    /// <summary>Builds a dataset of everything read so far. Nothing read gives a dataset of empty tables.</summary>
    /// <param name="run">Progress and threads; the dataset is the same for any of them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A dataset that shares nothing with the builder.</returns>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public UserOpsDataset Build(RunOptions? run = null, CancellationToken cancellationToken = default)
        => new DatasetAssembly(this, earlier: null, run, cancellationToken).Build();

    private static TMap Mapped<TMap>(TMap empty, Action<TMap> map)
    {
        ArgumentNullException.ThrowIfNull(map);
        map(empty);
        return empty;
    }

    private UserOpsDatasetBuilder Add<TRow>(IEnumerable<TRow> rows, PendingTable table, Func<IRowIntake<TRow>> open)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return AddWhole(table, () =>
        {
            IRowIntake<TRow> intake = open();
            if (rows.TryGetNonEnumeratedCount(out int expected))
            {
                intake.Expect(expected);
            }

            foreach (TRow row in rows)
            {
                intake.Add(row);
            }

            intake.Complete();
        });
    }

    /// <summary>Adds all of it or nothing.</summary>
    private UserOpsDatasetBuilder AddWhole(PendingTable table, Action add)
    {
        Action putBack = table.Save();
        try
        {
            add();
            return this;
        }
        catch
        {
            putBack();
            throw;
        }
    }

    private Task<UserOpsDatasetBuilder> AddAsync<TRow>(
        IAsyncEnumerable<TRow> rows, PendingTable table, Func<IRowIntake<TRow>> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return AddWholeAsync(table, async () =>
        {
            IRowIntake<TRow> intake = open();
            await foreach (TRow row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                intake.Add(row);
            }

            intake.Complete();
        });
    }

    private async Task<UserOpsDatasetBuilder> AddWholeAsync(PendingTable table, Func<Task> add)
    {
        Action putBack = table.Save();
        try
        {
            await add().ConfigureAwait(false);
            return this;
        }
        catch
        {
            putBack();
            throw;
        }
    }
}
