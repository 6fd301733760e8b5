namespace UserOps.Models;

/// <summary>The shortest way between two places over the surface of a sphere, as haversines: the comparison with a radius needs no inverse function.</summary>
/// <param name="Haversine">sin² of half the angle between the places.</param>
/// <param name="Rest">cos² of half the angle. Computed by itself, as the haversine of the way to the antipode: 1 - haversine would have lost its digits there.</param>
/// <remarks>
/// R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68(2), 1984, 159. Sines and cosines are taken of fractions of a half turn, where the
/// poles and the date line are exact, and by managed code, so that a place on the border gets the same answer on every machine.
/// </remarks>
internal readonly record struct GreatCircle(double Haversine, double Rest)
{
    /// <summary>The mean radius R1 = (2a + b) / 3 of the Earth: H. Moritz, "Geodetic Reference System 1980", Journal of Geodesy 74, 2000, 128-133 (IUGG).</summary>
    internal const double EarthRadiusMeters = 6_371_008.8;

    private const double HalfGirthMeters = Math.PI * EarthRadiusMeters;
    private const double DegreesPerHalfTurn = 180;

    /// <summary>Gets the length of the way in meters.</summary>
    internal double Meters => 2 * EarthRadiusMeters * Math.Atan2(Math.Sqrt(Haversine), Math.Sqrt(Rest));

    /// <summary>Finds the way between two places; latitudes and longitudes in degrees, longitudes in any way of counting.</summary>
    internal static GreatCircle Between(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        double north = double.SinPi((otherLatitude - latitude) / 2 / DegreesPerHalfTurn);
        double northOfAntipode = double.SinPi((otherLatitude + latitude) / 2 / DegreesPerHalfTurn);
        double cosines = double.CosPi(latitude / DegreesPerHalfTurn) * double.CosPi(otherLatitude / DegreesPerHalfTurn);
        (double east, double eastOfAntipode) = double.SinCosPi((otherLongitude - longitude) / 2 / DegreesPerHalfTurn);
        return new((north * north) + (cosines * east * east), (northOfAntipode * northOfAntipode) + (cosines * eastOfAntipode * eastOfAntipode));
    }

    /// <summary>Gets the angle under which a distance is seen from the center of the Earth, in degrees.</summary>
    internal static double Degrees(double meters) => meters / HalfGirthMeters * DegreesPerHalfTurn;

    /// <summary>Says whether the way is at most so long; right to a tenth of a micrometer.</summary>
    /// <param name="meters">Negative: nothing is. Half the girth or more: everything is.</param>
    internal bool IsWithin(double meters)
    {
        if (!(meters >= 0))
        {
            return false;
        }

        // Of the two haversines the smaller one has the digits.
        double halfAngle = meters / HalfGirthMeters / 2;
        return halfAngle >= 0.5 || (halfAngle <= 0.25
            ? Haversine <= Square(double.SinPi(halfAngle))
            : Rest >= Square(double.CosPi(halfAngle)));
    }

    private static double Square(double value) => value * value;
}
