namespace UserOps.Models.Portraits;

/// <summary>How much more, or less, a target has a feature than its base does (目标群体指数, TGI).</summary>
/// <param name="Counts">The four counts.</param>
/// <param name="Index">Share in the target over share in the base, times the scale; 0 when nobody of the target has the feature. Without a number for an empty target, an empty base, or a feature nobody of the base has.</param>
/// <param name="StandardErrorLog">The standard error of the logarithm of the index; <see cref="UndefinedReason.TooFew"/> when nobody of the target has the feature.</param>
/// <param name="Interval">The interval of the index; without a number where <paramref name="StandardErrorLog"/> has none.</param>
/// <param name="IsSmall">Whether fewer users of the target have the feature than the definition asks for: read with care.</param>
public sealed record TargetGroupIndex(
    TargetGroupCounts Counts, Measure<double> Index, Measure<double> StandardErrorLog, Measure<Interval> Interval, bool IsSmall);
