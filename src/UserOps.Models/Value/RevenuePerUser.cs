using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>Revenue per user of a named period: ARPU, ARPPU, paying rate and margin per user. Arpu = Arppu x PayingRate, but for rounding.</summary>
/// <remarks>Sums and counts are stored and exact, what is per user is derived. Valid by construction; value equality; JSON round-trip; mergeable.</remarks>
public sealed record RevenuePerUser
{
    /// <summary>Takes what a period brought.</summary>
    /// <param name="revenue">Revenue less refunds; negative where more was given back.</param>
    /// <param name="activeUsers">Users active in the period, by the caller's own definition of active; zero or more.</param>
    /// <param name="payingUsers">Those of them who paid; not more than are active.</param>
    /// <param name="period">Which period all these numbers are of, such as "month 2026-03": an ARPU of a month is not that of a year, and users of two months are not to be added up.</param>
    /// <param name="currency">ISO 4217 code of revenue and cost; null where the caller has but one.</param>
    /// <param name="cost">What the revenue cost; null where it is not known.</param>
    /// <exception cref="ArgumentException">The period has no name, or the currency is not three capital letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more users pay than are active.</exception>
    [JsonConstructor]
    public RevenuePerUser(decimal revenue, long activeUsers, long payingUsers, string period, string? currency = null, decimal? cost = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(activeUsers);
        ArgumentOutOfRangeException.ThrowIfNegative(payingUsers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payingUsers, activeUsers);
        ArgumentException.ThrowIfNullOrWhiteSpace(period);
        Revenue = revenue;
        ActiveUsers = activeUsers;
        PayingUsers = payingUsers;
        Period = period;
        Currency = CheckedCurrency.OrNull(currency, nameof(currency));
        Cost = cost;
    }

    /// <summary>Gets revenue less refunds.</summary>
    public decimal Revenue { get; }

    /// <summary>Gets the users active in the period.</summary>
    public long ActiveUsers { get; }

    /// <summary>Gets those of them who paid.</summary>
    public long PayingUsers { get; }

    /// <summary>Gets which period the numbers are of, such as "month 2026-03".</summary>
    public string Period { get; }

    /// <summary>Gets the ISO 4217 code of revenue and cost; null where none was named.</summary>
    public string? Currency { get; }

    /// <summary>Gets what the revenue cost; null where it is not known.</summary>
    public decimal? Cost { get; }

    /// <summary>Gets revenue per active user; <see cref="UndefinedReason.EmptyPopulation"/> where nobody is active.</summary>
    [JsonIgnore]
    public Measure<decimal> Arpu => PerHead(Revenue, ActiveUsers);

    /// <summary>Gets revenue per paying user; <see cref="UndefinedReason.EmptyPopulation"/> where nobody pays.</summary>
    [JsonIgnore]
    public Measure<decimal> Arppu => PerHead(Revenue, PayingUsers);

    /// <summary>Gets paying users over active users; without a value where nobody is active.</summary>
    [JsonIgnore]
    public Ratio PayingRate => new(PayingUsers, ActiveUsers);

    /// <summary>Gets revenue less cost; null where the cost is not known.</summary>
    [JsonIgnore]
    public decimal? Margin => Cost is { } cost ? ExactTotal.Of(Revenue, -cost) : null;

    /// <summary>Gets the margin per active user; null where the cost is not known, <see cref="UndefinedReason.EmptyPopulation"/> where nobody is active.</summary>
    [JsonIgnore]
    public Measure<decimal>? MarginPerUser => Margin is { } margin ? PerHead(margin, ActiveUsers) : null;

    /// <summary>Joins what two sets of users who have nobody in common brought in one period.</summary>
    /// <param name="a">One part.</param>
    /// <param name="b">The other, of the same period, by its whole name, and currency, with a cost if the first has one.</param>
    /// <returns>What all of them brought; exact.</returns>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    /// <exception cref="ArgumentException">The periods or the currencies differ, or one alone has a cost.</exception>
    public static RevenuePerUser Merge(RevenuePerUser a, RevenuePerUser b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Period != b.Period || a.Currency != b.Currency || a.Cost.HasValue != b.Cost.HasValue)
        {
            throw new ArgumentException($"The parts are of {a.Period} in {a.Currency ?? "no currency"} and of {b.Period} in {b.Currency ?? "no currency"}, or the cost of one is not known; they cannot be added up.", nameof(b));
        }

        return new(
            ExactTotal.Of(a.Revenue, b.Revenue),
            a.ActiveUsers + b.ActiveUsers,
            a.PayingUsers + b.PayingUsers,
            a.Period,
            a.Currency,
            a.Cost is { } cost ? ExactTotal.Of(cost, b.Cost!.Value) : null);
    }

    private static Measure<decimal> PerHead(decimal amount, long users) => users == 0 ? UndefinedReason.EmptyPopulation : amount / users;
}
