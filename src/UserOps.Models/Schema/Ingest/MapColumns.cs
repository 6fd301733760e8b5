namespace UserOps.Models;

/// <summary>What reports call the parts of a row that are no field, where the source has no name for them.</summary>
internal static class MapColumns
{
    internal const string User = "user";
    internal const string Instant = "instant";
    internal const string Name = "name";
    internal const string EventId = "eventId";
    internal const string Content = "content";
}
