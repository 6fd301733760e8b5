namespace UserOps.Models.Benchmarks.Schema;

/// <summary>A row as an application holds it.</summary>
public sealed record IngestRecord(string Customer, DateTimeOffset At, string Name);
