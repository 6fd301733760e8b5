namespace UserOps.Models.Value;

/// <summary>The log-likelihood of all groups of customers, by the logarithms of r, alpha, a and b, with times in units of the longest age.</summary>
/// <remarks>
/// What depends on x alone is taken once for each x that occurs, by sums that run from one to the next: the loop over groups has no gamma function.
/// Groups are cut into blocks of one size, and blocks are added up in their order, so that the number of threads changes no bit.
/// </remarks>
internal sealed class BetaGeometricLikelihood : IAscentObjective
{
    private const int RowsPerBlock = 1 << 12;

    private readonly PurchaseGroups _groups;
    private readonly PurchaseRun[] _runs;
    private readonly int[] _runOf;
    private readonly double[] _lastAges;
    private readonly double[] _ages;
    private readonly int _extra;
    private readonly int _regularity;
    private readonly double _penalty;
    private readonly RunTerms[] _terms;
    private readonly DerivativeSums[] _blocks;
    private readonly Workers _workers;

    internal BetaGeometricLikelihood(PurchaseGroups groups, BetaGeometricVariant variant, int regularity, double penalty, Workers workers)
    {
        _groups = groups;
        _extra = variant == BetaGeometricVariant.AfterEveryPurchase ? 1 : 0;
        _regularity = regularity;
        _penalty = penalty;
        _workers = workers;
        TimeUnit = groups.LongestAge > 0 ? groups.LongestAge : 1;
        _lastAges = [.. groups.AgesAtLastPurchase.Select(age => age / TimeUnit)];
        _ages = [.. groups.Ages.Select(age => age / TimeUnit)];
        _runs = PurchaseRun.Of(groups);
        _runOf = PurchaseRun.PlacesOf(_runs, groups.Weights.Length);
        _terms = new RunTerms[_runs.Length];
        _blocks = new DerivativeSums[(_ages.Length + RowsPerBlock - 1) / RowsPerBlock];
    }

    /// <summary>Gets how long a time of 1 is in here, in the unit of the caller.</summary>
    internal double TimeUnit { get; }

    /// <inheritdoc/>
    public int Count => 4;

    /// <inheritdoc/>
    public double Weight => _groups.Customers;

    /// <summary>Gets a place to start from: the mean rate of the data, customers who differ, and leaving now and then.</summary>
    internal double[] Start(double r, double a, double b)
    {
        double purchases = 0, time = 0;
        for (int i = 0; i < _ages.Length; i++)
        {
            purchases += _groups.Weights[i] * _groups.RepeatPurchases[i] * _regularity;
            time += _groups.Weights[i] * Math.Max(_lastAges[i], _ages[i] / 2);
        }

        double rate = purchases > 0 && time > 0 ? purchases / time : 1;
        return [Math.Log(r), Math.Log(r / rate), Math.Log(a), Math.Log(b)];
    }

    /// <summary>Gets the log-likelihood where a search ended, without penalty and for times in the unit of the caller.</summary>
    internal double InCallersUnit(LogSearch found)
    {
        double purchases = 0;
        foreach (PurchaseRun run in _runs)
        {
            purchases += run.Weight * run.RepeatPurchases;
        }

        return found.Value + PenaltyAt(found.Logs) - purchases * _regularity * Math.Log(TimeUnit);
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        var law = new BetaGeometricLaw(
            Math.Exp(parameters[0]), Math.Exp(parameters[1]), Math.Exp(parameters[2]), Math.Exp(parameters[3]), _extra, _regularity);
        DerivativeSums sums = AddRuns(law, parameters[1]);
        _workers.ForEach(_blocks.Length, block => _blocks[block] = BlockOf(law, block));
        foreach (ref readonly DerivativeSums block in _blocks.AsSpan())
        {
            sums.Add(block);
        }

        sums.CopyTo(gradient, information);
        Penalize(parameters, gradient, information);
        return sums.Value - PenaltyAt(parameters);
    }

    private DerivativeSums AddRuns(in BetaGeometricLaw law, double logAlpha)
    {
        var sums = default(DerivativeSums);
        var ofR = new RisingSums(law.R);
        var ofB = new RisingSums(law.B);
        var ofBoth = new RisingSums(law.A + law.B);
        for (int i = 0; i < _runs.Length; i++)
        {
            PurchaseRun run = _runs[i];
            int events = run.RepeatPurchases * _regularity;
            int chances = run.RepeatPurchases + _extra;
            ofR.AdvanceTo(events);
            ofB.AdvanceTo(chances);
            ofBoth.AdvanceTo(chances);
            _terms[i] = RunTerms.Of(law, run.RepeatPurchases);
            (double a, double b, double weight) = (law.A, law.B, run.Weight);
            sums.Value += weight * (ofR.Logs - events * logAlpha + ofB.Logs - ofBoth.Logs);
            sums.R += weight * law.R * ofR.Inverses;
            sums.RR -= weight * law.R * ofR.Spread;
            sums.A -= weight * a * ofBoth.Inverses;
            sums.B += weight * b * (ofB.Inverses - ofBoth.Inverses);
            sums.AA += weight * a * (b * ofBoth.InverseSquares + ofBoth.Spread);
            sums.AB -= weight * a * b * ofBoth.InverseSquares;
            sums.BB += weight * b * (a * ofBoth.InverseSquares + ofBoth.Spread - ofB.Spread);
        }

        return sums;
    }

    private DerivativeSums BlockOf(in BetaGeometricLaw law, int block)
    {
        var sums = default(DerivativeSums);
        int end = Math.Min(_ages.Length, (block + 1) * RowsPerBlock);
        for (int i = block * RowsPerBlock; i < end; i++)
        {
            AddRow(ref sums, law, _terms[_runOf[i]], _lastAges[i], _ages[i], _groups.Weights[i]);
        }

        return sums;
    }

    /// <summary>Adds S and, where the customer may have left, the logarithm of 1 + D / S.</summary>
    private static void AddRow(ref DerivativeSums sums, in BetaGeometricLaw law, in RunTerms run, double lastAge, double age, double weight)
    {
        double end = law.Alpha + age;
        double share = law.Alpha / end;
        double idle = NearZero.LogOnePlus(age / law.Alpha);
        sums.Value -= weight * run.Count * idle;
        sums.R -= weight * law.R * idle;
        sums.RR += weight * law.R * idle;
        sums.Alpha += weight * (law.R * (age / end) - run.Events * share);
        sums.RAlpha -= weight * law.R * (age / end);
        sums.AlphaAlpha += weight * run.Count * share * (age / end);
        CalmStretch calm = default;
        if (law.Regularity > 1)
        {
            calm = CalmStretch.Of(law.Regularity, law.R, law.Alpha, run.Count, age - lastAge, age);
            sums.Value += weight * calm.Value;
            sums.R += weight * calm.R;
            sums.Alpha += weight * calm.Alpha;
            sums.RR -= weight * calm.RR;
            sums.RAlpha -= weight * calm.RAlpha;
            sums.AlphaAlpha -= weight * calm.AlphaAlpha;
        }

        if (run.MayHaveLeft)
        {
            AddLeaving(ref sums, law, run, calm, lastAge, age, weight);
        }
    }

    // With g = ln D / S and m = D / (S + D), the slope of ln(1 + e^g) is m times that of g, and its bend m times that of g plus m (1 - m) times the square.
    private static void AddLeaving(
        ref DerivativeSums sums, in BetaGeometricLaw law, in RunTerms run, in CalmStretch calm, double lastAge, double age, double weight)
    {
        double last = law.Alpha + lastAge;
        double end = law.Alpha + age;
        double longer = NearZero.LogOnePlus((age - lastAge) / last);
        double logOdds = run.LogLeaving + run.Count * longer - calm.Value;
        double small = Math.Exp(-Math.Abs(logOdds));
        double left = weight * (logOdds > 0 ? 1 : small) / (1 + small);
        double doubt = weight * small / ((1 + small) * (1 + small));
        double later = -law.Alpha * (age - lastAge) / (last * end);
        double byR = law.R * longer - calm.R;
        double byAlpha = run.Count * later - calm.Alpha;
        double byB = run.ByB;
        sums.Value += weight * (Math.Max(logOdds, 0) + NearZero.LogOnePlus(small));
        sums.R += left * byR;
        sums.Alpha += left * byAlpha;
        sums.A += left;
        sums.B += left * byB;
        sums.RR -= left * (law.R * longer - calm.RR) + doubt * byR * byR;
        sums.RAlpha -= left * (law.R * later - calm.RAlpha) + doubt * byR * byAlpha;
        sums.RA -= doubt * byR;
        sums.RB -= doubt * byR * byB;
        sums.AlphaAlpha -= left * (run.Count * law.Alpha * (age / (end * end) - lastAge / (last * last)) - calm.AlphaAlpha) + doubt * byAlpha * byAlpha;
        sums.AlphaA -= doubt * byAlpha;
        sums.AlphaB -= doubt * byAlpha * byB;
        sums.AA -= doubt;
        sums.AB -= doubt * byB;
        sums.BB -= left * run.ByBB + doubt * byB * byB;
    }

    private double PenaltyAt(ReadOnlySpan<double> parameters)
    {
        double squares = 0;
        foreach (double parameter in parameters)
        {
            squares += Math.Exp(2 * parameter);
        }

        return _penalty > 0 ? Weight * _penalty * squares : 0;
    }

    private void Penalize(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        for (int i = 0; _penalty > 0 && i < Count; i++)
        {
            double slope = 2 * Weight * _penalty * Math.Exp(2 * parameters[i]);
            gradient[i] -= slope;
            information[i * (Count + 1)] += 2 * slope;
        }
    }
}
