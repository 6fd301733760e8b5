namespace UserOps.Models;

/// <summary>How the value of a field says on which dates a node falls.</summary>
public enum CardCycleTiming
{
    /// <summary>A date: the node falls on it, once.</summary>
    Once,

    /// <summary>A number from 1 to 31: the node falls on that day of every month, in a shorter month on its last day.</summary>
    Monthly,

    /// <summary>A date: the node falls on it and on every anniversary, that of 29 February in common years on the 28th.</summary>
    Yearly,
}
