namespace UserOps.Models.Tests.Value;

/// <summary>One event of a log.</summary>
internal sealed record PurchaseLine(string User, DateTimeOffset At, decimal? Amount, string Event = "pay");
