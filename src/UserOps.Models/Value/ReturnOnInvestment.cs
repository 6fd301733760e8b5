using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>What came back of a spend (投资回报率), and whether what came back is margin, revenue or both.</summary>
/// <remarks>
/// ROI is a matter of margin, ROAS one of revenue: each is there only where its own number was named, so that revenue is never taken for margin.
/// Valid by construction; value equality; JSON round-trip.
/// </remarks>
public sealed record ReturnOnInvestment
{
    /// <summary>Takes what was spent and what came back of it.</summary>
    /// <param name="spend">What was spent; zero or more.</param>
    /// <param name="currency">ISO 4217 code of every amount.</param>
    /// <param name="margin">The margin that came back; may be negative. Null where it is not known.</param>
    /// <param name="revenue">The revenue that came back; may be negative. Null where it is not known.</param>
    /// <exception cref="ArgumentNullException">The currency is null.</exception>
    /// <exception cref="ArgumentException">The currency is not three capital letters, or neither margin nor revenue is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The spend is negative.</exception>
    [JsonConstructor]
    public ReturnOnInvestment(decimal spend, string currency, decimal? margin = null, decimal? revenue = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spend);
        if (margin is null && revenue is null)
        {
            throw new ArgumentException("Say whether margin or revenue came back.", nameof(margin));
        }

        Spend = spend;
        Currency = CheckedCurrency.Of(currency, nameof(currency));
        Margin = margin;
        Revenue = revenue;
    }

    /// <summary>Gets what was spent.</summary>
    public decimal Spend { get; }

    /// <summary>Gets the ISO 4217 code of every amount.</summary>
    public string Currency { get; }

    /// <summary>Gets the margin that came back; null where it is not known.</summary>
    public decimal? Margin { get; }

    /// <summary>Gets the revenue that came back; null where it is not known.</summary>
    public decimal? Revenue { get; }

    /// <summary>Gets (margin - spend) / spend (ROI): 0 where the spend just came back, negative below. Null where the margin is not known; <see cref="UndefinedReason.ZeroBase"/> where nothing was spent.</summary>
    [JsonIgnore]
    public Measure<decimal>? Roi => Margin is { } margin ? OverSpend(ExactTotal.Of(margin, -Spend)) : null;

    /// <summary>Gets revenue / spend (ROAS). Null where the revenue is not known; <see cref="UndefinedReason.ZeroBase"/> where nothing was spent.</summary>
    [JsonIgnore]
    public Measure<decimal>? Roas => Revenue is { } revenue ? OverSpend(revenue) : null;

    private Measure<decimal> OverSpend(decimal amount) => Spend == 0 ? UndefinedReason.ZeroBase : amount / Spend;
}
