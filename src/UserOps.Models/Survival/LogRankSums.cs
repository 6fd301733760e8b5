namespace UserOps.Models.Survival;

/// <summary>Observed and expected ends of some groups and their covariance, summed over event times and strata.</summary>
/// <remarks>
/// N. Mantel, Cancer Chemotherapy Reports 50, 1966; D. P. Harrington, T. R. Fleming, Biometrika 69, 1982, for the weights S(t-)^rho.
/// </remarks>
internal sealed class LogRankSums(int groups)
{
    private readonly double[] _observed = new double[groups];
    private readonly double[] _expected = new double[groups];
    private readonly double[] _covariance = new double[groups * groups];
    private readonly int[] _nextEvent = new int[groups];
    private readonly int[] _nextTime = new int[groups];
    private readonly double[] _atRisk = new double[groups];

    internal ReadOnlySpan<double> Observed => _observed;

    internal ReadOnlySpan<double> Expected => _expected;

    /// <summary>Adds one stratum.</summary>
    /// <param name="tables">Shape [groups].</param>
    /// <param name="rho">The power of the weight.</param>
    internal void Add(ReadOnlySpan<RiskTable> tables, double rho)
    {
        for (int group = 0; group < groups; group++)
        {
            _nextTime[group] = 0;
            _nextEvent[group] = NextEvent(tables[group], 0);
        }

        double survival = 1;
        for (double time = NextTime(tables); time < double.PositiveInfinity; time = NextTime(tables))
        {
            double weight = rho == 0 ? 1 : Math.Pow(survival, rho);
            (double atRisk, double events) = Step(tables, time, weight);
            double stay = Math.Max(0, atRisk - events);
            survival *= stay / atRisk;
            for (int group = 0; group < groups; group++)
            {
                _expected[group] += weight * events * (_atRisk[group] / atRisk);
            }

            if (stay > 0 && atRisk > 1)
            {
                AddCovariance(weight * weight * events * (stay / (atRisk - 1)), atRisk);
            }
        }
    }

    /// <summary>Gives chi-square and its degrees of freedom, the rank of the covariance; 0 of 0 where nothing can be compared.</summary>
    internal (double Statistic, int DegreesOfFreedom) Test()
    {
        int others = groups - 1; // the last group is the rest: rows of the covariance sum to zero
        var matrix = new double[others * others];
        var difference = new double[others];
        for (int row = 0; row < others; row++)
        {
            difference[row] = _observed[row] - _expected[row];
            _covariance.AsSpan(row * groups, others).CopyTo(matrix.AsSpan(row * others));
        }

        return QuadraticForm.Of(matrix, difference);
    }

    private static int NextEvent(RiskTable table, int from)
    {
        ReadOnlySpan<double> events = table.Events.AsSpan();
        while (from < events.Length && events[from] == 0)
        {
            from++;
        }

        return from;
    }

    private double NextTime(ReadOnlySpan<RiskTable> tables)
    {
        double next = double.PositiveInfinity;
        for (int group = 0; group < groups; group++)
        {
            if (_nextEvent[group] < tables[group].Times.Length)
            {
                next = Math.Min(next, tables[group].Times[_nextEvent[group]]);
            }
        }

        return next;
    }

    /// <summary>Brings every group to a time; sums who is at risk and who ends.</summary>
    private (double AtRisk, double Events) Step(ReadOnlySpan<RiskTable> tables, double time, double weight)
    {
        double atRisk = 0;
        double events = 0;
        for (int group = 0; group < groups; group++)
        {
            RiskTable table = tables[group];
            int slot = _nextTime[group];
            while (slot < table.Times.Length && table.Times[slot] < time)
            {
                slot++;
            }

            _nextTime[group] = slot;
            _atRisk[group] = slot < table.Times.Length ? table.AtRisk[slot] : 0;
            atRisk += _atRisk[group];
            if (slot < table.Times.Length && table.Times[slot] == time && table.Events[slot] > 0)
            {
                events += table.Events[slot];
                _observed[group] += weight * table.Events[slot];
                _nextEvent[group] = NextEvent(table, slot + 1);
            }
        }

        return (atRisk, events);
    }

    private void AddCovariance(double factor, double atRisk)
    {
        for (int row = 0; row < groups; row++)
        {
            double share = _atRisk[row] / atRisk;
            for (int column = 0; column < groups; column++)
            {
                _covariance[row * groups + column] += factor * ((row == column ? share : 0) - share * (_atRisk[column] / atRisk));
            }
        }
    }
}
