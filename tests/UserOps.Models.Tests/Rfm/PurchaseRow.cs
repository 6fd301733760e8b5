namespace UserOps.Models.Tests.Rfm;

/// <summary>One event of a log about purchases.</summary>
/// <param name="User">Whose.</param>
/// <param name="At">When.</param>
/// <param name="Name">"pay", "refund", "reverse", "read" or anything else.</param>
/// <param name="Amount">The money; null where it is missing.</param>
/// <param name="Order">The order's id; null where it is missing.</param>
internal sealed record PurchaseRow(string User, DateTimeOffset At, string Name, decimal? Amount = null, string? Order = null);
