namespace UserOps.Models.Value;

/// <summary>The parameters of a Pareto/NBD as the formulas of the paper have them, in any one unit of time.</summary>
/// <param name="R">Shape of the gamma distribution of purchase rates.</param>
/// <param name="Alpha">Its rate: a time.</param>
/// <param name="S">Shape of the gamma distribution of rates of leaving.</param>
/// <param name="Beta">Its rate: a time.</param>
internal readonly record struct ParetoNbdShape(double R, double Alpha, double S, double Beta)
{
    /// <summary>Gets whether alpha + u grows faster, in proportion, than beta + u.</summary>
    internal bool PurchasesLead => Alpha <= Beta;

    internal static ParetoNbdShape OfLogs(ReadOnlySpan<double> logs) => new(Math.Exp(logs[0]), Math.Exp(logs[1]), Math.Exp(logs[2]), Math.Exp(logs[3]));

    /// <summary>Gets the smaller of alpha and beta plus an age.</summary>
    internal double FastAt(double age) => Math.Min(Alpha, Beta) + age;

    /// <summary>Gets the larger of alpha and beta plus an age.</summary>
    internal double SlowAt(double age) => Math.Max(Alpha, Beta) + age;

    /// <summary>Gets how the moment of leaving is distributed after an age, given purchases before it and none since.</summary>
    /// <param name="purchases">r + x in the power of alpha + u.</param>
    /// <param name="from">The age.</param>
    /// <param name="zeros">The power of u - <paramref name="from"/>.</param>
    internal LeavingDensity LeavingAfter(double purchases, double from, int zeros = 0)
    {
        double ratio = FastAt(from) / SlowAt(from);
        return PurchasesLead ? new(zeros, purchases - 1, S + 1, ratio) : new(zeros, S, purchases, ratio);
    }

    /// <summary>Gets ln((p + to) / (p + from)), p the smaller of alpha and beta: where an integral over <see cref="LeavingAfter"/> ends.</summary>
    internal double Span(double from, double to) => NearZero.LogOnePlus((to - from) / FastAt(from));
}
