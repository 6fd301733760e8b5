using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Activity-based cost (作业成本法): the rate of each driver, and what each user bears of every pool.</summary>
/// <remarks>
/// Checked when built; immutable, shared freely between threads. R. S. Kaplan, R. Cooper, Cost and Effect, 1998; with a capacity,
/// R. S. Kaplan, S. R. Anderson, Time-Driven Activity-Based Costing, Harvard Business Review 82(11), 2004.
/// </remarks>
public sealed class ActivityCostModel
{
    /// <summary>Initializes a new instance of the <see cref="ActivityCostModel"/> class.</summary>
    /// <param name="definition">The pools.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public ActivityCostModel(ActivityCostDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(ActivityCostRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public ActivityCostDefinition Definition { get; }

    /// <summary>Shares out the cost.</summary>
    /// <param name="usage">What each user used; no row is a usage of 0.</param>
    /// <returns>Rates, and the cost of each user; with the unallocated part, exactly the cost of the pools.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A row is null, or has no user or no driver; the message names its position.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quantity is negative; the message names its position.</exception>
    /// <exception cref="OverflowException">A product of cost and usage is more than a decimal holds.</exception>
    /// <remarks>
    /// A share is a quotient, which need not end. So users take their shares in the order of their ids, each the cost of all units up to and with
    /// theirs, rounded half to even at the tenth digit, less what was taken before: no digit is lost, whatever the number of users.
    /// </remarks>
    public ActivityCostResult Allocate(IEnumerable<DriverUsage> usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        Dictionary<string, SortedDictionary<UserId, decimal>> byDriver = ByDriver(usage);
        var costs = new SortedDictionary<UserId, decimal>();
        foreach (UserId user in byDriver.Values.SelectMany(users => users.Keys))
        {
            costs[user] = 0;
        }

        return new()
        {
            Definition = Definition,
            Pools = [.. Definition.Pools.Select(pool => Share(pool, byDriver.GetValueOrDefault(pool.Driver) ?? [], costs))],
            Users = [.. costs.Select(cost => new UserCost { User = cost.Key, Cost = DecimalDigits.Shortest(cost.Value) })],
            UnknownDrivers = [.. byDriver.Keys.Except(Definition.Pools.Select(pool => pool.Driver), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    private static CostPoolResult Share(CostPool pool, SortedDictionary<UserId, decimal> usage, SortedDictionary<UserId, decimal> costs)
    {
        decimal total = usage.Values.Sum();
        decimal divisor = pool.PracticalCapacity ?? total;
        decimal used = 0;
        decimal taken = 0;
        foreach ((UserId user, decimal quantity) in divisor == 0 ? [] : usage)
        {
            used += quantity;
            decimal upToHere = used == divisor ? pool.Cost : ProfitabilityKernels.Line(pool.Cost * used / divisor);
            costs[user] += upToHere - taken;
            taken = upToHere;
        }

        return new() { Pool = pool, Usage = DecimalDigits.Shortest(total), Allocated = DecimalDigits.Shortest(taken) };
    }

    private static Dictionary<string, SortedDictionary<UserId, decimal>> ByDriver(IEnumerable<DriverUsage> usage)
    {
        var byDriver = new Dictionary<string, SortedDictionary<UserId, decimal>>(StringComparer.Ordinal);
        int row = 0;
        foreach (DriverUsage use in usage)
        {
            ActivityCostRules.RequireUsage(use, row++, nameof(usage));
            if (!byDriver.TryGetValue(use.Driver, out SortedDictionary<UserId, decimal>? users))
            {
                byDriver.Add(use.Driver, users = []);
            }

            users[use.User] = users.GetValueOrDefault(use.User) + ProfitabilityKernels.Line(use.Quantity); // so that sums of them are exact
        }

        return byDriver;
    }
}
