namespace UserOps.Models;

/// <summary>Says where the parts of an event are found in a row: user, instant and name always; event id, content and columns if there are any.</summary>
/// <typeparam name="TRow">The caller's row.</typeparam>
public sealed class EventMap<TRow> : ColumnMap<TRow, EventMap<TRow>>
{
    internal EventMap()
    {
    }

    internal IdReader<TRow>? UserReader { get; private set; }

    internal RowReader<TRow, long>? InstantReader { get; private set; }

    internal RowReader<TRow, string?>? NameReader { get; private set; }

    internal IdReader<TRow>? EventIdReader { get; private set; }

    internal RowReader<TRow, string?>? ContentReader { get; private set; }

    private protected override EventMap<TRow> Self => this;

    /// <summary>Maps the user by text; null and the empty text reject the row.</summary>
    /// <param name="id">Gives the caller's key.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The user is mapped already.</exception>
    public EventMap<TRow> User(Func<TRow, string?> id) => User(IdReader<TRow>.OfText(Lambda(MapColumns.User, id)));

    /// <summary>Maps the user by number; every number is an id.</summary>
    /// <param name="id">Gives the caller's key.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The user is mapped already.</exception>
    public EventMap<TRow> User(Func<TRow, long> id) => User(IdReader<TRow>.OfNumber(Lambda(MapColumns.User, id)));

    /// <summary>Maps the user by GUID; the all-zero GUID is an id.</summary>
    /// <param name="id">Gives the caller's key.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The user is mapped already.</exception>
    public EventMap<TRow> User(Func<TRow, Guid> id) => User(IdReader<TRow>.OfUnique(Lambda(MapColumns.User, id)));

    /// <summary>Maps the instant; the offset makes it plain.</summary>
    /// <param name="instant">Gives the instant. Before 1970 rejects the row.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The instant is mapped already.</exception>
    public EventMap<TRow> At(Func<TRow, DateTimeOffset> instant)
    {
        ArgumentNullException.ThrowIfNull(instant);
        return At(new OffsetInstantReader<TRow>(MapColumns.Instant, instant));
    }

    /// <summary>Maps the instant by a date and time of <see cref="DateTimeKind.Utc"/>; any other kind rejects the row.</summary>
    /// <param name="utc">Gives the instant. Before 1970 rejects the row.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The instant is mapped already.</exception>
    public EventMap<TRow> At(Func<TRow, DateTime> utc)
    {
        ArgumentNullException.ThrowIfNull(utc);
        return At(new UtcInstantReader<TRow>(MapColumns.Instant, utc));
    }

    /// <summary>Maps the instant by the date and time that the clocks of a zone show.</summary>
    /// <param name="local">
    /// Gives the local time, of <see cref="DateTimeKind.Unspecified"/>; one of <see cref="DateTimeKind.Utc"/> is taken at its word,
    /// one of <see cref="DateTimeKind.Local"/> means the zone of some machine and rejects the row.
    /// </param>
    /// <param name="zone">The zone. A time shown twice is the earlier one; a skipped time is moved forward by the length of the gap.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The instant is mapped already.</exception>
    public EventMap<TRow> At(Func<TRow, DateTime> local, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(local);
        ArgumentNullException.ThrowIfNull(zone);
        return At(new LocalInstantReader<TRow>(MapColumns.Instant, local, zone));
    }

    /// <summary>Maps the event name; null and the empty text reject the row.</summary>
    /// <param name="name">Gives the name.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The name is mapped already.</exception>
    public EventMap<TRow> Name(Func<TRow, string?> name) => Name(Lambda(MapColumns.Name, name));

    /// <summary>Gives every event one name, for a source that holds one kind of event, such as orders.</summary>
    /// <param name="name">The name; not empty.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The name is empty, or mapped already.</exception>
    public EventMap<TRow> Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Name(new ConstantReader<TRow, string?>(MapColumns.Name, name));
    }

    /// <summary>Maps an id of the event by text: a row that repeats an id is a duplicate. Rows without an id repeat none.</summary>
    /// <param name="id">Gives the id; null and the empty text where there is none.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The event id is mapped already.</exception>
    public EventMap<TRow> EventId(Func<TRow, string?> id) => EventId(IdReader<TRow>.OfText(Lambda(MapColumns.EventId, id)));

    /// <summary>Maps an id of the event by number: a row that repeats an id is a duplicate.</summary>
    /// <param name="id">Gives the id.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The event id is mapped already.</exception>
    public EventMap<TRow> EventId(Func<TRow, long> id) => EventId(IdReader<TRow>.OfNumber(Lambda(MapColumns.EventId, id)));

    /// <summary>Maps an id of the event by GUID: a row that repeats an id is a duplicate. The all-zero GUID is an id.</summary>
    /// <param name="id">Gives the id.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The event id is mapped already.</exception>
    public EventMap<TRow> EventId(Func<TRow, Guid> id) => EventId(IdReader<TRow>.OfUnique(Lambda(MapColumns.EventId, id)));

    /// <summary>Maps the content the event refers to; its attributes are then read as <c>content.x</c>.</summary>
    /// <param name="id">Gives the content id; null and the empty text where the event refers to none.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The content is mapped already: an event refers to one content at most.</exception>
    public EventMap<TRow> Content(Func<TRow, string?> id) => Content(Lambda(MapColumns.Content, id));

    internal EventMap<TRow> User(IdReader<TRow> reader)
    {
        RequireFirst(UserReader, "user");
        UserReader = reader;
        return this;
    }

    internal EventMap<TRow> At(RowReader<TRow, long> reader)
    {
        RequireFirst(InstantReader, "instant");
        InstantReader = reader;
        return this;
    }

    internal EventMap<TRow> Name(RowReader<TRow, string?> reader)
    {
        RequireFirst(NameReader, "name");
        NameReader = reader;
        return this;
    }

    internal EventMap<TRow> EventId(IdReader<TRow> reader)
    {
        RequireFirst(EventIdReader, "event id");
        EventIdReader = reader;
        return this;
    }

    internal EventMap<TRow> Content(RowReader<TRow, string?> reader)
    {
        RequireFirst(ContentReader, "content");
        ContentReader = reader;
        return this;
    }

    /// <summary>Refuses a map without user, instant or name.</summary>
    internal void RequireComplete()
    {
        Require(UserReader, "User");
        Require(InstantReader, "At");
        Require(NameReader, "Name");
    }

    /// <summary>Makes the map of a block of rows that are held, and what holds them.</summary>
    internal EventMap<int> Held(List<IRowHolder<TRow>> holders)
    {
        var held = new EventMap<int>();
        held.User(UserReader!.Held(holders));
        held.At(Hold(InstantReader!));
        held.Name(Hold(NameReader!));
        if (EventIdReader is not null)
        {
            held.EventId(EventIdReader.Held(holders));
        }

        if (ContentReader is not null)
        {
            held.Content(Hold(ContentReader));
        }

        foreach (PropertyWriter<TRow> property in Properties)
        {
            property.AddHeld(held, holders);
        }

        return held;

        HeldValues<TRow, T> Hold<T>(RowReader<TRow, T> source)
        {
            var values = new HeldValues<TRow, T>(source);
            holders.Add(values);
            return values;
        }
    }

    private static LambdaReader<TRow, T> Lambda<T>(string column, Func<TRow, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return new LambdaReader<TRow, T>(column, read);
    }

    private static void RequireFirst(object? earlier, string part)
    {
        if (earlier is not null)
        {
            throw new ArgumentException($"The {part} of an event is mapped twice.");
        }
    }

    private static void Require(object? part, string method)
    {
        if (part is null)
        {
            throw new ArgumentException($"The map of an event needs {method}(...).");
        }
    }
}
