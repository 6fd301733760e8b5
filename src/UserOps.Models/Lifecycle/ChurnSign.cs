namespace UserOps.Models.Lifecycle;

/// <summary>One of the two signs of a leaving user: whether it passes its limit, and its score; or why there is none.</summary>
internal readonly record struct ChurnSign
{
    private ChurnSign(bool? passes, double score, ChurnUnknownReason because, UndefinedReason undefined)
        => (Passes, Score, Because, Undefined) = (passes, score, because, undefined);

    /// <summary>Gets whether the limit is reached; null where the sign does not exist.</summary>
    internal bool? Passes { get; }

    internal double Score { get; }

    internal ChurnUnknownReason Because { get; }

    internal UndefinedReason Undefined { get; }

    internal static ChurnSign Of(double partOfLimit, bool passes) => new(passes, ChurnKernels.Score(partOfLimit, passes), default, default);

    internal static ChurnSign Missing(ChurnUnknownReason because, UndefinedReason undefined) => new(null, 0, because, undefined);
}
