namespace UserOps.Models;

/// <summary>A district as a circle on the ground: all places at most so far from its center.</summary>
/// <remarks>
/// Plain data, JSON round-trip; what is wrong with it is reported by the model that takes the rule. Numbers are decimals, so that a stored
/// rule keeps the digits it was given. A district known by a code needs no circle: <c>district.In("310101", "310104")</c>.
/// </remarks>
public sealed record GeoCircle
{
    /// <summary>Gets the latitude of the center in degrees, north positive: -90 to 90.</summary>
    public required decimal Latitude { get; init; }

    /// <summary>Gets the longitude of the center in degrees, east positive: -180 to 360, so in either way of counting.</summary>
    public required decimal Longitude { get; init; }

    /// <summary>Gets how far the district reaches, in meters, the border included; not negative. Above half of the Earth's girth it is everywhere.</summary>
    public required decimal RadiusMeters { get; init; }

    /// <summary>Gets the great-circle distance of a place from the center, on a sphere of the Earth's mean radius.</summary>
    /// <param name="latitude">In degrees, -90 to 90.</param>
    /// <param name="longitude">In degrees, -180 to 360.</param>
    /// <returns>Meters; exactly 0 at the center and exactly half of the girth at its antipode. Not a number where an argument is none.</returns>
    public double DistanceTo(double latitude, double longitude)
        => GreatCircle.Between((double)Latitude, (double)Longitude, latitude, longitude).Meters;
}
