using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>One kind of fault in one column of survival data; what is said of the first row it was met in holds for all of them.</summary>
/// <param name="Code">Stable name of the rule that is broken, such as <c>entryNotBeforeTime</c>.</param>
/// <param name="Column">The column, such as <c>time</c> or <c>covariate age</c>.</param>
/// <param name="Row">The first row with the fault, counted from 0; -1 where the fault is of the whole column.</param>
/// <param name="Count">How many rows have it; 0 where the fault is of the whole column.</param>
/// <param name="Message">One sentence with the value met and what is allowed.</param>
[method: JsonConstructor]
public readonly record struct SurvivalDataIssue(string Code, string Column, int Row, int Count, string Message);
