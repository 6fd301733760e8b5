using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>Where an amount of each user comes from: a closed family, plain data, with the discriminator <c>kind</c> in JSON. Converts from a column and from a number.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(AmountOfColumn), "column")]
[JsonDerivedType(typeof(AmountOfEvents), "events")]
[JsonDerivedType(typeof(AmountForEverybody), "constant")]
public abstract record AmountSource
{
    private protected AmountSource()
    {
    }

    /// <summary>Gets the name of its line in a statement; null, the default, for the name of the column, or "constant". Balances and exposures have the name of their product.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the name its line has.</summary>
    internal string LineName => Name ?? this switch
    {
        AmountOfColumn column => column.Field.Name,
        AmountOfEvents events => events.Field.Name,
        _ => "constant",
    };

    /// <summary>Takes the amounts of a column of the user table; a user without one has no statement.</summary>
    /// <param name="field">The column.</param>
    public static implicit operator AmountSource(AmountField field) => FromAmountField(field);

    /// <summary>Takes one amount for everybody.</summary>
    /// <param name="amount">In the currency of the question.</param>
    public static implicit operator AmountSource(decimal amount) => FromDecimal(amount);

    /// <summary>Takes the amounts of a column of the user table; a user without one has no statement.</summary>
    /// <param name="field">The column.</param>
    public static AmountSource FromAmountField(AmountField field) => new AmountOfColumn { Field = field };

    /// <summary>Takes one amount for everybody.</summary>
    /// <param name="amount">In the currency of the question.</param>
    public static AmountSource FromDecimal(decimal amount) => new AmountForEverybody { Amount = amount };
}
