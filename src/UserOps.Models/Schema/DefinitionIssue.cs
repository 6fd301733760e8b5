namespace UserOps.Models;

/// <summary>One fault of a definition.</summary>
/// <param name="Code">Stable name of the rule that is broken, such as <c>noSteps</c>.</param>
/// <param name="Path">Place in the definition, an RFC 6901 pointer such as <c>/steps/1/within</c>; empty for the whole.</param>
/// <param name="Message">One sentence with the value met and what is allowed.</param>
public sealed record DefinitionIssue(string Code, string Path, string Message);
