namespace UserOps.Models.Lifecycle;

/// <summary>Where the facts about a user are read in a dataset.</summary>
public sealed record OperatingTierSources
{
    /// <summary>Gets the name of the date column of the user table that says when a user registered.</summary>
    public required string RegisteredOn { get; init; }

    /// <summary>Gets the name of the event that is an interaction, ordinal: a login.</summary>
    public required string Interaction { get; init; }

    /// <summary>Gets the name of the event that is a use of the core feature, ordinal: a payment.</summary>
    public required string CoreUse { get; init; }

    /// <summary>Gets who has converted; it refers to no other rules.</summary>
    public required SegmentRule Converted { get; init; }

    /// <summary>Gets who looks like those who convert; it refers to no other rules.</summary>
    public required SegmentRule ValueProfile { get; init; }
}
