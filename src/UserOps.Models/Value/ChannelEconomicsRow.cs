using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>Unit economics of the users won by one channel, or by all.</summary>
public sealed record ChannelEconomicsRow
{
    /// <summary>Gets the channel; null for users without one, and for the total.</summary>
    public string? Channel { get; init; }

    /// <summary>Gets the ISO 4217 code of every amount.</summary>
    public required string Currency { get; init; }

    /// <summary>Gets the users won.</summary>
    public required long NewUsers { get; init; }

    /// <summary>Gets those of them whose window is not over at 'as of': their revenue may still grow.</summary>
    public required long OpenWindows { get; init; }

    /// <summary>Gets what was spent; null where the definition does not say.</summary>
    public decimal? Spend { get; init; }

    /// <summary>Gets the revenue of the users won, refunds taken off.</summary>
    public required decimal Revenue { get; init; }

    /// <summary>Gets what that revenue cost, the spend not included; null where the definition does not say.</summary>
    public decimal? Cost { get; init; }

    /// <summary>
    /// Gets the margin of the users won at each age alone, not discounted; null while that age of any of them is not over at 'as of'. Empty where the
    /// definition asks for no ages.
    /// </summary>
    public required ImmutableArray<decimal?> Contribution { get; init; }

    /// <summary>Gets revenue less cost; null where the cost is not known.</summary>
    [JsonIgnore]
    public decimal? Margin => Cost is { } cost ? ExactTotal.Of(Revenue, -cost) : null;

    /// <summary>Gets spend and new users, with the cost of winning one (CAC); null where the spend is not known.</summary>
    [JsonIgnore]
    public AcquisitionCost? Acquisition => Spend is { } spend ? new(spend, NewUsers, Currency) : null;

    /// <summary>Gets what came back of the spend: ROI by margin, ROAS by revenue; null where the spend is not known.</summary>
    [JsonIgnore]
    public ReturnOnInvestment? Return => Spend is { } spend ? new(spend, Currency, Margin, Revenue) : null;

    /// <summary>Gets the revenue per new user; <see cref="UndefinedReason.EmptyPopulation"/> where nobody came.</summary>
    [JsonIgnore]
    public Measure<decimal> RevenuePerNewUser => NewUsers == 0 ? UndefinedReason.EmptyPopulation : Revenue / NewUsers;

    /// <summary>Gets the margin per new user: the lifetime value so far. Null where the cost is not known; <see cref="UndefinedReason.EmptyPopulation"/> where nobody came.</summary>
    [JsonIgnore]
    public Measure<decimal>? ValuePerNewUser => Margin is not { } margin ? null : NewUsers == 0 ? UndefinedReason.EmptyPopulation : margin / NewUsers;

    /// <summary>Gets the margin per new user over the cost of winning one (LTV to CAC), which is margin over spend. Null where either is not known; <see cref="UndefinedReason.EmptyPopulation"/> where nobody came, <see cref="UndefinedReason.ZeroBase"/> where nothing was spent.</summary>
    [JsonIgnore]
    public Measure<decimal>? ValueToCost => (Margin, Spend) is not ({ } margin, { } spend) ? null : NewUsers == 0 ? UndefinedReason.EmptyPopulation : spend == 0 ? UndefinedReason.ZeroBase : margin / spend;

    /// <summary>
    /// Gets the first age, counted from 0, after which the users won have earned the spend; compared without rounding. Null where the spend is not known, or
    /// the definition asks for no ages. <see cref="UndefinedReason.EmptyPopulation"/> where nobody came, <see cref="UndefinedReason.NotYetObservable"/> where
    /// the ages that are over do not earn it and others are to come, <see cref="UndefinedReason.NoSolution"/> where none of the ages asked for does.
    /// </summary>
    [JsonIgnore]
    public Measure<int>? PaybackAge => Spend is not { } spend || Contribution.IsEmpty ? null : NewUsers == 0 ? UndefinedReason.EmptyPopulation : FirstAgeThatEarns(spend);

    /// <summary>Gets what a new user brought up to an age, that age included.</summary>
    /// <param name="age">0 to the number of ages - 1.</param>
    /// <returns><see cref="UndefinedReason.EmptyPopulation"/> where nobody came, <see cref="UndefinedReason.NotYetObservable"/> while the age of any user is not over.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such age.</exception>
    public Measure<decimal> CumulativePerNewUser(int age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(age, Contribution.Length);
        if (NewUsers == 0 || Contribution[age] is null)
        {
            return NewUsers == 0 ? UndefinedReason.EmptyPopulation : UndefinedReason.NotYetObservable;
        }

        var total = default(ExactTotal);
        for (int i = 0; i <= age; i++)
        {
            total.Add(Contribution[i]!.Value); // ages end in order, so those before are over where this one is
        }

        return total.ToDecimal() / NewUsers;
    }

    /// <inheritdoc/>
    public bool Equals(ChannelEconomicsRow? other) => other is not null
        && Channel == other.Channel
        && Currency == other.Currency
        && (NewUsers, OpenWindows, Spend, Revenue, Cost) == (other.NewUsers, other.OpenWindows, other.Spend, other.Revenue, other.Cost)
        && ListEquality.Equal(Contribution, other.Contribution);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Channel, Currency, NewUsers, OpenWindows, Spend, Revenue, Cost, ListEquality.Hash(Contribution));

    /// <summary>Adds up two rows; the spends are of the caller's choice.</summary>
    internal static ChannelEconomicsRow Sum(ChannelEconomicsRow a, ChannelEconomicsRow b, decimal? spend) => a with
    {
        NewUsers = a.NewUsers + b.NewUsers,
        OpenWindows = a.OpenWindows + b.OpenWindows,
        Spend = spend,
        Revenue = ExactTotal.Of(a.Revenue, b.Revenue),
        Cost = a.Cost is { } left && b.Cost is { } right ? ExactTotal.Of(left, right) : null,
        Contribution = [.. a.Contribution.Zip(b.Contribution, (x, y) => x is { } first && y is { } second ? ExactTotal.Of(first, second) : (decimal?)null)],
    };

    private Measure<int> FirstAgeThatEarns(decimal spend)
    {
        var earned = default(ExactTotal);
        for (int age = 0; age < Contribution.Length; age++)
        {
            if (Contribution[age] is not { } margin)
            {
                return UndefinedReason.NotYetObservable;
            }

            earned.Add(margin);
            if (earned.ToDecimal() >= spend)
            {
                return age;
            }
        }

        return UndefinedReason.NoSolution;
    }
}
