namespace UserOps.Models.Retention;

/// <summary>The return events of one period of one user.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">The index of the first of them.</param>
internal readonly record struct PeriodReturn(int Count, int First);
