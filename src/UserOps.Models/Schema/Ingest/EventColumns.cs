using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;

namespace UserOps.Models;

/// <summary>Events as ready columns, one value a row: the fastest door, for data that are columns already.</summary>
/// <remarks>
/// The memory is borrowed, not copied: leave it as it is until the dataset is built. Rows may be in any order of time; their order is the
/// order of arrival. All columns have the same length.
/// </remarks>
public sealed class EventColumns
{
    private readonly List<ReadyColumn> _properties = [];
    private ReadOnlyMemory<ushort>? _nameCodes;
    private ImmutableArray<string> _names;

    /// <summary>Initializes a new instance of the <see cref="EventColumns"/> class for users known by number.</summary>
    /// <param name="users">The user of each row.</param>
    /// <param name="utcTicks">The instant of each row, as <see cref="DateTimeOffset.UtcTicks"/>.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public EventColumns(ReadOnlyMemory<long> users, ReadOnlyMemory<long> utcTicks)
        : this(users.Length, utcTicks)
    {
        Numbers = users;
        UserReader = IdReader<int>.OfNumber(new LambdaReader<int, long>(MapColumns.User, row => users.Span[row]));
    }

    /// <summary>Initializes a new instance of the <see cref="EventColumns"/> class for users known by text.</summary>
    /// <param name="users">The user of each row; null and the empty text reject the row.</param>
    /// <param name="utcTicks">The instant of each row, as <see cref="DateTimeOffset.UtcTicks"/>.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public EventColumns(ReadOnlyMemory<string?> users, ReadOnlyMemory<long> utcTicks)
        : this(users.Length, utcTicks)
        => UserReader = IdReader<int>.OfText(new LambdaReader<int, string?>(MapColumns.User, row => users.Span[row]));

    /// <summary>Initializes a new instance of the <see cref="EventColumns"/> class for users known by GUID.</summary>
    /// <param name="users">The user of each row.</param>
    /// <param name="utcTicks">The instant of each row, as <see cref="DateTimeOffset.UtcTicks"/>.</param>
    /// <exception cref="ArgumentException">The columns differ in length.</exception>
    public EventColumns(ReadOnlyMemory<Guid> users, ReadOnlyMemory<long> utcTicks)
        : this(users.Length, utcTicks)
        => UserReader = IdReader<int>.OfUnique(new LambdaReader<int, Guid>(MapColumns.User, row => users.Span[row]));

    private EventColumns(int count, ReadOnlyMemory<long> utcTicks)
    {
        Count = count;
        RequireLength(utcTicks.Length, "instants");
        UtcTicks = utcTicks;
        UserReader = null!;
    }

    /// <summary>Gets the number of rows.</summary>
    public int Count { get; }

    internal IdReader<int> UserReader { get; }

    /// <summary>Gets the users, where they are numbers.</summary>
    internal ReadOnlyMemory<long>? Numbers { get; }

    internal ReadOnlyMemory<long> UtcTicks { get; }

    internal IReadOnlyList<ReadyColumn> Properties => _properties;

    internal IdReader<int>? EventIdReader { get; private set; }

    internal ReadOnlyMemory<string?>? ContentIds { get; private set; }

    /// <summary>Gives each row an event name by code.</summary>
    /// <param name="codes">An index into <paramref name="names"/> for each row.</param>
    /// <param name="names">The names; none empty, none twice. One that no row uses is not in the table.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The column has another length, a name is empty or given twice, or a code has no name.</exception>
    public EventColumns Names(ReadOnlyMemory<ushort> codes, params ReadOnlySpan<string> names)
    {
        RequireLength(codes.Length, "name codes");
        RequireNames(names);
        int highest = codes.IsEmpty ? -1 : TensorPrimitives.Max(codes.Span);
        if (highest >= names.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A row has name code {highest}, but there are {names.Length} names."), nameof(codes));
        }

        _nameCodes = codes;
        _names = [.. names];
        return this;
    }

    /// <summary>Gives every row one event name.</summary>
    /// <param name="name">The name; not empty.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public EventColumns Named(string name) => Names(new ushort[Count], name);

    /// <summary>Gives each row an id: a row that repeats one is a duplicate.</summary>
    /// <param name="ids">The ids.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public EventColumns EventIds(ReadOnlyMemory<long> ids)
    {
        RequireLength(ids.Length, "event ids");
        EventIdReader = IdReader<int>.OfNumber(new LambdaReader<int, long>(MapColumns.EventId, row => ids.Span[row]));
        return this;
    }

    /// <summary>Gives each row an id: a row that repeats one is a duplicate. Rows without an id repeat none.</summary>
    /// <param name="ids">The ids; null and the empty text where there is none.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public EventColumns EventIds(ReadOnlyMemory<string?> ids)
    {
        RequireLength(ids.Length, "event ids");
        EventIdReader = IdReader<int>.OfText(new LambdaReader<int, string?>(MapColumns.EventId, row => ids.Span[row]));
        return this;
    }

    /// <summary>Gives each row an id: a row that repeats one is a duplicate. The all-zero GUID is an id.</summary>
    /// <param name="ids">The ids.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public EventColumns EventIds(ReadOnlyMemory<Guid> ids)
    {
        RequireLength(ids.Length, "event ids");
        EventIdReader = IdReader<int>.OfUnique(new LambdaReader<int, Guid>(MapColumns.EventId, row => ids.Span[row]));
        return this;
    }

    /// <summary>Gives each row the content it refers to.</summary>
    /// <param name="ids">The content ids; null and the empty text where there is none.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The column has another length.</exception>
    public EventColumns Contents(ReadOnlyMemory<string?> ids)
    {
        RequireLength(ids.Length, "content ids");
        ContentIds = ids;
        return this;
    }

    /// <summary>Adds a category.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="values">The text of each row; null where it is missing.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">The column has another length or is given twice, or its name is one of the library's own.</exception>
    public EventColumns With(CategoryField field, ReadOnlyMemory<string?> values) => Add(new ReadyTexts(field, values));

    /// <summary>Adds measured numbers.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="values">The number of each row; NaN and infinities reject the row.</param>
    /// <param name="present">Which rows have a value; empty when all have.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">A column has another length or is given twice, or its name is one of the library's own.</exception>
    public EventColumns With(NumberField field, ReadOnlyMemory<double> values, ReadOnlyMemory<bool> present = default)
        => Add(new ReadySlots<double?, double>(field, values, present, double.IsFinite, value => value), present);

    /// <summary>Adds exact quantities.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="units">Whole numbers of the smallest unit: 12.5 at scale 4 is 125,000.</param>
    /// <param name="present">Which rows have a value; empty when all have.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">A column has another length or is given twice, or its name is one of the library's own.</exception>
    public EventColumns With(QuantityField field, ReadOnlyMemory<long> units, ReadOnlyMemory<bool> present = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Add(new ReadySlots<decimal?, long>(field, units, present, null, value => DecimalUnits.ToDecimal(value, field.Scale)), present);
    }

    /// <summary>Adds amounts of money.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="units">Whole numbers of the smallest unit: 12.5 at scale 4 is 125,000.</param>
    /// <param name="present">Which rows have a value; empty when all have.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">A column has another length or is given twice, or its name is one of the library's own.</exception>
    public EventColumns With(AmountField field, ReadOnlyMemory<long> units, ReadOnlyMemory<bool> present = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Add(new ReadySlots<decimal?, long>(field, units, present, null, value => DecimalUnits.ToDecimal(value, field.Scale)), present);
    }

    /// <summary>Adds flags.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="values">The flag of each row.</param>
    /// <param name="present">Which rows have a value; empty when all have.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">A column has another length or is given twice, or its name is one of the library's own.</exception>
    public EventColumns With(FlagField field, ReadOnlyMemory<bool> values, ReadOnlyMemory<bool> present = default)
        => Add(new ReadySlots<bool?, bool>(field, values, present, null, value => value), present);

    /// <summary>Adds instants.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="utcTicks">The instant of each row, as <see cref="DateTimeOffset.UtcTicks"/>.</param>
    /// <param name="present">Which rows have a value; empty when all have.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">A column has another length or is given twice, its name is one of the library's own, or ticks lie outside the calendar.</exception>
    public EventColumns With(InstantField field, ReadOnlyMemory<long> utcTicks, ReadOnlyMemory<bool> present = default)
    {
        RequireTicks(utcTicks.Span);
        return Add(
            new ReadySlots<DateTimeOffset?, long>(field, utcTicks, present, null, value => new DateTimeOffset(value, TimeSpan.Zero)), present);
    }

    /// <summary>Adds calendar dates.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="dates">The date of each row.</param>
    /// <param name="present">Which rows have a value; empty when all have.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">A column has another length or is given twice, or its name is one of the library's own.</exception>
    public EventColumns With(DateField field, ReadOnlyMemory<DateOnly> dates, ReadOnlyMemory<bool> present = default)
    {
        var days = new int[dates.Length];
        for (int row = 0; row < days.Length; row++)
        {
            days[row] = dates.Span[row].DayNumber;
        }

        return Add(new ReadySlots<DateOnly?, int>(field, days, present, null, value => DateOnly.FromDayNumber(value)), present);
    }

    /// <summary>Adds sets of texts, the codes of all rows end to end.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="offsets">
    /// Shape [rows + 1], ascending: the codes of row i are those from offset i up to, and without, offset i + 1; none are the empty set.
    /// </param>
    /// <param name="codes">Indices into <paramref name="texts"/>; repeats within a row mean nothing.</param>
    /// <param name="texts">The texts; none null. One that no row uses is not in the table.</param>
    /// <param name="present">Which rows have a value; empty when all have. The codes of a row without one are passed over.</param>
    /// <returns>The columns.</returns>
    /// <exception cref="ArgumentException">
    /// A column has another length or is given twice, its name is one of the library's own, offsets descend or leave the codes, a code has no text, or a text is null.
    /// </exception>
    public EventColumns With(
        SetField field, ReadOnlyMemory<int> offsets, ReadOnlyMemory<int> codes, ImmutableArray<string> texts, ReadOnlyMemory<bool> present = default)
    {
        ArgumentNullException.ThrowIfNull(field);
        RequireLength(offsets.Length - 1, $"sets of '{field.Name}'");
        var sets = new ReadySets(field, offsets, codes, texts, present);
        sets.RequireWhole();
        return Add(sets, present);
    }

    /// <summary>Gets the code and the name of each row.</summary>
    internal (ReadOnlyMemory<ushort> Codes, ImmutableArray<string> Names) RequireNames() => _nameCodes is { } codes
        ? (codes, _names)
        : throw new ArgumentException("Event columns need Names(...) or Named(...).");

    private static void RequireNames(ReadOnlySpan<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            ArgumentException.ThrowIfNullOrEmpty(name, nameof(names));
            if (!seen.Add(name))
            {
                throw new ArgumentException($"Event name '{name}' is given twice.", nameof(names));
            }
        }
    }

    private static void RequireTicks(ReadOnlySpan<long> utcTicks)
    {
        foreach (long ticks in utcTicks)
        {
            if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"{ticks} ticks are no instant of the years 1 to 9999."), nameof(utcTicks));
            }
        }
    }

    private EventColumns Add(ReadyColumn column, ReadOnlyMemory<bool> present = default)
    {
        ArgumentNullException.ThrowIfNull(column.Field, "field");
        RequireLength(column.Count, $"values of '{column.Field.Name}'");
        RequireLength(present.IsEmpty ? Count : present.Length, $"presence marks of '{column.Field.Name}'");
        FieldConflicts.RequireNew(column.Field, _properties.Select(property => property.Field));
        _properties.Add(column);
        return this;
    }

    private void RequireLength(int length, string what)
    {
        if (length != Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {length} {what} for {Count} rows; columns have one value a row."));
        }
    }
}
