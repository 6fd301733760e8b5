namespace UserOps.Models.Tags;

/// <summary><c>rule</c>: true, false or unknown, as one rule says.</summary>
public sealed record RuleComputation : TagComputation
{
    /// <summary>Gets the rule.</summary>
    public required SegmentRule Rule { get; init; }

    internal override TagKind Kind => TagKind.Rule;
}
