using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>The metrics that catalogs of this room may name, by stable id; each is a share this room computes.</summary>
public static class GrowthMetrics
{
    /// <summary>The id of: activated users, of the cohort.</summary>
    public const string ActivatedShare = "aarrr.activation";

    /// <summary>The id of: retained users, of the activated.</summary>
    public const string RetentionConversion = "aarrr.retention";

    /// <summary>The id of: paying users, of those activated and retained.</summary>
    public const string RevenueConversion = "aarrr.revenue";

    /// <summary>The id of: referring users, of those activated, retained and paying.</summary>
    public const string ReferralConversion = "aarrr.referral";

    /// <summary>The id of: retained users, of the cohort.</summary>
    public const string RetainedShare = "rarra.retention";

    /// <summary>The id of: activated users, of the retained.</summary>
    public const string ActivationOfRetained = "rarra.activation";

    /// <summary>The id of: referring users, of the retained.</summary>
    public const string ReferralOfRetained = "rarra.referral";

    /// <summary>The id of: paying users, of the retained.</summary>
    public const string RevenueOfRetained = "rarra.revenue";

    /// <summary>Gets all ids, those of AARRR first, each in the order of its model.</summary>
    public static ImmutableArray<string> Ids { get; } =
    [
        ActivatedShare, RetentionConversion, RevenueConversion, ReferralConversion,
        RetainedShare, ActivationOfRetained, ReferralOfRetained, RevenueOfRetained,
    ];

    /// <summary>Computes a metric from the counts of a cohort.</summary>
    /// <param name="metricId">One of <see cref="Ids"/>.</param>
    /// <param name="cohort">The counts; both models carry them.</param>
    /// <returns>The share; without a value over nobody.</returns>
    /// <exception cref="ArgumentException">The id is none of them.</exception>
    public static Ratio Of(string metricId, GrowthCohortSummary cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        GrowthStageCounts raw = cohort.Counts.Raw;
        GrowthStageCounts inOrder = cohort.Counts.InOrder;
        GrowthStageCounts ofRetained = cohort.Counts.OfRetained;
        return metricId switch
        {
            ActivatedShare => new(inOrder.Activation, inOrder.Acquisition),
            RetentionConversion => new(inOrder.Retention, inOrder.Activation),
            RevenueConversion => new(inOrder.Revenue, inOrder.Retention),
            ReferralConversion => new(inOrder.Referral, inOrder.Revenue),
            RetainedShare => new(raw.Retention, raw.Acquisition),
            ActivationOfRetained => new(ofRetained.Activation, raw.Retention),
            ReferralOfRetained => new(ofRetained.Referral, raw.Retention),
            RevenueOfRetained => new(ofRetained.Revenue, raw.Retention),
            _ => throw new ArgumentException($"There is no growth metric '{metricId}'.", nameof(metricId)),
        };
    }
}
