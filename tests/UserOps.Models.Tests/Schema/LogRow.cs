namespace UserOps.Models.Tests.Schema;

/// <summary>A row of an event log as tests of ingest write it: sound unless a test spoils it.</summary>
public sealed record LogRow
{
    public string? User { get; init; } = "al";

    public DateTimeOffset At { get; init; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public string? Name { get; init; } = "pay";

    public double? Score { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; } = "CNY";

    public decimal? Shares { get; init; }

    public string[]? Tags { get; init; }
}
