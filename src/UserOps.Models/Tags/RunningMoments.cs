namespace UserOps.Models.Tags;

/// <summary>Mean and variance of numbers as they come; B. P. Welford, Technometrics 4(3), 1962, 419–420.</summary>
internal struct RunningMoments
{
    private double _squares;

    internal long Count { get; private set; }

    internal double Mean { get; private set; }

    /// <summary>Gets the sum of squares over n - 1; 0 for fewer than two numbers.</summary>
    internal readonly double Variance => Count < 2 ? 0 : _squares / (Count - 1);

    internal void Add(double number)
    {
        Count++;
        double distance = number - Mean;
        Mean += distance / Count;
        _squares += distance * (number - Mean);
    }

    /// <summary>Joins two samples; T. F. Chan, G. H. Golub, R. J. LeVeque, The American Statistician 37(3), 1983, 242–247.</summary>
    internal static RunningMoments Merge(RunningMoments a, RunningMoments b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == 0 ? b : a;
        }

        double distance = b.Mean - a.Mean;
        double count = a.Count + b.Count;
        return new()
        {
            Count = a.Count + b.Count,
            Mean = a.Mean + distance * (b.Count / count),
            _squares = a._squares + b._squares + distance * distance * (a.Count / count * b.Count),
        };
    }
}
