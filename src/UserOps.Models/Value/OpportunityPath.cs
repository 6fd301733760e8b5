namespace UserOps.Models.Value;

/// <summary>Derivatives, by the logarithms of the parameters of a BG/BB, of what became of customers with x purchases, by how many opportunities they stayed for.</summary>
/// <param name="opportunities">The most there are.</param>
internal sealed class OpportunityPath(int opportunities)
{
    private readonly RisingTable _alpha = new(opportunities);
    private readonly RisingTable _beta = new(opportunities);
    private readonly RisingTable _both = new(opportunities);
    private readonly RisingTable _delta = new(opportunities);
    private readonly RisingTable _leaving = new(opportunities + 1);
    private OpportunityShape _shape;

    /// <summary>Takes other parameters; what was asked of the last ones is forgotten.</summary>
    internal void MoveTo(in OpportunityShape shape)
    {
        _shape = shape;
        _alpha.StartAt(shape.Alpha);
        _beta.StartAt(shape.Beta);
        _both.StartAt(shape.Alpha + shape.Beta);
        _delta.StartAt(shape.Delta);
        _leaving.StartAt(shape.Gamma + shape.Delta);
    }

    /// <summary>Gets ln of the probability of one pattern of purchases of somebody who stayed for the first m opportunities.</summary>
    /// <param name="purchases">x.</param>
    /// <param name="opportunities">m.</param>
    /// <param name="left">1: and left right after them.</param>
    internal double Log(int purchases, int opportunities, int left)
        => _alpha.Log(purchases) + _beta.Log(opportunities - purchases) - _both.Log(opportunities)
        + (left == 0 ? 0 : Math.Log(_shape.Gamma)) + _delta.Log(opportunities) - _leaving.Log(opportunities + left);

    /// <summary>Gets the derivatives of <see cref="Log"/>.</summary>
    /// <inheritdoc cref="Log"/>
    internal MixtureMoments Term(int purchases, int opportunities, int left)
    {
        (double a, double b, double g, double d) = (_shape.Alpha, _shape.Beta, _shape.Gamma, _shape.Delta);
        int misses = opportunities - purchases;
        int chances = opportunities + left;
        double buying = _both.Slope(opportunities);
        double leaving = _leaving.Slope(chances);
        ReadOnlySpan<double> gradient =
        [
            a * (_alpha.Slope(purchases) - buying),
            b * (_beta.Slope(misses) - buying),
            left - g * leaving,
            d * (_delta.Slope(opportunities) - leaving),
        ];
        return MixtureMoments.Of(
            gradient,
            [
                gradient[0] - a * a * (_alpha.Bend(purchases) - _both.Bend(opportunities)),
                a * b * _both.Bend(opportunities), gradient[1] - b * b * (_beta.Bend(misses) - _both.Bend(opportunities)),
                0, 0, -g * leaving + g * g * _leaving.Bend(chances),
                0, 0, g * d * _leaving.Bend(chances), gradient[3] - d * d * (_delta.Bend(opportunities) - _leaving.Bend(chances)),
            ]);
    }
}
