namespace UserOps.Models.Retention;

/// <summary>Finds the maximum of a smooth function of one or two numbers: a coarse grid, then Newton's method with a damped step.</summary>
/// <remarks>Derivatives are differences: the functions here are sums of a few logarithms, and two numbers need six values. Deterministic.</remarks>
internal sealed class CurveSearch
{
    private const double GridStep = 1;
    private const double Difference = 1e-4;
    private const double CurvatureDifference = 1e-3;
    private const int MaximumSteps = 200;
    private const double LongestStep = 1;
    private const double LeastSteepness = 1e-12;

    private readonly Func<double[], double> _function;
    private readonly double _bound;

    /// <param name="function">What is to be as great as possible.</param>
    /// <param name="bound">Places further than this from 0 on either side count as infinitely far.</param>
    internal CurveSearch(Func<double[], double> function, double bound)
    {
        _function = function;
        _bound = bound;
    }

    /// <summary>Finds the maximum.</summary>
    /// <param name="dimensions">1 or 2.</param>
    /// <returns>The place; null when there is none inside the bounds, or the function is flat there.</returns>
    internal double[]? Find(int dimensions)
    {
        double[] place = BestOnGrid(dimensions);
        for (int step = 0; step < MaximumSteps; step++)
        {
            double[] gradient = Gradient(place);
            double[,] curvature = Curvature(place);
            double[]? next = Step(place, gradient, curvature);
            if (next is null || next.Any(value => Math.Abs(value) > _bound))
            {
                return next is null && IsMaximum(gradient, curvature) ? Polished(place, gradient, curvature) : null;
            }

            place = next;
        }

        return null;
    }

    private double[] BestOnGrid(int dimensions)
    {
        int side = (int)(2 * _bound / GridStep) - 1;
        double[] best = new double[dimensions];
        double highest = double.NegativeInfinity;
        for (int i = 0; i < (dimensions == 1 ? side : side * side); i++)
        {
            double[] place = [.. new[] { i % side, i / side }.Take(dimensions).Select(n => (n + 1) * GridStep - _bound)];
            double value = _function(place);
            (best, highest) = value > highest ? (place, value) : (best, highest);
        }

        return best;
    }

    /// <summary>Goes up from a place; null when no step leads higher.</summary>
    private double[]? Step(double[] place, double[] gradient, double[,] curvature)
    {
        double[] direction = Direction(gradient, curvature);
        double length = Math.Sqrt(direction.Sum(value => value * value));
        double scale = Math.Min(1, LongestStep / length);
        double here = _function(place);
        for (; scale * length > 1e-10; scale /= 2)
        {
            double[] next = [.. place.Zip(direction, (at, towards) => at + scale * towards)];
            if (_function(next) > here)
            {
                return next;
            }
        }

        return null;
    }

    // The gradient is known to more digits than the height: where no step can be seen to lead higher, one more still comes closer.
    private static double[] Polished(double[] place, double[] gradient, double[,] curvature)
        => [.. place.Zip(Direction(gradient, curvature), (at, towards) => at + towards)];

    // Newton's step along the two main curvatures, each taken as that of a hill: where the function is a valley or a saddle it leads away from it.
    private static double[] Direction(double[] gradient, double[,] curvature)
    {
        if (gradient.Length == 1)
        {
            return [gradient[0] / Steepness(curvature[0, 0])];
        }

        (double least, double greatest, double cosine, double sine) = MainCurvatures(curvature);
        double alongGreatest = (gradient[0] * cosine + gradient[1] * sine) / Steepness(greatest);
        double alongLeast = (gradient[1] * cosine - gradient[0] * sine) / Steepness(least);
        return [alongGreatest * cosine - alongLeast * sine, alongGreatest * sine + alongLeast * cosine];
    }

    private static double Steepness(double curvature) => Math.Max(Math.Abs(curvature), LeastSteepness);

    private static bool IsMaximum(double[] gradient, double[,] curvature)
        => (gradient.Length == 1 ? -curvature[0, 0] : MainCurvatures(curvature).Least) > RetentionDefaults.LeastCurvature
            && gradient.All(value => Math.Abs(value) < RetentionDefaults.GradientTolerance);

    /// <summary>Gets the least and the greatest downward curvature, and the direction of the greatest.</summary>
    private static (double Least, double Greatest, double Cosine, double Sine) MainCurvatures(double[,] curvature)
    {
        double a = -curvature[0, 0];
        double b = -curvature[0, 1];
        double c = -curvature[1, 1];
        double middle = (a + c) / 2;
        double radius = double.Hypot((a - c) / 2, b);
        (double sine, double cosine) = Math.SinCos(Math.Atan2(2 * b, a - c) / 2);
        return (middle - radius, middle + radius, cosine, sine);
    }

    private double[] Gradient(double[] place)
        => [.. Enumerable.Range(0, place.Length).Select(i => (At(place, i, Difference) - At(place, i, -Difference)) / (2 * Difference))];

    private double[,] Curvature(double[] place)
    {
        const double H = CurvatureDifference;
        var curvature = new double[place.Length, place.Length];
        double here = _function(place);
        for (int i = 0; i < place.Length; i++)
        {
            curvature[i, i] = (At(place, i, H) - 2 * here + At(place, i, -H)) / (H * H);
        }

        if (place.Length == 2)
        {
            double mixed = (At(place, H, H) - At(place, H, -H) - At(place, -H, H) + At(place, -H, -H)) / (4 * H * H);
            curvature[0, 1] = curvature[1, 0] = mixed;
        }

        return curvature;
    }

    private double At(double[] place, int dimension, double offset)
        => _function([.. place.Select((value, i) => i == dimension ? value + offset : value)]);

    private double At(double[] place, double offset0, double offset1) => _function([place[0] + offset0, place[1] + offset1]);
}
