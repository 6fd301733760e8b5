namespace UserOps.Models;

/// <summary>Names a column of sets of texts; see <see cref="Field.Set"/>.</summary>
public sealed record SetField : Field<SetColumn>
{
    internal SetField(string name)
        : base(name, FieldKind.Set)
    {
    }

    /// <summary>Gets the handle that means, on an event, this attribute of the content the event refers to.</summary>
    public SetField OfContent => new(ContentPrefix + Name);
}
