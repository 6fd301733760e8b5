namespace UserOps.Models.GrowthModels;

/// <summary>A number of users per stage.</summary>
/// <remarks>Plain counts of one population; which population, the holder says.</remarks>
public readonly record struct GrowthStageCounts
{
    /// <summary>Gets the users at acquisition.</summary>
    public required long Acquisition { get; init; }

    /// <summary>Gets the users at activation.</summary>
    public required long Activation { get; init; }

    /// <summary>Gets the users at retention.</summary>
    public required long Retention { get; init; }

    /// <summary>Gets the users at revenue.</summary>
    public required long Revenue { get; init; }

    /// <summary>Gets the users at referral.</summary>
    public required long Referral { get; init; }

    /// <summary>Gets the users at a stage.</summary>
    /// <param name="stage">One of the five.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the five.</exception>
    public long this[GrowthStage stage] => stage switch
    {
        GrowthStage.Acquisition => Acquisition,
        GrowthStage.Activation => Activation,
        GrowthStage.Retention => Retention,
        GrowthStage.Revenue => Revenue,
        GrowthStage.Referral => Referral,
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "This is not one of the five stages."),
    };

    internal static GrowthStageCounts Of(ReadOnlySpan<long> users) => new()
    {
        Acquisition = users[0],
        Activation = users[1],
        Retention = users[2],
        Revenue = users[3],
        Referral = users[4],
    };

    internal static GrowthStageCounts Sum(GrowthStageCounts a, GrowthStageCounts b) => new()
    {
        Acquisition = a.Acquisition + b.Acquisition,
        Activation = a.Activation + b.Activation,
        Retention = a.Retention + b.Retention,
        Revenue = a.Revenue + b.Revenue,
        Referral = a.Referral + b.Referral,
    };
}
