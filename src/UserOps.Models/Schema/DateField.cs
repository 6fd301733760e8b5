namespace UserOps.Models;

/// <summary>Names a column of calendar dates; see <see cref="Field.Date"/>.</summary>
public sealed record DateField : Field<DateColumn>
{
    internal DateField(string name)
        : base(name, FieldKind.Date)
    {
    }

    /// <summary>Gets the handle that means, on an event, this attribute of the content the event refers to.</summary>
    public DateField OfContent => new(ContentPrefix + Name);
}
