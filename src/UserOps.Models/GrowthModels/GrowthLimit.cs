namespace UserOps.Models.GrowthModels;

/// <summary>The limit that kept an event from serving a stage.</summary>
public enum GrowthLimit
{
    /// <summary>There is no visible event of the stage at all.</summary>
    NoEvent,

    /// <summary>The nearest event of the stage lies before the acquisition.</summary>
    BeforeAcquisition,

    /// <summary>The nearest event of the stage lies after the window.</summary>
    Window,

    /// <summary>The nearest event of the stage lies before the first or after the last retention day.</summary>
    RetentionDays,
}
