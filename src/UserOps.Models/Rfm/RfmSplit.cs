namespace UserOps.Models.Rfm;

/// <summary>How each axis is cut into low and high, which makes the eight groups.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="RfmSplitModel"/> checks everything at once.</remarks>
public sealed record RfmSplit
{
    /// <summary>Gets where the cuts are. Default: <see cref="RfmSplitMethod.Mean"/>.</summary>
    public RfmSplitMethod Method { get; init; }

    /// <summary>Gets the cuts; for <see cref="RfmSplitMethod.Given"/>, and for no other method.</summary>
    public RfmGivenCuts? Given { get; init; }

    /// <summary>Gets what a value equal to the cut counts as, on every axis. Default: <see cref="RfmCutSide.High"/>.</summary>
    public RfmCutSide EqualToCut { get; init; }
}
