using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>Where a rate of each user comes from: a closed family, plain data, with the discriminator <c>kind</c> in JSON. Converts from a number and from a column's name.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RateOfColumn), "column")]
[JsonDerivedType(typeof(RateForEverybody), "constant")]
public abstract record RateSource
{
    private protected RateSource()
    {
    }

    /// <summary>Takes one rate for everybody.</summary>
    /// <param name="rate">A fraction.</param>
    public static implicit operator RateSource(decimal rate) => FromDecimal(rate);

    /// <summary>Takes the rates of a column of the user table; a user without one has no statement.</summary>
    /// <param name="field">The name of a column of quantities or of numbers.</param>
    public static implicit operator RateSource(string field) => FromString(field);

    /// <summary>Takes one rate for everybody.</summary>
    /// <param name="rate">A fraction.</param>
    public static RateSource FromDecimal(decimal rate) => new RateForEverybody { Rate = rate };

    /// <summary>Takes the rates of a column of the user table; a user without one has no statement.</summary>
    /// <param name="field">The name of a column of quantities or of numbers.</param>
    public static RateSource FromString(string field) => new RateOfColumn { Field = field };
}
