namespace UserOps.Models;

/// <summary><c>isNull</c>: true where the field has no value, false where it has one; never unknown.</summary>
public sealed record IsMissing : FieldRule;
