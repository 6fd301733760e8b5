namespace UserOps.Models;

/// <summary>Says where the parts of a content are found in a row: the id always, columns if there are any.</summary>
/// <typeparam name="TRow">The caller's row.</typeparam>
public sealed class ContentMap<TRow> : ColumnMap<TRow, ContentMap<TRow>>
{
    internal ContentMap()
    {
    }

    internal RowReader<TRow, string?>? IdReader { get; private set; }

    private protected override ContentMap<TRow> Self => this;

    /// <summary>Maps the id; null and the empty text reject the row.</summary>
    /// <param name="id">Gives the content's id.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The id is mapped already.</exception>
    public ContentMap<TRow> Id(Func<TRow, string?> id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Id(new LambdaReader<TRow, string?>(MapColumns.Content, id));
    }

    internal ContentMap<TRow> Id(RowReader<TRow, string?> reader)
    {
        if (IdReader is not null)
        {
            throw new ArgumentException("The id of a content is mapped twice.");
        }

        IdReader = reader;
        return this;
    }

    internal void RequireComplete()
    {
        if (IdReader is null)
        {
            throw new ArgumentException("The map of a content needs Id(...).");
        }
    }
}
