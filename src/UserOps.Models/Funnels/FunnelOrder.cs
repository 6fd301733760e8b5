namespace UserOps.Models.Funnels;

/// <summary>How the steps of a funnel must follow each other.</summary>
public enum FunnelOrder
{
    /// <summary>In the order of the list; other events may lie between. The default.</summary>
    Ordered,

    /// <summary>In the order of the list; between two matched events only events that match the step just matched may lie.</summary>
    Strict,

    /// <summary>In any order: what counts is how many different steps can be filled, one event each, inside one window.</summary>
    Unordered,
}
