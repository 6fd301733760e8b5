namespace UserOps.Models.Tests.Survival;

/// <summary>Derivatives by differences, for functions written without them.</summary>
internal static class Derivatives
{
    public static double[] Gradient(Func<double[], double> function, double[] at, double step = 1e-5) =>
        [.. at.Select((_, k) => (function(Moved(at, k, step)) - function(Moved(at, k, -step))) / (2 * step))];

    /// <summary>Second derivatives, row by row.</summary>
    public static double[] Hessian(Func<double[], double> function, double[] at, double step = 1e-4)
    {
        var hessian = new double[at.Length * at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            for (int j = 0; j < at.Length; j++)
            {
                double[] up = Moved(at, i, step);
                double[] down = Moved(at, i, -step);
                hessian[i * at.Length + j] =
                    (function(Moved(up, j, step)) - function(Moved(up, j, -step)) - function(Moved(down, j, step)) + function(Moved(down, j, -step))) / (4 * step * step);
            }
        }

        return hessian;
    }

    public static void AssertClose(double expected, double actual, double relative)
        => Assert.True(Math.Abs(expected - actual) <= relative * (1 + Math.Abs(expected)), $"{expected} against {actual}");

    public static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double relative)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(Enumerable.Range(0, expected.Count), i => AssertClose(expected[i], actual[i], relative));
    }

    private static double[] Moved(double[] at, int k, double step)
    {
        double[] moved = [.. at];
        moved[k] += step;
        return moved;
    }
}
