namespace UserOps.Models;

/// <summary>Carries user ids from rows into a pending table; in two steps, because a row that is refused names nobody.</summary>
internal abstract class UserKeyWriter<TRow>(PendingUserIds ids, UserIdKind kind)
{
    internal UserIdKind Kind { get; } = kind;

    /// <exception cref="ArgumentException">Rows with another kind of id were taken before.</exception>
    internal static UserKeyWriter<TRow> Open(IdReader<TRow> reader, PendingUserIds ids, UserKeyColumn column)
    {
        PendingUserIds.RequireSame(ids.Kind, reader.Kind);
        return reader.Kind switch
        {
            UserIdKind.Text => new TextKeyWriter<TRow>(reader.Texts!, ids, column.Codes),
            UserIdKind.Number => new NumberKeyWriter<TRow>(reader.Numbers!, ids, column.Numbers),
            _ => new UniqueKeyWriter<TRow>(reader.Uniques!, ids, column.Codes),
        };
    }

    /// <summary>Reads the id of a row and holds it.</summary>
    internal abstract bool TryRead(TRow row, RowFault fault);

    /// <summary>Adds the id that is held.</summary>
    internal abstract void Commit();

    /// <summary>Ends a call. Its kind of id counts from the first row that was taken: a call that took none decides nothing.</summary>
    /// <param name="rows">The rows of the table.</param>
    internal void Complete(int rows)
    {
        if (rows > 0)
        {
            ids.Use(Kind);
        }

        Flush();
    }

    /// <summary>Adds whatever is still buffered.</summary>
    private protected virtual void Flush()
    {
    }
}
