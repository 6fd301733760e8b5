namespace UserOps.Models;

/// <summary>Names a column of measured numbers; see <see cref="Field.Number"/>.</summary>
public sealed record NumberField : Field<NumberColumn>
{
    internal NumberField(string name)
        : base(name, FieldKind.Number)
    {
    }

    /// <summary>Gets the handle that means, on an event, this attribute of the content the event refers to.</summary>
    public NumberField OfContent => new(ContentPrefix + Name);
}
