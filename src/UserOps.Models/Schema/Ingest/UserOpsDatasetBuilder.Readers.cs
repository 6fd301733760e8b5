using System.Data;
using System.Data.Common;

namespace UserOps.Models;

/// <content>The door for data readers.</content>
public sealed partial class UserOpsDatasetBuilder
{
    /// <summary>Reads rows of the user table from a reader, to its end.</summary>
    /// <param name="rows">The reader, before its first row; it is not closed.</param>
    /// <param name="map">Says where things are found, by lambda or by name of column.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="MissingColumnException">The map names a column the reader does not have.</exception>
    /// <exception cref="ArgumentException">The map is incomplete or contradicts an earlier one.</exception>
    /// <exception cref="BadRowException">A row cannot be taken, and the options say to throw.</exception>
    /// <exception cref="InvalidOperationException">The table would hold too many rows.</exception>
    public UserOpsDatasetBuilder AddUsers(IDataReader rows, Action<UserMap<IDataRecord>> map)
        => Add(rows, PendingUsers, () => new UserIntake<IDataRecord>(PendingUsers, Mapped(new UserMap<IDataRecord> { Records = new RecordColumns(rows) }, map)));

    /// <summary>Reads rows of the user table from a reader as they come, to its end.</summary>
    /// <inheritdoc cref="AddUsers(IDataReader, Action{UserMap{IDataRecord}})"/>
    /// <param name="rows">The reader, before its first row; it is not closed.</param>
    /// <param name="map">Says where things are found, by lambda or by name of column.</param>
    /// <param name="cancellationToken">Handed to the reader; a call that is canceled leaves nothing behind.</param>
    public Task<UserOpsDatasetBuilder> AddUsersAsync(
        DbDataReader rows, Action<UserMap<IDataRecord>> map, CancellationToken cancellationToken = default)
        => AddAsync(
            rows,
            PendingUsers,
            () => new UserIntake<IDataRecord>(PendingUsers, Mapped(new UserMap<IDataRecord> { Records = new RecordColumns(rows) }, map)),
            cancellationToken);

    /// <summary>Reads rows of events from a reader, to its end.</summary>
    /// <param name="rows">The reader, before its first row; it is not closed.</param>
    /// <param name="map">Says where things are found, by lambda or by name of column.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="MissingColumnException">The map names a column the reader does not have.</exception>
    /// <exception cref="ArgumentException">The map is incomplete or contradicts an earlier one.</exception>
    /// <exception cref="BadRowException">A row cannot be taken, and the options say to throw.</exception>
    /// <exception cref="InvalidOperationException">The table would hold too many rows.</exception>
    public UserOpsDatasetBuilder AddEvents(IDataReader rows, Action<EventMap<IDataRecord>> map)
        => Add(rows, PendingEvents, () => BlockIntake<IDataRecord>.Open(PendingEvents, Mapped(new EventMap<IDataRecord> { Records = new RecordColumns(rows) }, map)));

    /// <summary>Reads rows of events from a reader as they come, to its end.</summary>
    /// <inheritdoc cref="AddEvents(IDataReader, Action{EventMap{IDataRecord}})"/>
    /// <param name="rows">The reader, before its first row; it is not closed.</param>
    /// <param name="map">Says where things are found, by lambda or by name of column.</param>
    /// <param name="cancellationToken">Handed to the reader; a call that is canceled leaves nothing behind.</param>
    public Task<UserOpsDatasetBuilder> AddEventsAsync(
        DbDataReader rows, Action<EventMap<IDataRecord>> map, CancellationToken cancellationToken = default)
        => AddAsync(
            rows,
            PendingEvents,
            () => BlockIntake<IDataRecord>.Open(PendingEvents, Mapped(new EventMap<IDataRecord> { Records = new RecordColumns(rows) }, map)),
            cancellationToken);

    /// <summary>Reads rows of the content table from a reader, to its end.</summary>
    /// <param name="rows">The reader, before its first row; it is not closed.</param>
    /// <param name="map">Says where things are found, by lambda or by name of column.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="MissingColumnException">The map names a column the reader does not have.</exception>
    /// <exception cref="ArgumentException">The map is incomplete or contradicts an earlier one.</exception>
    /// <exception cref="BadRowException">A row cannot be taken, and the options say to throw.</exception>
    /// <exception cref="InvalidOperationException">The table would hold too many rows.</exception>
    public UserOpsDatasetBuilder AddContents(IDataReader rows, Action<ContentMap<IDataRecord>> map)
        => Add(rows, PendingContents, () => new ContentIntake<IDataRecord>(PendingContents, Mapped(new ContentMap<IDataRecord> { Records = new RecordColumns(rows) }, map)));

    /// <summary>Reads rows of the content table from a reader as they come, to its end.</summary>
    /// <inheritdoc cref="AddContents(IDataReader, Action{ContentMap{IDataRecord}})"/>
    /// <param name="rows">The reader, before its first row; it is not closed.</param>
    /// <param name="map">Says where things are found, by lambda or by name of column.</param>
    /// <param name="cancellationToken">Handed to the reader; a call that is canceled leaves nothing behind.</param>
    public Task<UserOpsDatasetBuilder> AddContentsAsync(
        DbDataReader rows, Action<ContentMap<IDataRecord>> map, CancellationToken cancellationToken = default)
        => AddAsync(
            rows,
            PendingContents,
            () => new ContentIntake<IDataRecord>(PendingContents, Mapped(new ContentMap<IDataRecord> { Records = new RecordColumns(rows) }, map)),
            cancellationToken);

    private UserOpsDatasetBuilder Add(IDataReader rows, PendingTable table, Func<IRowIntake<IDataRecord>> open)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return AddWhole(table, () =>
        {
            IRowIntake<IDataRecord> intake = open();
            while (rows.Read())
            {
                intake.Add(rows);
            }

            intake.Complete();
        });
    }

    private Task<UserOpsDatasetBuilder> AddAsync(
        DbDataReader rows, PendingTable table, Func<IRowIntake<IDataRecord>> open, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return AddWholeAsync(table, async () =>
        {
            IRowIntake<IDataRecord> intake = open();
            while (await rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                intake.Add(rows);
            }

            intake.Complete();
        });
    }
}
