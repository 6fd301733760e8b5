namespace UserOps.Models;

/// <summary>Takes an id out of a row; of exactly one of three kinds.</summary>
internal sealed class IdReader<TRow>
{
    internal RowReader<TRow, string?>? Texts { get; init; }

    internal RowReader<TRow, long>? Numbers { get; init; }

    internal RowReader<TRow, Guid>? Uniques { get; init; }

    internal UserIdKind Kind => Texts is not null ? UserIdKind.Text : Numbers is not null ? UserIdKind.Number : UserIdKind.Unique;

    /// <summary>Reads the id of rows that are held.</summary>
    internal IdReader<int> Held(List<IRowHolder<TRow>> holders)
    {
        return new IdReader<int> { Texts = Hold(Texts), Numbers = Hold(Numbers), Uniques = Hold(Uniques) };

        HeldValues<TRow, T>? Hold<T>(RowReader<TRow, T>? source)
        {
            if (source is null)
            {
                return null;
            }

            var held = new HeldValues<TRow, T>(source);
            holders.Add(held);
            return held;
        }
    }

    internal static IdReader<TRow> OfText(RowReader<TRow, string?> reader) => new() { Texts = reader };

    internal static IdReader<TRow> OfNumber(RowReader<TRow, long> reader) => new() { Numbers = reader };

    internal static IdReader<TRow> OfUnique(RowReader<TRow, Guid> reader) => new() { Uniques = reader };
}
