namespace UserOps.Models;

/// <summary><c>didNot</c>: the user did something not once in the window.</summary>
public sealed record DidNot : CountingRule;
