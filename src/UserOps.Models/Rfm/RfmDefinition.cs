namespace UserOps.Models.Rfm;

/// <summary>What is asked of purchases: how lately, how often and for how much each user bought, and how that is scored, split and named.</summary>
/// <remarks>
/// Plain data, JSON round-trip. Nothing is checked here; <see cref="RfmModel"/> checks everything at once. Which purchases count is said by the filter alone:
/// installments only, one channel only, and so on.
/// </remarks>
public sealed record RfmDefinition
{
    /// <summary>Gets the events that are purchases. One that is also a refund or a reversal is that, and no purchase.</summary>
    public required EventFilter Purchases { get; init; }

    /// <summary>
    /// Gets the column of the money, on purchases and refunds; of the content a purchase refers to where the handle says so. Null where money is not asked.
    /// A purchase without an amount is a purchase, adds nothing to the money, and is counted.
    /// </summary>
    public AmountField? Amount { get; init; }

    /// <summary>Gets what the third axis measures. Default: <see cref="RfmValue.Money"/>.</summary>
    public RfmValue Monetary
    {
        get => field ?? RfmValue.Money;
        init;
    }

    /// <summary>Gets what the second axis counts. Default: <see cref="RfmFrequency.PurchaseDays"/>.</summary>
    public RfmFrequency Frequency { get; init; }

    /// <summary>Gets the first instant of the window; a date means its first instant in the zone of the context. Null, the default, for no limit.</summary>
    public DateOrInstant? From { get; init; }

    /// <summary>Gets how many local dates the window has, the one of 'as of' the last of them, 1 to 3,653. Null, the default, for no limit; not with <see cref="From"/>.</summary>
    public int? LastDays { get; init; }

    /// <summary>Gets the events that give money back; null, the default, for none.</summary>
    public EventFilter? Refunds { get; init; }

    /// <summary>Gets what refunds do. Default: <see cref="RfmRefundPolicy.Net"/>.</summary>
    public RfmRefundPolicy RefundPolicy { get; init; }

    /// <summary>Gets the events that take a purchase back altogether; null, the default, for none.</summary>
    public RfmReversals? Reversals { get; init; }

    /// <summary>Gets how recency is scored; fewer days are better. Default: five scores by quantiles.</summary>
    public RfmAxisScoring RecencyScoring
    {
        get => field ?? Quintiles;
        init;
    }

    /// <summary>Gets how frequency is scored. Default: five scores by quantiles.</summary>
    public RfmAxisScoring FrequencyScoring
    {
        get => field ?? Quintiles;
        init;
    }

    /// <summary>Gets how the third axis is scored. Default: five scores by quantiles.</summary>
    public RfmAxisScoring MonetaryScoring
    {
        get => field ?? Quintiles;
        init;
    }

    /// <summary>
    /// Gets how length is scored (LRFM): the days from a user's first purchase in the window to the last, a fourth axis beside the cell, the groups and the
    /// segments. Null, the default, for no such axis.
    /// </summary>
    public RfmAxisScoring? LengthScoring { get; init; }

    /// <summary>Gets what a point of each score counts in the weighted score. Default: 1 each.</summary>
    public RfmWeights Weights
    {
        get => field ?? EqualWeights;
        init;
    }

    /// <summary>Gets how each axis is cut into high and low, which makes the eight groups. Default: at the mean.</summary>
    public RfmSplit Split
    {
        get => field ?? AtTheMean;
        init;
    }

    /// <summary>Gets the labels of the eight groups. Default: dormant, active, potential.</summary>
    public RfmLabelRule Labels
    {
        get => field ?? UsualLabels;
        init;
    }

    /// <summary>Gets the named segments; null, the default, for none.</summary>
    public RfmSegmentTable? Segments { get; init; }

    /// <summary>
    /// Gets cuts from elsewhere: users are scored and split by them and not by each other, whatever the scorings and the split say. This is how shards share
    /// one population's boundaries. Null, the default, for none.
    /// </summary>
    public RfmCuts? Cuts { get; init; }

    private static RfmAxisScoring Quintiles { get; } = new();

    private static RfmWeights EqualWeights { get; } = new();

    private static RfmSplit AtTheMean { get; } = new();

    private static RfmLabelRule UsualLabels { get; } = new();

    /// <summary>Makes the same question with the cuts of a result, so that other users, or the same ones later, are measured by them.</summary>
    /// <param name="cuts">See <see cref="RfmResult.Cuts"/>.</param>
    /// <exception cref="ArgumentNullException">The cuts are null.</exception>
    public RfmDefinition With(RfmCuts cuts)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        return this with { Cuts = cuts };
    }

    /// <inheritdoc/>
    public bool Equals(RfmDefinition? other) => other is not null
        && Purchases == other.Purchases
        && Amount == other.Amount
        && Monetary == other.Monetary
        && Frequency == other.Frequency
        && From == other.From
        && LastDays == other.LastDays
        && Refunds == other.Refunds
        && RefundPolicy == other.RefundPolicy
        && Reversals == other.Reversals
        && RecencyScoring == other.RecencyScoring
        && FrequencyScoring == other.FrequencyScoring
        && MonetaryScoring == other.MonetaryScoring
        && LengthScoring == other.LengthScoring
        && Weights == other.Weights
        && Split == other.Split
        && Labels == other.Labels
        && Segments == other.Segments
        && Cuts == other.Cuts;

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Purchases);
        hash.Add(Amount);
        hash.Add(Monetary);
        hash.Add(Frequency);
        hash.Add(From);
        hash.Add(LastDays);
        hash.Add(Refunds);
        hash.Add(Reversals);
        hash.Add(MonetaryScoring);
        hash.Add(Split);
        hash.Add(Cuts);
        return hash.ToHashCode();
    }
}
