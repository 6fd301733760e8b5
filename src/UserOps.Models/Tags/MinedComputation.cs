namespace UserOps.Models.Tags;

/// <summary><c>mined</c>: what a fitted model predicts. The values come in as a <see cref="TagColumn"/>, with their confidence.</summary>
public sealed record MinedComputation : TagComputation
{
    /// <summary>Gets which model, and which version of it: for people and for the lineage.</summary>
    public required string Model { get; init; }

    internal override TagKind Kind => TagKind.Mined;
}
