using System.Text.Json.Serialization;

namespace UserOps.Models.Value;

/// <summary>What models of repeat buying know of one customer. Times are in the unit of the model.</summary>
/// <remarks>The papers call the three x, t_x and T; their 'recency' is the age at the last purchase, not the time since.</remarks>
public readonly record struct PurchaseRecord
{
    /// <summary>Initializes a new instance of the <see cref="PurchaseRecord"/> struct.</summary>
    /// <param name="repeatPurchases">Purchases after the first; 0 or more.</param>
    /// <param name="ageAtLastPurchase">Time from the first purchase to the last; 0 to <paramref name="age"/>, and 0 without a repeat.</param>
    /// <param name="age">Time from the first purchase to the end of observation.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count or a time is negative or not finite, or the last purchase lies after the end.</exception>
    [JsonConstructor]
    public PurchaseRecord(int repeatPurchases, double ageAtLastPurchase, double age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(repeatPurchases);
        if (!(age >= 0 && double.IsFinite(age)))
        {
            throw new ArgumentOutOfRangeException(nameof(age), age, "An age is 0 or more, and finite.");
        }

        if (!(ageAtLastPurchase >= 0 && ageAtLastPurchase <= age))
        {
            throw new ArgumentOutOfRangeException(nameof(ageAtLastPurchase), ageAtLastPurchase, FormattableString.Invariant($"The last purchase lies between 0 and the age, which is {age}."));
        }

        if (repeatPurchases == 0 && ageAtLastPurchase > 0)
        {
            throw new ArgumentOutOfRangeException(nameof(ageAtLastPurchase), ageAtLastPurchase, "Without a repeat purchase the last one is the first, at age 0.");
        }

        RepeatPurchases = repeatPurchases;
        AgeAtLastPurchase = ageAtLastPurchase;
        Age = age;
    }

    /// <summary>Gets the purchases after the first.</summary>
    public int RepeatPurchases { get; }

    /// <summary>Gets the time from the first purchase to the last; 0 without a repeat.</summary>
    public double AgeAtLastPurchase { get; }

    /// <summary>Gets the time from the first purchase to the end of observation.</summary>
    public double Age { get; }
}
