using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>What it cost to win users (获客成本): spend and new users, of one channel or of all.</summary>
/// <remarks>Valid by construction; value equality; JSON round-trip; mergeable.</remarks>
public sealed record AcquisitionCost
{
    /// <summary>Takes what was spent and who came.</summary>
    /// <param name="spend">What was spent; zero or more.</param>
    /// <param name="newUsers">Users who came; zero or more.</param>
    /// <param name="currency">ISO 4217 code of the spend.</param>
    /// <exception cref="ArgumentNullException">The currency is null.</exception>
    /// <exception cref="ArgumentException">The currency is not three capital letters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The spend or the number of users is negative.</exception>
    [JsonConstructor]
    public AcquisitionCost(decimal spend, long newUsers, string currency)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spend);
        ArgumentOutOfRangeException.ThrowIfNegative(newUsers);
        Spend = spend;
        NewUsers = newUsers;
        Currency = CheckedCurrency.Of(currency, nameof(currency));
    }

    /// <summary>Gets what was spent.</summary>
    public decimal Spend { get; }

    /// <summary>Gets the users who came.</summary>
    public long NewUsers { get; }

    /// <summary>Gets the ISO 4217 code of the spend.</summary>
    public string Currency { get; }

    /// <summary>Gets the spend per new user (CAC); <see cref="UndefinedReason.EmptyPopulation"/> where nobody came.</summary>
    [JsonIgnore]
    public Measure<decimal> PerNewUser => NewUsers == 0 ? UndefinedReason.EmptyPopulation : Spend / NewUsers;

    /// <summary>Adds up two channels, or two parts of one, that have no user in common.</summary>
    /// <param name="a">One part.</param>
    /// <param name="b">The other, in the same currency.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static AcquisitionCost Merge(AcquisitionCost a, AcquisitionCost b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return a.Currency == b.Currency
            ? new(ExactTotal.Of(a.Spend, b.Spend), a.NewUsers + b.NewUsers, a.Currency)
            : throw new ArgumentException($"The spends are in {a.Currency} and in {b.Currency}; they cannot be added up.", nameof(b));
    }
}
