namespace UserOps.Models.Tests.Segments;

/// <summary>Distances by another formula than the library's: T. Vincenty's for the sphere, over radians.</summary>
internal static class TwinDistance
{
    private const double Radius = 6_371_008.8;

    // Two formulas differ by nanometers; a border that lies nearer than this to a place of a test would mean nothing.
    private const double Hair = 1e-6;

    internal static bool? Holds(WithinDistance rule, Func<string, object?> valueOf)
    {
        if ((rule.Consent is not null && valueOf(rule.Consent) is not true)
            || valueOf(rule.Latitude) is not (double latitude and >= -90 and <= 90)
            || valueOf(rule.Longitude) is not (double longitude and >= -180 and <= 360))
        {
            return null;
        }

        double meters = Meters((double)rule.Area.Latitude, (double)rule.Area.Longitude, latitude, longitude);
        double radius = (double)rule.Area.RadiusMeters;
        if (rule.Accuracy is null)
        {
            return meters <= radius + Hair;
        }

        return valueOf(rule.Accuracy) is not (double accuracy and >= 0) ? null
            : meters + accuracy <= radius + Hair ? true
            : meters - accuracy > radius + Hair ? false
            : null;
    }

    internal static double Meters(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        (double sine, double cosine) = Math.SinCos(double.DegreesToRadians(latitude));
        (double otherSine, double otherCosine) = Math.SinCos(double.DegreesToRadians(otherLatitude));
        (double east, double ahead) = Math.SinCos(double.DegreesToRadians(otherLongitude - longitude));
        double across = Math.Sqrt(Math.Pow(otherCosine * east, 2) + Math.Pow((cosine * otherSine) - (sine * otherCosine * ahead), 2));
        return Radius * Math.Atan2(across, (sine * otherSine) + (cosine * otherCosine * ahead));
    }
}
