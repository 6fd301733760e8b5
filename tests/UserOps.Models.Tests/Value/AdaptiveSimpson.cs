namespace UserOps.Models.Tests.Value;

/// <summary>An integral by halving intervals until Simpson's rule agrees with itself: slow, and nothing like what it tests.</summary>
internal static class AdaptiveSimpson
{
    public static double Integrate(Func<double, double> function, double from, double to, double relative = 1e-12)
    {
        double middle = (from + to) / 2;
        (double left, double center, double right) = (function(from), function(middle), function(to));
        double whole = (to - from) / 6 * (left + 4 * center + right);
        double scale = Enumerable.Range(0, 1001).Sum(i => Math.Abs(function(from + (to - from) * i / 1000))) * (to - from) / 1000;
        return Part(function, (from, left), (middle, center), (to, right), whole, relative * scale, 50);
    }

    private static double Part(
        Func<double, double> function, (double At, double Value) left, (double At, double Value) center, (double At, double Value) right, double whole, double tolerance, int depth)
    {
        double first = (left.At + center.At) / 2;
        double second = (center.At + right.At) / 2;
        (double At, double Value) lower = (first, function(first));
        (double At, double Value) upper = (second, function(second));
        double before = (center.At - left.At) / 6 * (left.Value + 4 * lower.Value + center.Value);
        double after = (right.At - center.At) / 6 * (center.Value + 4 * upper.Value + right.Value);
        double off = before + after - whole;
        return depth == 0 || Math.Abs(off) <= 15 * tolerance
            ? before + after + off / 15
            : Part(function, left, lower, center, before, tolerance / 2, depth - 1) + Part(function, center, upper, right, after, tolerance / 2, depth - 1);
    }
}
