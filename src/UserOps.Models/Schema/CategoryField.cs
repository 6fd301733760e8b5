namespace UserOps.Models;

/// <summary>Names a column of few texts; see <see cref="Field.Category"/>.</summary>
public sealed record CategoryField : Field<CategoryColumn>
{
    internal CategoryField(string name)
        : base(name, FieldKind.Category)
    {
    }

    /// <summary>Gets the handle that means, on an event, this attribute of the content the event refers to.</summary>
    public CategoryField OfContent => new(ContentPrefix + Name);
}
