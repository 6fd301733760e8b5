namespace UserOps.Models.Tests.Activity;

/// <summary>One event of a random log of views.</summary>
internal sealed record VisitRow(string User, string Name, DateTimeOffset At, string? Source);
