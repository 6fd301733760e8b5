namespace UserOps.Models;

/// <summary>Names a column of exact decimal quantities; see <see cref="Field.Quantity"/>.</summary>
public sealed record QuantityField : Field<QuantityColumn>
{
    internal QuantityField(string name, int scale)
        : base(name, FieldKind.Quantity)
        => Scale = CheckedScale(scale);

    /// <summary>Gets the digits kept after the point.</summary>
    public int Scale { get; }

    /// <summary>Gets the handle that means, on an event, this attribute of the content the event refers to.</summary>
    public QuantityField OfContent => new(ContentPrefix + Name, Scale);
}
