using System.Runtime.CompilerServices;

namespace UserOps.Models.Value;

/// <summary>Weighted sums over moments of leaving: of four numbers that every derivative is made of, and of their products.</summary>
/// <remarks>Fields rather than an array: they stay in registers, and this is the innermost loop of the fit.</remarks>
internal struct LeavingMoments
{
    private double _all;
    private double _a;
    private double _b;
    private double _c;
    private double _d;
    private double _aa;
    private double _ab;
    private double _ac;
    private double _ad;
    private double _bb;
    private double _bc;
    private double _bd;
    private double _cc;
    private double _cd;
    private double _dd;

    /// <summary>Adds a moment.</summary>
    /// <param name="weight">How much of the integral it stands for.</param>
    /// <param name="purchases">ln(1 + u / alpha).</param>
    /// <param name="overAlpha">u / (alpha + u).</param>
    /// <param name="leaving">ln(1 + u / beta).</param>
    /// <param name="overBeta">u / (beta + u).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(double weight, double purchases, double overAlpha, double leaving, double overBeta)
    {
        double a = weight * purchases;
        double b = weight * overAlpha;
        double c = weight * leaving;
        double d = weight * overBeta;
        _all += weight;
        _a += a;
        _b += b;
        _c += c;
        _d += d;
        _aa += a * purchases;
        _ab += a * overAlpha;
        _ac += a * leaving;
        _ad += a * overBeta;
        _bb += b * overAlpha;
        _bc += b * leaving;
        _bd += b * overBeta;
        _cc += c * leaving;
        _cd += c * overBeta;
        _dd += d * overBeta;
    }

    /// <summary>Makes the derivatives, by the logarithms of the parameters, of ln of the sum.</summary>
    /// <param name="shape">The parameters.</param>
    /// <param name="repeats">The paper's x.</param>
    /// <param name="left">1 for customers who left, 0 for one who stayed.</param>
    /// <returns>With the sum as its total.</returns>
    internal readonly MixtureMoments Derivatives(in ParetoNbdShape shape, int repeats, int left)
    {
        // One moment has the gradient (-r a, (r + x) b - x, left - s c, (s + left) d - left).
        double r = shape.R;
        double s = shape.S;
        double x = repeats;
        double rounds = r + x;
        double leavings = s + left;
        return MixtureMoments.OfSums(
            _all,
            [-r * _a, rounds * _b - x * _all, left * _all - s * _c, leavings * _d - left * _all],
            [
                r * r * _aa - r * _a,
                -r * (rounds * _ab - x * _a) + r * _b,
                rounds * rounds * _bb - 2 * x * rounds * _b + x * x * _all - rounds * (_b - _bb),
                -r * (left * _a - s * _ac),
                left * (rounds * _b - x * _all) - s * (rounds * _bc - x * _c),
                left * (_all - 2 * s * _c) + s * s * _cc - s * _c,
                -r * (leavings * _ad - left * _a),
                leavings * (rounds * _bd - x * _d) - left * (rounds * _b - x * _all),
                left * (leavings * _d - left * _all) - s * (leavings * _cd - left * _c) + s * _d,
                leavings * leavings * _dd - 2 * left * leavings * _d + left * _all - leavings * (_d - _dd),
            ]);
    }
}
