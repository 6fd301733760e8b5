namespace UserOps.Models.Tests.Schema;

/// <summary>How <see cref="LogRow"/>s are read, and what ingest says about them.</summary>
internal static class LogRows
{
    internal static readonly NumberField Score = Field.Number("score");
    internal static readonly AmountField Amount = Field.Amount("amount", "CNY", 2);
    internal static readonly QuantityField Shares = Field.Quantity("shares", 12);
    internal static readonly SetField Tags = Field.Set("tags");

    internal static UserOpsDatasetBuilder Read(UserOpsDatasetBuilder builder, IEnumerable<LogRow> rows) => builder.AddEvents(rows, map => map
        .User(row => row.User).At(row => row.At).Name(row => row.Name)
        .With(Score, row => row.Score).With(Amount, row => row.Amount, row => row.Currency).With(Shares, row => row.Shares).With(Tags, row => row.Tags));

    internal static LogRow At(int minute) => new() { At = Instant(minute) };

    internal static DateTimeOffset Instant(int minute) => new(2026, 3, 1, 0, minute, 0, TimeSpan.Zero);

    internal static long Ticks(int minute) => Instant(minute).UtcTicks;

    internal static IngestIssue Issue(IngestIssueCode code, IngestEffect effect, string message, params IngestRow[] rows)
        => new() { Table = IngestTable.Events, Code = code, Effect = effect, Count = rows.Length, Message = message, Rows = [.. rows] };
}
