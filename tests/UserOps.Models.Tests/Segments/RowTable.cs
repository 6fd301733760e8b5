using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

/// <summary>Rows by hand: fields and, per row, their values in that order; null is missing. Becomes users of a dataset, or events of one user.</summary>
internal sealed record RowTable(ImmutableArray<Field> Fields, ImmutableArray<object?[]> Rows)
{
    internal static RowTable Of(Field field, params object?[] values) => new([field], [.. values.Select(value => new[] { value })]);

    internal object? Value(int row, string field)
    {
        int column = Fields.ToList().FindIndex(candidate => candidate.Name == field);
        return Rows[row][column];
    }

    /// <summary>Makes users "u0", "u1", ... in the order of the rows, so that ordinals are row numbers.</summary>
    internal UserOpsDataset ToUsers() => new UserOpsDatasetBuilder(Strict)
        .AddUsers(Enumerable.Range(0, Rows.Length), users => Map(users.User(row => $"u{row}")))
        .Build();

    /// <summary>Makes events "e" of one user, one a minute from 2024-01-01T00:00Z, so that event indices are row numbers.</summary>
    internal UserOpsDataset ToEvents() => new UserOpsDatasetBuilder(Strict)
        .AddEvents(Enumerable.Range(0, Rows.Length), events => Map(events.User(_ => "u").At(InstantOf).Named("e")))
        .Build();

    internal static DateTimeOffset InstantOf(int row) => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(row);

    internal TMap Map<TMap>(ColumnMap<int, TMap> map)
        where TMap : ColumnMap<int, TMap>
    {
        for (int i = 0; i < Fields.Length; i++)
        {
            int column = i;
            _ = Fields[i] switch
            {
                CategoryField field => map.With(field, row => (string?)Rows[row][column]),
                NumberField field => map.With(field, row => (double?)Rows[row][column]),
                QuantityField field => map.With(field, row => (decimal?)Rows[row][column]),
                AmountField field => map.With(field, row => (decimal?)Rows[row][column]),
                FlagField field => map.With(field, row => (bool?)Rows[row][column]),
                InstantField field => map.With(field, row => (DateTimeOffset?)Rows[row][column]),
                DateField field => map.With(field, row => (DateOnly?)Rows[row][column]),
                SetField field => map.With(field, row => (string[]?)Rows[row][column]),
                _ => throw new NotSupportedException(Fields[column].Kind.ToString()),
            };
        }

        return (TMap)map;
    }

    private static IngestOptions Strict => new() { OnBadRow = OnBadRow.Throw };
}
