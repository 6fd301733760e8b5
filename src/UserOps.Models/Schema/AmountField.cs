namespace UserOps.Models;

/// <summary>Names a column of money in one currency; see <see cref="Field.Amount"/>.</summary>
public sealed record AmountField : Field<AmountColumn>
{
    internal AmountField(string name, string currency, int scale)
        : base(name, FieldKind.Amount)
    {
        Currency = CheckedCurrency(currency);
        Scale = CheckedScale(scale);
    }

    /// <summary>Gets the ISO 4217 code of the currency.</summary>
    public string Currency { get; }

    /// <summary>Gets the digits kept after the point.</summary>
    public int Scale { get; }

    /// <summary>Gets the handle that means, on an event, this attribute of the content the event refers to.</summary>
    public AmountField OfContent => new(ContentPrefix + Name, Currency, Scale);
}
