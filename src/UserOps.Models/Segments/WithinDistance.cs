namespace UserOps.Models;

/// <summary>
/// <c>withinDistance</c>: a position lies in a district (商圈), by great-circle distance, the border included. Unknown without consent, where the
/// position is missing or impossible, and where it is not exact enough to say.
/// </summary>
/// <remarks>
/// Impossible is a latitude beyond 90 degrees, a longitude outside -180 to 360 (both ways of counting are taken), a negative accuracy. Of users,
/// and of events and their contents: a visit is an event with a position.
/// </remarks>
public sealed record WithinDistance : SegmentRule
{
    /// <summary>Gets the name of the column of latitudes: numbers, degrees, north positive.</summary>
    public required string Latitude { get; init; }

    /// <summary>Gets the name of the column of longitudes: numbers, degrees, east positive.</summary>
    public required string Longitude { get; init; }

    /// <summary>Gets the district.</summary>
    public required GeoCircle Area { get; init; }

    /// <summary>
    /// Gets the name of the flag that says that the position may be used; where it is not true, the answer is unknown. The position of a user needs one;
    /// that of an event or a content may do without (null), as that of a shop.
    /// </summary>
    public string? Consent { get; init; }

    /// <summary>
    /// Gets the name of the column that says how many meters from the position the user may really be; null to take positions as exact. Where that circle
    /// lies neither wholly inside the district nor wholly outside, or its size is missing, the answer is unknown.
    /// </summary>
    public string? Accuracy { get; init; }
}
