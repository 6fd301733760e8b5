namespace UserOps.Models.Survival;

/// <summary>Scores and information of the covariates times a function g of time, beside those of the covariates themselves.</summary>
internal sealed class ProportionalHazardsSums
{
    private const double LeastInformation = 1e-10;

    private readonly int _count;
    private readonly double[] _scores; // sum of g residual
    private readonly double[] _plain; // sum of V
    private readonly double[] _mixed; // sum of g V
    private readonly double[] _timed; // sum of g^2 V

    private ProportionalHazardsSums(int count)
    {
        _count = count;
        _scores = new double[count];
        _plain = new double[count * count];
        _mixed = new double[count * count];
        _timed = new double[count * count];
    }

    /// <summary>Adds up over the event times of a fit.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="coefficients">Of the centered columns, at the maximum.</param>
    /// <param name="ties">The rule of the fit.</param>
    /// <param name="times">g at each event time.</param>
    internal static ProportionalHazardsSums Of(CoxRows rows, ReadOnlySpan<double> coefficients, CoxTies ties, ReadOnlySpan<double> times)
    {
        var sums = new ProportionalHazardsSums(coefficients.Length);
        var walk = new CoxRiskWalk(rows);
        var residual = new double[coefficients.Length];
        walk.Start(coefficients);
        for (int i = 0; walk.MoveNext(); i++)
        {
            CoxTieTerms terms = CoxTieTerms.Of(ties, walk);
            CoxKernels.Residual(rows, walk, terms, residual);
            for (int k = 0; k < residual.Length; k++)
            {
                sums._scores[k] += times[i] * residual[k];
            }

            CoxKernels.AddVariance(walk, terms, 1, sums._plain);
            CoxKernels.AddVariance(walk, terms, times[i], sums._mixed);
            CoxKernels.AddVariance(walk, terms, times[i] * times[i], sums._timed);
        }

        SymmetricKernels.Mirror(sums._plain, sums._count);
        SymmetricKernels.Mirror(sums._mixed, sums._count);
        SymmetricKernels.Mirror(sums._timed, sums._count);
        return sums;
    }

    /// <summary>Tests some covariates times g: u' (T - M' P^-1 M)^-1 u over them, all covariates kept in P.</summary>
    /// <param name="tested">Their indices.</param>
    /// <returns>Null where what is left of T is rounding.</returns>
    internal CoxTest? TestOf(int[] tested)
    {
        int size = _count + tested.Length;
        var joint = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                joint[i * size + j] = JointAt(i, j, tested);
            }
        }

        double[] roots = [.. Enumerable.Range(0, size).Select(i => Math.Sqrt(joint[i * size + i]))];
        for (int i = 0; i < joint.Length; i++)
        {
            joint[i] /= roots[i / size] * roots[i % size];
        }

        if (!(SymmetricKernels.Factor(joint, size, LeastInformation) >= LeastInformation))
        {
            return null;
        }

        double[] scores = [.. new double[_count], .. tested.Select((k, i) => _scores[k] / roots[_count + i])];
        double[] solved = [.. scores];
        SymmetricKernels.Solve(joint, solved);
        return new(SymmetricKernels.Dot(scores, solved), tested.Length);
    }

    private double JointAt(int i, int j, int[] tested)
    {
        (double[] matrix, int row, int column) = (i < _count, j < _count) switch
        {
            (true, true) => (_plain, i, j),
            (true, false) => (_mixed, i, tested[j - _count]),
            (false, true) => (_mixed, tested[i - _count], j),
            _ => (_timed, tested[i - _count], tested[j - _count]),
        };
        return matrix[row * _count + column];
    }
}
