namespace UserOps.Models;

/// <summary>Names a column of instants; see <see cref="Field.Instant"/>.</summary>
public sealed record InstantField : Field<InstantColumn>
{
    internal InstantField(string name)
        : base(name, FieldKind.Instant)
    {
    }

    /// <summary>Gets the handle that means, on an event, this attribute of the content the event refers to.</summary>
    public InstantField OfContent => new(ContentPrefix + Name);
}
