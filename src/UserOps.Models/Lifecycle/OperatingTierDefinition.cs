namespace UserOps.Models.Lifecycle;

/// <summary>The limits that divide users into the six operating tiers. Days are local dates.</summary>
public sealed record OperatingTierDefinition
{
    /// <summary>Gets for how many days after the day of registration a user is new, the last one included; 0 or more. Default: 7.</summary>
    public int NewDays { get; init; } = OperatingTierDefaults.NewDays;

    /// <summary>Gets after how many days without interaction a user is dormant: more than so many; 0 or more. Default: 90.</summary>
    public int DormantDays { get; init; } = OperatingTierDefaults.DormantDays;

    /// <summary>Gets from how many uses of the core feature within 30 days on a user is active; 0 or more, 0 for everybody. Default: 10.</summary>
    public int ActiveCoreUses { get; init; } = OperatingTierDefaults.ActiveCoreUses;

    /// <summary>Gets from how many active days within 60 days on a user is active; 0 to 60, 0 for everybody. Default: 30.</summary>
    public int ActiveDays { get; init; } = OperatingTierDefaults.ActiveDays;

    /// <summary>Gets where the facts are read in a dataset; null where only the record door is used.</summary>
    public OperatingTierSources? Sources { get; init; }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [System.Text.Json.Serialization.JsonConstructor]
    internal OperatingTierDefinition(
        int newDays = OperatingTierDefaults.NewDays,
        int dormantDays = OperatingTierDefaults.DormantDays,
        int activeCoreUses = OperatingTierDefaults.ActiveCoreUses,
        int activeDays = OperatingTierDefaults.ActiveDays)
        => (NewDays, DormantDays, ActiveCoreUses, ActiveDays) = (newDays, dormantDays, activeCoreUses, activeDays);

    /// <summary>Initializes a new instance of the <see cref="OperatingTierDefinition"/> class with the usual limits.</summary>
    public OperatingTierDefinition()
    {
    }
}
