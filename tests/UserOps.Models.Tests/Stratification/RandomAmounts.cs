using UserOps.Models.Stratification;

namespace UserOps.Models.Tests.Stratification;

/// <summary>Seeded values of up to 150 users: few distinct ones, many zeros, some users without any.</summary>
internal sealed class RandomAmounts
{
    private readonly (long User, decimal? Value)[] _rows;

    public RandomAmounts(int seed, int lowest)
    {
        var random = new Random(seed);
        int count = random.Next(seed % 5 == 0 ? 4 : 150);
        long[] ids = [.. Enumerable.Range(-20, count).Select(id => (long)id)];
        random.Shuffle(ids);
        int distinct = random.Next(1, 40);
        _rows = [.. ids.Select(id => (id, random.Next(8) == 0 ? null : (decimal?)Math.Max(lowest, random.Next(-20, distinct) / 4m)))];
        Users = _rows.Where(row => row.Value is not null).ToDictionary(row => row.User, row => row.Value!.Value);
        Amounts = Stratification.Amounts.Of(_rows);
        Twin = new(Users);
        Bounds = [.. Enumerable.Range(0, 4).Select(_ => random.Next(-20, 40) / 4m).Distinct().Order()];
        Cuts = [.. Enumerable.Range(0, 4).Select(_ => random.Next(1, 101) / 100m).Distinct().Order()];
    }

    public IReadOnlyDictionary<long, decimal> Users { get; }

    public UserAmounts Amounts { get; }

    public TwinStrata Twin { get; }

    private decimal[] Bounds { get; }

    private decimal[] Cuts { get; }

    public PyramidDefinition Pyramid(PyramidBasis basis) => new()
    {
        Id = "random",
        Name = new("随机", "random"),
        Basis = basis,
        Tiers = [.. (basis == PyramidBasis.Thresholds ? Bounds : Cuts).Select((bound, i) => new PyramidTier { Id = $"t{i}", Name = new("层", "tier"), Bound = bound })],
    };

    public UserAmounts Shuffled(int seed)
    {
        (long User, decimal? Value)[] rows = [.. _rows];
        new Random(seed).Shuffle(rows);
        return Stratification.Amounts.Of(rows);
    }

    public decimal ValueOf(UserSet users) => users.Ids().Sum(id => Amounts[id]!.Value);
}
