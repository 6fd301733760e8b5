namespace UserOps.Models;

/// <summary><c>isNotNull</c>: true where the field has a value, false where it has none; never unknown.</summary>
public sealed record IsPresent : FieldRule;
