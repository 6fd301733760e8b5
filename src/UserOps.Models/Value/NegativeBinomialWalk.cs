namespace UserOps.Models.Value;

/// <summary>The probabilities of 0, 1, 2, .. events of the negative binomial distribution of shape R and mean R y, one after the other.</summary>
internal struct NegativeBinomialWalk
{
    private const double Large = 1e100;

    private readonly double _shape;
    private readonly double _share;
    private double _logScale;
    private double _scale;
    private double _relative = 1;

    internal NegativeBinomialWalk(double shape, double y)
    {
        _shape = shape;
        _share = y / (1 + y);
        _logScale = -shape * NearZero.LogOnePlus(y);
        _scale = Math.Exp(_logScale);
    }

    /// <summary>Gets the number of events the walk stands at.</summary>
    internal long Events { get; private set; }

    /// <summary>Gets its probability.</summary>
    internal readonly double Probability => _relative * _scale;

    /// <summary>Gets a bound of the probability of more events; not finite before the probabilities fall.</summary>
    internal readonly double MoreAtMost
    {
        get
        {
            double ratio = Math.Max(Ratio, _share);
            return ratio < 1 ? Probability * ratio / (1 - ratio) : double.PositiveInfinity;
        }
    }

    private readonly double Ratio => (_shape + Events) / (Events + 1) * _share;

    internal void MoveNext()
    {
        // The first probabilities of many events are below what a double holds, so they are kept relative to one another.
        _relative *= Ratio;
        if (_relative > Large)
        {
            _relative /= Large;
            _logScale += Math.Log(Large);
            _scale = Math.Exp(_logScale);
        }

        Events++;
    }
}
