namespace UserOps.Models;

/// <summary>Names a column of true and false; see <see cref="Field.Flag"/>.</summary>
public sealed record FlagField : Field<FlagColumn>
{
    internal FlagField(string name)
        : base(name, FieldKind.Flag)
    {
    }

    /// <summary>Gets the handle that means, on an event, this attribute of the content the event refers to.</summary>
    public FlagField OfContent => new(ContentPrefix + Name);
}
