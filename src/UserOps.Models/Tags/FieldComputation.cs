namespace UserOps.Models.Tags;

/// <summary><c>attribute</c>: an attribute of the user as it stands. An instant becomes its local date.</summary>
public sealed record FieldComputation : TagComputation
{
    /// <summary>Gets the name of the attribute, ordinal.</summary>
    public required string Field { get; init; }

    internal override TagKind Kind => TagKind.Statistical;
}
