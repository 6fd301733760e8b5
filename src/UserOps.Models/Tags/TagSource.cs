namespace UserOps.Models.Tags;

/// <summary>Something a tag depends on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name, ordinal.</param>
public sealed record TagSource(TagSourceKind Kind, string Name);
