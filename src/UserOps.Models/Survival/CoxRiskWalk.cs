namespace UserOps.Models.Survival;

/// <summary>Walks the event times of <see cref="CoxRows"/>, the latest of a stratum first, and keeps the sums over who is at risk and who ends.</summary>
/// <remarks>
/// Risks are relative to a reference score that follows the largest one seen, so that no spread of scores, however wide, overflows or vanishes.
/// Late entries are taken away again; once little is left of much, the sums are taken anew, or what is left would be rounding.
/// </remarks>
internal sealed class CoxRiskWalk(CoxRows rows)
{
    private const double FarthestAbove = 30; // exp(30) is well within what sums can hold beside 1
    private const double LeastOfPeak = 1e-6;

    private readonly double[] _scores = new double[rows.Count];
    private int _next;
    private int _added;
    private int _removed;
    private double _reference;
    private double _peak;

    /// <summary>Gets the event time the walk stands at.</summary>
    internal CoxEventTime At { get; private set; }

    /// <summary>Gets the sums over who is at risk, those that end included.</summary>
    internal CoxRiskSums AtRisk { get; } = new(rows.Width);

    /// <summary>Gets the sums over who ends, where it is several; otherwise they are as they were.</summary>
    internal CoxRiskSums Ending { get; } = new(rows.Width);

    /// <summary>Gets the sum of the weights of who ends.</summary>
    internal double EndedWeight { get; private set; }

    /// <summary>Gets the sum of weight times score of who ends, scores relative to the reference.</summary>
    internal double EndedScore { get; private set; }

    /// <summary>Gets the score the risks are relative to: a risk here times exp of it is the risk.</summary>
    internal double Reference => _reference;

    /// <summary>Starts a walk.</summary>
    /// <param name="coefficients">Of the centered columns: shape [covariates].</param>
    /// <returns>Whether all scores are numbers.</returns>
    internal bool Start(ReadOnlySpan<double> coefficients)
    {
        rows.Scores(coefficients, _scores);
        _next = 0;
        return Array.TrueForAll(_scores, double.IsFinite);
    }

    /// <summary>Goes to the next event time.</summary>
    internal bool MoveNext()
    {
        if (_next == rows.EventTimes.Length)
        {
            return false;
        }

        CoxEventTime at = rows.EventTimes[_next];
        if (_next == 0 || at.First != At.First)
        {
            AtRisk.Clear();
            (_added, _removed) = (at.First, at.First);
            (_reference, _peak) = (_scores[at.First], 0);
        }

        At = at;
        _next++;
        for (; _added < at.End; _added++)
        {
            AddRow(_added);
        }

        RemoveLate();
        SumEnded();
        return true;
    }

    private void AddRow(int place)
    {
        if (_scores[place] - _reference > FarthestAbove)
        {
            double factor = Math.Exp(_reference - _scores[place]);
            AtRisk.Scale(factor);
            _peak *= factor;
            _reference = _scores[place];
        }

        AtRisk.Add(RiskAt(place), rows.Covariates[place]);
    }

    private void RemoveLate()
    {
        if (_removed == At.EndOfLate)
        {
            return;
        }

        _peak = Math.Max(_peak, AtRisk.Risk);
        for (; _removed < At.EndOfLate; _removed++)
        {
            int place = rows.ByLateness[_removed];
            AtRisk.Add(-RiskAt(place), rows.Covariates[place]);
        }

        if (!(AtRisk.Risk > LeastOfPeak * _peak))
        {
            SumAnew();
        }
    }

    private void SumAnew()
    {
        AtRisk.Clear();
        _reference = double.NegativeInfinity;
        for (int place = At.First; place < At.End; place++)
        {
            _reference = rows.Entries[place] < At.Time ? Math.Max(_reference, _scores[place]) : _reference;
        }

        for (int place = At.First; place < At.End; place++)
        {
            if (rows.Entries[place] < At.Time)
            {
                AtRisk.Add(RiskAt(place), rows.Covariates[place]);
            }
        }

        _peak = AtRisk.Risk;
    }

    private void SumEnded()
    {
        Ending.Clear();
        (EndedWeight, EndedScore) = (0, 0);
        bool isTied = At.Ended > 1;
        for (int place = At.FirstEnded; place < At.End; place++)
        {
            double weight = rows.WeightAt(place);
            EndedWeight += weight;
            EndedScore += weight * (_scores[place] - _reference);
            if (isTied)
            {
                Ending.Add(RiskAt(place), rows.Covariates[place]);
            }
        }
    }

    /// <summary>Gets the risk of a row, relative to the reference.</summary>
    internal double RiskAt(int place) => rows.WeightAt(place) * Math.Exp(_scores[place] - _reference);
}
