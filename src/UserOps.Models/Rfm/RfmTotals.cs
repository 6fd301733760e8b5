using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>What some members come to: how many they are, and the sums behind the means of their axes.</summary>
/// <remarks>Sums, not means, are stored: two shards add up to the whole, to the cent.</remarks>
public sealed record RfmTotals
{
    /// <summary>Gets how many they are.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the sum of their recencies, in days.</summary>
    public required long Recency { get; init; }

    /// <summary>Gets the sum of their frequencies: purchase days, or purchases.</summary>
    public required long Frequency { get; init; }

    /// <summary>Gets the sum of their lengths, in days; null without that axis.</summary>
    public long? Length { get; init; }

    /// <summary>Gets how many of them have money: a purchase with an amount. 0 where money is not asked.</summary>
    public required long WithRevenue { get; init; }

    /// <summary>
    /// Gets the money of those who have some, refunds subtracted where the definition says so. Null where money is not asked, and where there are members but
    /// none with an amount; 0 for nobody.
    /// </summary>
    public decimal? Revenue { get; init; }

    /// <summary>Gets how many of them have a value on the third axis.</summary>
    public required long WithMonetary { get; init; }

    /// <summary>Gets the sum of these values: money, events or balances.</summary>
    public required decimal Monetary { get; init; }

    /// <summary>Gets the mean recency in days; without a number for nobody.</summary>
    [JsonIgnore]
    public Measure<double> MeanRecency => Mean(Recency);

    /// <summary>Gets the mean frequency; without a number for nobody.</summary>
    [JsonIgnore]
    public Measure<double> MeanFrequency => Mean(Frequency);

    /// <summary>Gets the mean length in days; without a number for nobody, null without that axis.</summary>
    [JsonIgnore]
    public Measure<double>? MeanLength => Length is { } length ? Mean(length) : null;

    /// <summary>Gets the mean value on the third axis of those who have one; without a number where nobody has.</summary>
    [JsonIgnore]
    public Measure<decimal> MeanMonetary => WithMonetary == 0 ? UndefinedReason.EmptyPopulation : Monetary / WithMonetary;

    internal static RfmTotals Add(RfmTotals a, RfmTotals b) => new()
    {
        Users = a.Users + b.Users,
        Recency = a.Recency + b.Recency,
        Frequency = a.Frequency + b.Frequency,
        Length = a.Length + b.Length,
        WithRevenue = a.WithRevenue + b.WithRevenue,
        Revenue = RevenueOf(a, b),
        WithMonetary = a.WithMonetary + b.WithMonetary,
        Monetary = ExactTotal.Of(a.Monetary, b.Monetary),
    };

    // Nobody has a revenue of 0, members without an amount have none: whichever part has somebody says whether there is one.
    private static decimal? RevenueOf(RfmTotals a, RfmTotals b) => (a.Revenue, b.Revenue) switch
    {
        ({ } left, { } right) => ExactTotal.Of(left, right),
        (null, null) => null,
        ({ } left, null) => a.Users == 0 ? null : left,
        (null, { } right) => b.Users == 0 ? null : right,
    };

    private Measure<double> Mean(long sum) => Users == 0 ? UndefinedReason.EmptyPopulation : (double)sum / Users;
}
