namespace UserOps.Models;

/// <summary>Says where the columns of a table are found in a row; the part that user, event and content maps share.</summary>
/// <typeparam name="TRow">The caller's row.</typeparam>
/// <typeparam name="TMap">The map itself, so that calls can be chained.</typeparam>
/// <remarks>A column is given once; null is a missing value. The empty text is a value of a category, unlike in a reader's columns.</remarks>
public abstract class ColumnMap<TRow, TMap>
    where TMap : ColumnMap<TRow, TMap>
{
    private readonly List<PropertyWriter<TRow>> _properties = [];

    private protected ColumnMap()
    {
    }

    internal IReadOnlyList<PropertyWriter<TRow>> Properties => _properties;

    /// <summary>Gets the columns of the reader the rows come from; null where rows are no records of a reader.</summary>
    internal RecordColumns? Records { get; init; }

    private protected abstract TMap Self { get; }

    /// <summary>Maps a category.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="value">Gives the text of a row; null where it is missing.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The column is mapped already, or its name is one of the library's own.</exception>
    public TMap With(CategoryField field, Func<TRow, string?> value) => AddLambda(field, value);

    /// <summary>Maps a measured number.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="value">Gives the number of a row; null where it is missing. NaN and infinities reject the row.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The column is mapped already, or its name is one of the library's own.</exception>
    public TMap With(NumberField field, Func<TRow, double?> value) => AddLambda(field, value);

    /// <summary>Maps an exact quantity.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="value">Gives the decimal of a row; null where it is missing. More digits than the scale reject the row.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The column is mapped already, or its name is one of the library's own.</exception>
    public TMap With(QuantityField field, Func<TRow, decimal?> value) => AddLambda(field, value);

    /// <summary>Maps an amount of money in the field's currency.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="value">Gives the amount of a row; null where it is missing. More digits than the scale reject the row.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The column is mapped already, or its name is one of the library's own.</exception>
    public TMap With(AmountField field, Func<TRow, decimal?> value) => AddLambda(field, value);

    /// <summary>Maps an amount of money that stands beside its currency.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="value">Gives the amount of a row; null where it is missing.</param>
    /// <param name="currency">Gives the currency of a row's amount; any other than the field's rejects the row.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The column is mapped already, or its name is one of the library's own.</exception>
    public TMap With(AmountField field, Func<TRow, decimal?> value, Func<TRow, string?> currency)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(currency);
        return Add(field, new CurrencyReader<TRow>(
            field.Currency,
            new LambdaReader<TRow, decimal?>(field.Name, value),
            new LambdaReader<TRow, string?>(field.Name, currency)));
    }

    /// <summary>Maps a flag.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="value">Gives the flag of a row; null where it is missing.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The column is mapped already, or its name is one of the library's own.</exception>
    public TMap With(FlagField field, Func<TRow, bool?> value) => AddLambda(field, value);

    /// <summary>Maps an instant.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="value">Gives the instant of a row; null where it is missing.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The column is mapped already, or its name is one of the library's own.</exception>
    public TMap With(InstantField field, Func<TRow, DateTimeOffset?> value) => AddLambda(field, value);

    /// <summary>Maps a calendar date.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="value">Gives the date of a row; null where it is missing.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The column is mapped already, or its name is one of the library's own.</exception>
    public TMap With(DateField field, Func<TRow, DateOnly?> value) => AddLambda(field, value);

    /// <summary>Maps a set of texts.</summary>
    /// <param name="field">The handle of the column.</param>
    /// <param name="value">Gives the texts of a row, repeats allowed; null where the set is missing, empty where it is empty.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The column is mapped already, or its name is one of the library's own.</exception>
    public TMap With(SetField field, Func<TRow, IEnumerable<string>?> value) => AddLambda(field, value);

    /// <summary>Finds a column of the reader.</summary>
    /// <exception cref="MissingColumnException">There is none of that name.</exception>
    /// <exception cref="InvalidOperationException">The rows do not come from a reader.</exception>
    internal int PositionOf(string column)
    {
        ArgumentException.ThrowIfNullOrEmpty(column);
        return Records is not null
            ? Records.PositionOf(column)
            : throw new InvalidOperationException($"Column '{column}' is named, but the rows do not come from a reader; use a lambda.");
    }

    internal TMap Add<TValue>(Field field, RowReader<TRow, TValue> reader)
    {
        FieldConflicts.RequireNew(field, _properties.Select(property => property.Field));
        _properties.Add(new PropertyWriter<TRow, TValue>(field, reader));
        return Self;
    }

    private TMap AddLambda<TValue>(Field field, Func<TRow, TValue> value)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        return Add(field, new LambdaReader<TRow, TValue>(field.Name, value));
    }
}
