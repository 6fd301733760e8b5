using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>How many products users hold, and which together: counts, sums over users. JSON round-trip, mergeable.</summary>
public sealed record ProductHoldingSummary
{
    /// <summary>Gets what was asked.</summary>
    public required ProductHoldingDefinition Definition { get; init; }

    /// <summary>Gets what "now" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the users who hold exactly so many products: index 0 none, up to all of them.</summary>
    public required ImmutableArray<long> ByCount { get; init; }

    /// <summary>Gets the cross-sell matrix, a row per product in the order of the definition.</summary>
    public required ImmutableArray<ProductHolders> Products { get; init; }

    /// <summary>Gets the users of whom it is not known whether they hold one of the products; such a product counts as not held.</summary>
    public required long Uncertain { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the users seen by 'as of'.</summary>
    [JsonIgnore]
    public long Users => ByCount.Sum();

    /// <summary>Gets the users with at least one product.</summary>
    [JsonIgnore]
    public long Holders => Users - ByCount[0];

    /// <summary>Gets the share of users who hold at least the threshold (交叉销售率); without a value over nobody.</summary>
    [JsonIgnore]
    public Ratio CrossSellRate => new(CrossSold, Users);

    /// <summary>Gets the same share of those who hold anything.</summary>
    [JsonIgnore]
    public Ratio CrossSellRateOfHolders => new(CrossSold, Holders);

    /// <summary>Gets the mean number of products of a user; without a number over nobody.</summary>
    [JsonIgnore]
    public Measure<double> MeanProducts => Users == 0 ? UndefinedReason.EmptyPopulation : (double)Held / Users;

    /// <summary>Gets the mean number of products of those who hold anything; without a number over nobody.</summary>
    [JsonIgnore]
    public Measure<double> MeanProductsOfHolders => Holders == 0 ? UndefinedReason.EmptyPopulation : (double)Held / Holders;

    private long CrossSold => ByCount.Skip(Definition.Threshold).Sum();

    private long Held => ByCount.Select((users, count) => users * count).Sum();

    /// <summary>Gets the share of the holders of one product who hold another too.</summary>
    /// <param name="product">The name of the product they hold.</param>
    /// <param name="other">The name of the other.</param>
    /// <exception cref="ArgumentException">There is no such product.</exception>
    public Ratio ShareAlsoHolding(string product, string other)
    {
        int from = IndexOf(product, nameof(product));
        return new(Products[from].AlsoHolding[IndexOf(other, nameof(other))], Products[from].AlsoHolding[from]);
    }

    /// <summary>Joins the counts of two sets of users who have nobody in common.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    public static ProductHoldingSummary Merge(ProductHoldingSummary a, ProductHoldingSummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        SummaryQuestion.RequireSameParts(a.Products.Select(product => product.Name), b.Products.Select(product => product.Name), nameof(b));
        return a with
        {
            ByCount = SummaryQuestion.Sum(a.ByCount, b.ByCount),
            Products = [.. a.Products.Zip(b.Products, (left, right) => left with { AlsoHolding = SummaryQuestion.Sum(left.AlsoHolding, right.AlsoHolding) })],
            Uncertain = a.Uncertain + b.Uncertain,
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(ProductHoldingSummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && ListEquality.Equal(ByCount, other.ByCount)
        && ListEquality.Equal(Products, other.Products)
        && Uncertain == other.Uncertain
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode()
        => HashCode.Combine(Definition, Context, ListEquality.Hash(ByCount), ListEquality.Hash(Products), Uncertain, ListEquality.Hash(UnknownEvents));

    private int IndexOf(string name, string parameterName)
    {
        for (int i = 0; i < Products.Length; i++)
        {
            if (Products[i].Name == name)
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no product '{name}'.", parameterName);
    }
}
