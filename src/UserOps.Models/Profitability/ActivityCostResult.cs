using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>Who bears which cost. Immutable, JSON round-trip.</summary>
/// <remarks>
/// There is no <c>Merge</c>: the cost of a unit depends on what all users used. Shards share the rates instead, as the unit costs of a
/// <see cref="CustomerProfitDefinition"/>.
/// </remarks>
public sealed record ActivityCostResult
{
    /// <summary>Gets what was asked.</summary>
    public required ActivityCostDefinition Definition { get; init; }

    /// <summary>Gets how each pool is shared out, in the order of the definition.</summary>
    public required ImmutableArray<CostPoolResult> Pools { get; init; }

    /// <summary>Gets what each user bears, by id; everybody who used anything is here, with 0 where no pool has the driver.</summary>
    public required ImmutableArray<UserCost> Users { get; init; }

    /// <summary>Gets the drivers that were used and that no pool has, ordinal: a typing error, or a service without a cost of its own.</summary>
    public required ImmutableArray<string> UnknownDrivers { get; init; }

    /// <summary>Gets the cost of all pools.</summary>
    [JsonIgnore]
    public decimal Cost => Pools.Sum(pool => pool.Pool.Cost);

    /// <summary>Gets what users bear.</summary>
    [JsonIgnore]
    public decimal Allocated => DecimalDigits.Shortest(Pools.Sum(pool => pool.Allocated));

    /// <summary>Gets what nobody bears; with <see cref="Allocated"/> exactly the cost.</summary>
    [JsonIgnore]
    public decimal Unallocated => DecimalDigits.Shortest(Pools.Sum(pool => pool.Unallocated));

    /// <summary>Gets what one user bears; null for one who used nothing.</summary>
    /// <param name="user">The caller's key.</param>
    public decimal? CostOf(UserId user)
    {
        int place = Users.AsSpan().BinarySearch(new UserPlace(user));
        return place >= 0 ? Users[place].Cost : null;
    }

    /// <inheritdoc/>
    public bool Equals(ActivityCostResult? other) => other is not null
        && Definition == other.Definition
        && ListEquality.Equal(Pools, other.Pools)
        && ListEquality.Equal(Users, other.Users)
        && ListEquality.Equal(UnknownDrivers, other.UnknownDrivers);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, ListEquality.Hash(Pools), ListEquality.Hash(Users), ListEquality.Hash(UnknownDrivers));

    private readonly record struct UserPlace(UserId User) : IComparable<UserCost>
    {
        public int CompareTo(UserCost? other) => other is null ? 1 : User.CompareTo(other.User);
    }
}
