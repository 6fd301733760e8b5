namespace UserOps.Models.GrowthModels;

/// <summary>Which events serve each stage. One event may serve several.</summary>
public sealed record GrowthStageEvents
{
    /// <summary>Gets the events that make somebody a user, such as a registration.</summary>
    public required EventFilter Acquisition { get; init; }

    /// <summary>Gets the events that are the first experience of the core value, such as binding a card.</summary>
    public required EventFilter Activation { get; init; }

    /// <summary>Gets the events that count as coming back, such as a login, or <see cref="EventFilter.Any"/>.</summary>
    public required EventFilter Retention { get; init; }

    /// <summary>Gets the events that earn, such as a payment.</summary>
    public required EventFilter Revenue { get; init; }

    /// <summary>Gets the events that bring others, such as an invitation.</summary>
    public required EventFilter Referral { get; init; }

    internal EventFilter this[GrowthStage stage] => stage switch
    {
        GrowthStage.Acquisition => Acquisition,
        GrowthStage.Activation => Activation,
        GrowthStage.Retention => Retention,
        GrowthStage.Revenue => Revenue,
        _ => Referral,
    };
}
