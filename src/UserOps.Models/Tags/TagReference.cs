namespace UserOps.Models.Tags;

/// <summary>A place in a definition that names something.</summary>
/// <param name="Source">What it names. A name after <c>inSegment</c> is a segment here, until the catalog says that it is a tag.</param>
/// <param name="Path">RFC 6901 pointer of the place.</param>
internal readonly record struct TagReference(TagSource Source, string Path);
