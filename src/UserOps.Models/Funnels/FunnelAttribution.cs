namespace UserOps.Models.Funnels;

/// <summary>Which event gives a user the value of a breakdown.</summary>
public enum FunnelAttribution
{
    /// <summary>The first event that can fill any step and has the property; at equal times the ordinally smallest value. The default.</summary>
    FirstTouch,

    /// <summary>The last such event; at equal times the ordinally smallest value.</summary>
    LastTouch,

    /// <summary>One funnel per value, over events that carry it.</summary>
    AllSteps,

    /// <summary>One funnel per value, in which only the named step must carry it.</summary>
    Step,
}
