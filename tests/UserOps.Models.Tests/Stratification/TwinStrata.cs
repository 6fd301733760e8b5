using UserOps.Models.Stratification;

namespace UserOps.Models.Tests.Stratification;

/// <summary>The definitions of the room, word for word, over decimals; written to be read, not to be fast.</summary>
/// <param name="users">Those with a value.</param>
internal sealed class TwinStrata(IReadOnlyDictionary<long, decimal> users)
{
    private readonly (long User, decimal Value)[] _ranked = [.. users.Select(user => (user.Key, user.Value)).OrderByDescending(user => user.Value).ThenBy(user => user.Key)];

    private decimal Total => users.Values.Sum();

    public long[] Top(decimal fraction) => Ids(_ranked.Take((int)Math.Ceiling(fraction * users.Count)));

    public long[] Fewest(decimal share)
    {
        int count = 0;
        while (_ranked.Take(count).Sum(user => user.Value) < share * Total)
        {
            count++;
        }

        return Ids(_ranked.Take(count));
    }

    public long[] Balance()
    {
        int count = 0;
        while ((count * Total) + (_ranked.Take(count).Sum(user => user.Value) * users.Count) < users.Count * Total)
        {
            count++;
        }

        return Ids(_ranked.Take(count));
    }

    /// <summary>Mean absolute difference of all pairs over twice the mean.</summary>
    public double Gini()
        => (double)(users.Values.Sum(x => users.Values.Sum(y => Math.Abs(x - y))) / (2 * users.Count * Total));

    public double Lorenz(int count) => (double)_ranked.Reverse().Take(count).Sum(user => user.Value) / (double)Total;

    public double Whale(int count) => (double)_ranked.Take(count).Sum(user => user.Value) / (double)Total;

    /// <summary>The earliest position at which the curve is at its highest.</summary>
    public int PeakAt()
        => Enumerable.Range(0, users.Count + 1).OrderByDescending(count => _ranked.Take(count).Sum(user => user.Value)).ThenBy(count => count).First();

    public string? TierOf(PyramidDefinition pyramid, long user) => pyramid.Basis switch
    {
        PyramidBasis.Thresholds => pyramid.Tiers.LastOrDefault(tier => tier.Bound <= users[user])?.Id,
        PyramidBasis.UserShares => pyramid.Tiers.FirstOrDefault(tier => RankOf(pyramid, user) <= Math.Ceiling(tier.Bound * users.Count))?.Id,
        _ when Total == 0 => null,
        _ => pyramid.Tiers.FirstOrDefault(tier => tier.Bound == 1 || tier.Bound * Total > _ranked.Take(RankOf(pyramid, user) - 1).Sum(other => other.Value))?.Id,
    };

    public int RankOf(PyramidDefinition pyramid, long user) => pyramid.Ties == PyramidTies.ById
        ? Array.FindIndex(_ranked, other => other.User == user) + 1
        : 1 + _ranked.Count(other => other.Value > users[user]);

    private static long[] Ids(IEnumerable<(long User, decimal Value)> some) => [.. some.Select(user => user.User).Order()];
}
