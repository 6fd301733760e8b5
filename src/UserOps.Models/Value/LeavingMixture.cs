using System.Numerics.Tensors;

namespace UserOps.Models.Value;

/// <summary>Means over the probability p of leaving at a purchase, where p has a beta distribution: of what depends on (1 + p y)^-R.</summary>
/// <remarks>
/// The trapezoidal rule in the logit of p, which converges geometrically for functions like these (L. N. Trefethen, J. A. C. Weideman, SIAM Review 56(3), 2014,
/// 385-458). The nodes and weights depend on the beta distribution alone, so one mixture serves all customers with the same number of purchases. Everything
/// summed is positive: there is nothing special at a = 1, and nothing cancels. Where p y R is small a function is its series: the moments of p over all
/// nodes on its left are known, whatever y and R are.
/// </remarks>
internal sealed class LeavingMixture
{
    // Gamma-like densities have a transform of exp(-pi w / 2) at the frequency w = 2 pi / step: 4e-22 here, before what the shape of the density adds to it.
    private const double LongestStep = 0.2;
    private const double StepInDeviations = 0.4;
    private const double Negligible = -46; // ln 1e-20
    private const double FurthestLogit = 110; // beyond, p or 1 - p makes no difference to anything
    private const double SeriesUpTo = 2e-3;

    private readonly double _firstLogit;
    private readonly double _step;
    private readonly double[] _p;
    private readonly double[] _weights;
    private readonly double[] _weightsOverP;
    private readonly double[] _moments; // shape [nodes + 1, 4]: sums of weight p^j over the nodes before

    /// <summary>Prepares a beta distribution.</summary>
    /// <param name="a">Above 0.</param>
    /// <param name="b">Above 0.</param>
    internal LeavingMixture(double a, double b)
    {
        _step = Math.Min(LongestStep, StepInDeviations * Math.Sqrt(1 / a + 1 / b));
        double mode = Math.Log(a / b);
        double top = LogDensity(a, b, mode);
        int left = Reach(a, b, mode, top, -_step);
        int right = Reach(a, b, mode, top, _step);
        _firstLogit = mode - left * _step;
        int nodes = left + right + 1;
        _p = new double[nodes];
        _weights = new double[nodes];
        double sum = 0;
        for (int i = 0; i < nodes; i++)
        {
            double logit = _firstLogit + i * _step;
            _p[i] = LogOdds.Probability(logit);
            _weights[i] = Math.Exp(LogDensity(a, b, logit) - top);
            // Beyond the ends the density falls by one factor a step, and the function stands still.
            _weights[i] /= i == 0 ? -NearZero.ExpMinusOne(-a * _step) : i == nodes - 1 ? -NearZero.ExpMinusOne(-b * _step) : 1;
            sum += _weights[i];
        }

        TensorPrimitives.Divide(_weights, sum, _weights);
        _weightsOverP = new double[nodes];
        TensorPrimitives.Divide(_weights, _p, _weightsOverP);
        _moments = MomentsOf(_p, _weights);
    }

    /// <summary>Gets the mean of (1 - (1 + p y)^-R) / p: purchases before leaving, out of a gamma mixture.</summary>
    internal double Purchases(double count, double y)
    {
        int from = FirstBeyondSeries(count, y);
        ReadOnlySpan<double> m = _moments.AsSpan(from * 4, 4);
        double c1 = (count + 1) / 2 * y;
        double c2 = c1 * (count + 2) / 3 * y;
        double c3 = c2 * (count + 3) / 4 * y;
        double near = count * y * (m[0] - c1 * m[1] + c2 * m[2] - c3 * m[3]);
        Span<double> powers = stackalloc double[_p.Length - from];
        Powers(count, y, from, powers);
        TensorPrimitives.Subtract(1, powers, powers);
        return near + TensorPrimitives.Dot(powers, _weightsOverP.AsSpan(from));
    }

    /// <summary>Gets the mean of (1 + p y)^-R: staying through a time, out of a gamma mixture.</summary>
    internal double Staying(double count, double y)
    {
        int from = FirstBeyondSeries(count, y);
        ReadOnlySpan<double> m = _moments.AsSpan(from * 4, 4);
        double c1 = count * y;
        double c2 = c1 * (count + 1) / 2 * y;
        double c3 = c2 * (count + 2) / 3 * y;
        double near = m[0] - c1 * m[1] + c2 * m[2] - c3 * m[3];
        Span<double> powers = stackalloc double[_p.Length - from];
        Powers(count, y, from, powers);
        return near + TensorPrimitives.Dot(powers, _weights.AsSpan(from));
    }

    private void Powers(double count, double y, int from, Span<double> powers)
    {
        TensorPrimitives.Multiply(_p.AsSpan(from), y, powers);
        TensorPrimitives.Add(powers, 1, powers);
        TensorPrimitives.Log(powers, powers);
        TensorPrimitives.Multiply(powers, -count, powers);
        TensorPrimitives.Exp(powers, powers);
    }

    private int FirstBeyondSeries(double count, double y)
    {
        double logit = Math.Log(SeriesUpTo / (y * (count + 4))); // p is less than e^logit
        return logit > FurthestLogit ? _p.Length : Math.Clamp((int)Math.Ceiling((logit - _firstLogit) / _step), 0, _p.Length);
    }

    private static double LogDensity(double a, double b, double logit) => a * logit - (a + b) * LogOdds.LogOnePlusExp(logit);

    /// <summary>Gets how many steps it is from the mode to where the density no longer counts.</summary>
    private static int Reach(double a, double b, double mode, double top, double step)
    {
        int steps = 1;
        while (LogDensity(a, b, mode + steps * step) - top > Negligible && Math.Abs(mode + steps * step) < FurthestLogit + Math.Abs(mode))
        {
            steps++;
        }

        return steps;
    }

    private static double[] MomentsOf(double[] p, double[] weights)
    {
        var moments = new double[(p.Length + 1) * 4];
        for (int i = 0; i < p.Length; i++)
        {
            double power = weights[i];
            for (int j = 0; j < 4; j++, power *= p[i])
            {
                moments[(i + 1) * 4 + j] = moments[i * 4 + j] + power;
            }
        }

        return moments;
    }
}
