namespace UserOps.Models.Survival;

/// <summary>Sums over all sets of so many rows: of the product of their risks, and of its first and second derivatives.</summary>
internal sealed class CoxSubsetSums(int covariates, int largest)
{
    private readonly double[] _totals = new double[largest + 1];
    private readonly double[] _firsts = new double[(largest + 1) * covariates];
    private readonly double[] _seconds = new double[(largest + 1) * covariates * covariates];
    private int _size;
    private int _rows;

    /// <summary>Gets the sum over all sets of the size asked for.</summary>
    internal double Total => _totals[_size];

    /// <summary>Starts with no rows.</summary>
    /// <param name="size">How many rows a set has; at most the largest.</param>
    internal void Clear(int size)
    {
        _size = size;
        _rows = 0;
        Array.Clear(_totals);
        Array.Clear(_firsts);
        Array.Clear(_seconds);
        _totals[0] = 1;
    }

    /// <summary>Adds a row: every set may have it in place of one more of the others.</summary>
    /// <param name="risk">Its risk.</param>
    /// <param name="row">Its covariates.</param>
    internal void Add(double risk, ReadOnlySpan<double> row)
    {
        _rows++;
        for (int size = Math.Min(_size, _rows); size > 0; size--) // the largest first: it must see the smaller ones without this row
        {
            double total = _totals[size - 1];
            ReadOnlySpan<double> first = _firsts.AsSpan((size - 1) * covariates, covariates);
            Span<double> nextFirst = _firsts.AsSpan(size * covariates, covariates);
            for (int k = 0; k < covariates; k++)
            {
                int before = ((size - 1) * covariates + k) * covariates;
                int after = (size * covariates + k) * covariates;
                for (int m = 0; m <= k; m++)
                {
                    _seconds[after + m] += risk * (_seconds[before + m] + row[k] * first[m] + first[k] * row[m] + row[k] * row[m] * total);
                }

                nextFirst[k] += risk * (first[k] + row[k] * total);
            }

            _totals[size] += risk * total;
        }
    }

    /// <summary>Takes the expected sum of covariates off a gradient and adds its variance to an information matrix.</summary>
    internal void AddTo(Span<double> gradient, Span<double> information)
    {
        ReadOnlySpan<double> first = _firsts.AsSpan(_size * covariates, covariates);
        for (int k = 0; k < covariates; k++)
        {
            double mean = first[k] / Total;
            gradient[k] -= mean;
            for (int m = 0; m <= k; m++)
            {
                information[k * covariates + m] += _seconds[(_size * covariates + k) * covariates + m] / Total - mean * (first[m] / Total);
            }
        }
    }
}
