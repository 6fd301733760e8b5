namespace UserOps.Models;

/// <summary>Which columns sorted events need.</summary>
/// <param name="WideCodes">More than 256 event names: two bytes a code.</param>
/// <param name="WithRows">Whether somebody asks for the row of arrival of each event: properties, contents, the report.</param>
internal readonly record struct SortedShape(bool WideCodes, bool WithRows);
