using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>Over what time a customer's future purchases are added up, and how later ones are discounted. Plain data, JSON round-trip.</summary>
public sealed record CustomerLifetimeValueDefinition
{
    /// <summary>Initializes a new instance of the <see cref="CustomerLifetimeValueDefinition"/> class in which all revenue counts.</summary>
    public CustomerLifetimeValueDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal CustomerLifetimeValueDefinition(double margin = ValueDefaults.RevenueMargin) => Margin = margin;

    /// <summary>Gets how many periods are added up; 1 to 10,000.</summary>
    public required int Periods { get; init; }

    /// <summary>
    /// Gets the length of a period in the unit of history and model; above 0. A month is 4.348 weeks or 30.44 days (a twelfth of 365.25): whoever takes it for 4
    /// weeks loses eight percent.
    /// </summary>
    public required double PeriodLength { get; init; }

    /// <summary>Gets what a period costs: purchases of period i are divided by (1 + rate)^i, as if all were made at its end. 0 or more.</summary>
    public required double DiscountRate { get; init; }

    /// <summary>Gets what is kept of a spend; above 0. Default: 1, the value is revenue and not profit.</summary>
    public double Margin { get; init; } = ValueDefaults.RevenueMargin;
}
