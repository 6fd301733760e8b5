using System.Data;

namespace UserOps.Models;

/// <summary>Maps of a reader's columns by name, for any database driver and any CSV reader that gives an <see cref="IDataReader"/>.</summary>
/// <remarks>
/// Values are taken as the driver gives them or read from text, without regard to culture; one that cannot be read rejects its row. Null
/// and the empty text are missing: an empty field of a file is no text. Names of columns are matched exactly, else without regard to case.
/// </remarks>
public static class RecordMaps
{
    /// <summary>Maps the user of an event.</summary>
    /// <param name="map">The map.</param>
    /// <param name="column">The column.</param>
    /// <param name="kind">What ids are to be: text, where numbers become their digits; numbers; or GUIDs.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The user is mapped already, or the kind is none of the three.</exception>
    public static EventMap<IDataRecord> User(this EventMap<IDataRecord> map, string column, UserIdKind kind = UserIdKind.Text)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.User(IdOf(map, column, kind));
    }

    /// <summary>Maps the user of a row of the user table.</summary>
    /// <param name="map">The map.</param>
    /// <param name="column">The column.</param>
    /// <param name="kind">What ids are to be: text, where numbers become their digits; numbers; or GUIDs.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The user is mapped already, or the kind is none of the three.</exception>
    public static UserMap<IDataRecord> User(this UserMap<IDataRecord> map, string column, UserIdKind kind = UserIdKind.Text)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.User(IdOf(map, column, kind));
    }

    /// <summary>Maps the id of a content.</summary>
    /// <param name="map">The map.</param>
    /// <param name="column">The column.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The id is mapped already.</exception>
    public static ContentMap<IDataRecord> Id(this ContentMap<IDataRecord> map, string column)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Id(new RecordTextReader(column, map.PositionOf(column)));
    }

    /// <summary>Maps the instant of an event.</summary>
    /// <param name="map">The map.</param>
    /// <param name="column">
    /// The column: native instants, or texts such as <c>2026-03-01T09:30:00+08:00</c>, <c>2026-03-01 09:30</c>, <c>20260301</c>.
    /// </param>
    /// <param name="zone">
    /// The zone on whose clocks values without an offset are read; a date alone is its midnight. A time shown twice is the earlier one;
    /// a skipped time is moved forward by the length of the gap. Null: such values reject the row.
    /// </param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The instant is mapped already.</exception>
    public static EventMap<IDataRecord> At(this EventMap<IDataRecord> map, string column, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.At(new RecordInstantReader(column, map.PositionOf(column), zone));
    }

    /// <summary>Maps the name of an event.</summary>
    /// <param name="map">The map.</param>
    /// <param name="column">The column.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The name is mapped already.</exception>
    public static EventMap<IDataRecord> Name(this EventMap<IDataRecord> map, string column)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Name(new RecordTextReader(column, map.PositionOf(column)));
    }

    /// <summary>Maps an id of the event: a row that repeats one is a duplicate. Rows without an id repeat none.</summary>
    /// <param name="map">The map.</param>
    /// <param name="column">The column.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The event id is mapped already.</exception>
    public static EventMap<IDataRecord> EventId(this EventMap<IDataRecord> map, string column)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.EventId(IdReader<IDataRecord>.OfText(new RecordTextReader(column, map.PositionOf(column))));
    }

    /// <summary>Maps the content the event refers to.</summary>
    /// <param name="map">The map.</param>
    /// <param name="column">The column.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The content is mapped already.</exception>
    public static EventMap<IDataRecord> Content(this EventMap<IDataRecord> map, string column)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Content(new RecordTextReader(column, map.PositionOf(column)));
    }

    /// <summary>Maps a category.</summary>
    /// <typeparam name="TMap">The map's type.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="field">The handle of the column.</param>
    /// <param name="column">The column of the reader.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The field is mapped already.</exception>
    public static TMap With<TMap>(this ColumnMap<IDataRecord, TMap> map, CategoryField field, string column)
        where TMap : ColumnMap<IDataRecord, TMap>
        => Add(map, field, new RecordTextReader(column, map.PositionOf(column)));

    /// <summary>Maps a measured number.</summary>
    /// <inheritdoc cref="With{TMap}(ColumnMap{IDataRecord, TMap}, CategoryField, string)"/>
    public static TMap With<TMap>(this ColumnMap<IDataRecord, TMap> map, NumberField field, string column)
        where TMap : ColumnMap<IDataRecord, TMap>
        => Add(map, field, new RecordDoubleReader(column, map.PositionOf(column)));

    /// <summary>Maps an exact quantity; a binary fraction is taken as the shortest decimal that stands for it.</summary>
    /// <inheritdoc cref="With{TMap}(ColumnMap{IDataRecord, TMap}, CategoryField, string)"/>
    public static TMap With<TMap>(this ColumnMap<IDataRecord, TMap> map, QuantityField field, string column)
        where TMap : ColumnMap<IDataRecord, TMap>
        => Add(map, field, new RecordDecimalReader(column, map.PositionOf(column)));

    /// <summary>Maps an amount of money; a binary fraction is taken as the shortest decimal that stands for it.</summary>
    /// <inheritdoc cref="With{TMap}(ColumnMap{IDataRecord, TMap}, CategoryField, string)"/>
    public static TMap With<TMap>(this ColumnMap<IDataRecord, TMap> map, AmountField field, string column)
        where TMap : ColumnMap<IDataRecord, TMap>
        => Add(map, field, new RecordDecimalReader(column, map.PositionOf(column)));

    /// <summary>Maps an amount of money that stands beside its currency; any currency but the field's rejects the row.</summary>
    /// <typeparam name="TMap">The map's type.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="field">The handle of the column.</param>
    /// <param name="column">The column of the reader with the amount.</param>
    /// <param name="currencyColumn">The column of the reader with the currency's code.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The field is mapped already.</exception>
    public static TMap With<TMap>(this ColumnMap<IDataRecord, TMap> map, AmountField field, string column, string currencyColumn)
        where TMap : ColumnMap<IDataRecord, TMap>
    {
        ArgumentNullException.ThrowIfNull(field);
        return Add(map, field, new CurrencyReader<IDataRecord>(
            field.Currency,
            new RecordDecimalReader(column, map.PositionOf(column)),
            new RecordTextReader(currencyColumn, map.PositionOf(currencyColumn))));
    }

    /// <summary>Maps a flag: true, false, 1 or 0.</summary>
    /// <inheritdoc cref="With{TMap}(ColumnMap{IDataRecord, TMap}, CategoryField, string)"/>
    public static TMap With<TMap>(this ColumnMap<IDataRecord, TMap> map, FlagField field, string column)
        where TMap : ColumnMap<IDataRecord, TMap>
        => Add(map, field, new RecordFlagReader(column, map.PositionOf(column)));

    /// <summary>Maps an instant; see <see cref="At"/> for texts and zones.</summary>
    /// <typeparam name="TMap">The map's type.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="field">The handle of the column.</param>
    /// <param name="column">The column of the reader.</param>
    /// <param name="zone">The zone on whose clocks values without an offset are read; null: such values reject the row.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The field is mapped already.</exception>
    public static TMap With<TMap>(this ColumnMap<IDataRecord, TMap> map, InstantField field, string column, TimeZoneInfo? zone = null)
        where TMap : ColumnMap<IDataRecord, TMap>
        => Add(map, field, new RecordOptionalInstantReader(column, map.PositionOf(column), zone));

    /// <summary>Maps a calendar date; a date and time only where the time is midnight.</summary>
    /// <inheritdoc cref="With{TMap}(ColumnMap{IDataRecord, TMap}, CategoryField, string)"/>
    public static TMap With<TMap>(this ColumnMap<IDataRecord, TMap> map, DateField field, string column)
        where TMap : ColumnMap<IDataRecord, TMap>
        => Add(map, field, new RecordDateReader(column, map.PositionOf(column)));

    /// <summary>Maps a set of texts that one field holds.</summary>
    /// <typeparam name="TMap">The map's type.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="field">The handle of the column.</param>
    /// <param name="column">The column of the reader.</param>
    /// <param name="separator">What stands between the texts; white space around them is not part of them.</param>
    /// <returns>The map.</returns>
    /// <exception cref="MissingColumnException">There is no such column.</exception>
    /// <exception cref="ArgumentException">The field is mapped already.</exception>
    public static TMap With<TMap>(this ColumnMap<IDataRecord, TMap> map, SetField field, string column, char separator)
        where TMap : ColumnMap<IDataRecord, TMap>
        => Add(map, field, new RecordSetReader(column, map.PositionOf(column), separator));

    private static TMap Add<TMap, TValue>(ColumnMap<IDataRecord, TMap> map, Field field, RowReader<IDataRecord, TValue> reader)
        where TMap : ColumnMap<IDataRecord, TMap>
    {
        ArgumentNullException.ThrowIfNull(field);
        return map.Add(field, reader);
    }

    private static IdReader<IDataRecord> IdOf<TMap>(ColumnMap<IDataRecord, TMap> map, string column, UserIdKind kind)
        where TMap : ColumnMap<IDataRecord, TMap>
    {
        int position = map.PositionOf(column);
        return kind switch
        {
            UserIdKind.Text => IdReader<IDataRecord>.OfText(new RecordTextReader(column, position)),
            UserIdKind.Number => IdReader<IDataRecord>.OfNumber(new RecordNumberIdReader(column, position)),
            UserIdKind.Unique => IdReader<IDataRecord>.OfUnique(new RecordUniqueIdReader(column, position)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Ids are text, numbers or GUIDs."),
        };
    }
}
