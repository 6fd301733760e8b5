namespace UserOps.Models.Value;

/// <summary>The log-likelihood of a BG/BB over ln alpha, ln beta, ln gamma, ln delta, with exact derivatives.</summary>
/// <remarks>
/// Histories with the same x and n share their terms: who bought last at an earlier opportunity may also have left there. They are summed up once, from the last
/// opportunity down to the first, so that a thousand opportunities cost a thousand terms for each x, however many histories there are.
/// </remarks>
internal sealed class OpportunityLikelihood : IAscentObjective
{
    private readonly Row[] _rows;
    private readonly OpportunityPath _path; // one for all evaluations: it is the memory of the search

    /// <summary>Initializes a new instance of the <see cref="OpportunityLikelihood"/> class.</summary>
    /// <param name="groups">The rows; all times are whole.</param>
    internal OpportunityLikelihood(PurchaseGroups groups)
    {
        _rows =
        [
            .. Enumerable.Range(0, groups.Weights.Length)
                .Select(i => new Row(groups.RepeatPurchases[i], (int)groups.AgesAtLastPurchase[i], (int)groups.Ages[i], groups.Weights[i]))
                .OrderBy(row => row.Opportunities).ThenBy(row => row.Purchases).ThenByDescending(row => row.Last),
        ];
        _path = new(_rows[^1].Opportunities);
        Weight = groups.Customers;
    }

    public int Count => MixtureMoments.Parameters;

    public double Weight { get; }

    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient, Span<double> information)
    {
        OpportunityShape shape = OpportunityShape.OfLogs(parameters);
        _path.MoveTo(shape);
        gradient.Clear();
        information.Clear();
        double value = 0;
        for (int row = 0; row < _rows.Length;)
        {
            row = AddAlike(shape, row, ref value, gradient, information);
        }

        SymmetricKernels.Mirror(information, Count);
        return value;
    }

    /// <summary>Adds the rows that share x and n with one; gets the first that does not.</summary>
    private int AddAlike(in OpportunityShape shape, int row, ref double value, Span<double> gradient, Span<double> information)
    {
        (int purchases, _, int opportunities, _) = _rows[row];
        int m = opportunities;
        double scale = _path.Log(purchases, m, left: 0);
        MixtureMoments moments = _path.Term(purchases, m, left: 0);
        for (; row < _rows.Length && _rows[row].Opportunities == opportunities && _rows[row].Purchases == purchases; row++)
        {
            while (m > _rows[row].Last)
            {
                m--;
                moments.Scale(m == opportunities - 1 ? shape.NextStaying(purchases, m) : shape.NextLeft(purchases, m));
                moments.Add(_path.Term(purchases, m, left: 1), 1);
                scale = _path.Log(purchases, m, left: 1);
            }

            value += _rows[row].Weight * (scale + Math.Log(moments.Total));
            moments.AddTo(_rows[row].Weight, gradient, information);
        }

        return row;
    }

    private readonly record struct Row(int Purchases, int Last, int Opportunities, double Weight);
}
