using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>AARRR and RARRA side by side over one cohort.</summary>
public sealed record GrowthComparison
{
    private GrowthComparison(AarrrSummary aarrr, RarraSummary rarra)
    {
        Aarrr = aarrr;
        Rarra = rarra;
    }

    /// <summary>Gets AARRR.</summary>
    public AarrrSummary Aarrr { get; }

    /// <summary>Gets RARRA.</summary>
    public RarraSummary Rarra { get; }

    /// <summary>Gets the stages in the order of AARRR, each as both models see it.</summary>
    public ImmutableArray<GrowthComparisonRow> Rows
    {
        get
        {
            ImmutableArray<RarraStage> rarra = Rarra.Stages;
            return [.. Aarrr.Stages.Select(stage => new GrowthComparisonRow(stage, rarra.Single(other => other.Stage == stage.Stage)))];
        }
    }

    /// <summary>Puts two summaries of one question side by side.</summary>
    /// <param name="aarrr">AARRR.</param>
    /// <param name="rarra">RARRA of the same definition, data and context.</param>
    /// <exception cref="ArgumentException">The definitions or the contexts differ, or they were counted over different data.</exception>
    public static GrowthComparison Compare(AarrrSummary aarrr, RarraSummary rarra)
    {
        ArgumentNullException.ThrowIfNull(aarrr);
        ArgumentNullException.ThrowIfNull(rarra);
        GrowthCohortSummary.RequireSameQuestion(aarrr.Cohort, rarra.Cohort, "compared", nameof(rarra));
        return aarrr.Cohort == rarra.Cohort
            ? new(aarrr, rarra)
            : throw new ArgumentException("AARRR and RARRA were counted over different cohorts; only one cohort can be compared with itself.", nameof(rarra));
    }

    /// <summary>Answers both questions in one pass over the data.</summary>
    /// <param name="definition">What both ask.</param>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone of the local days.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>What the two models give, one after the other, for the price of one.</returns>
    /// <exception cref="InvalidDefinitionException">The definition cannot be, or names a column that is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static (AarrrResult Aarrr, RarraResult Rarra) Evaluate(
        GrowthStagesDefinition definition,
        UserOpsDataset data,
        EvaluationContext context,
        RunOptions? run = null,
        CancellationToken cancellationToken = default)
    {
        GrowthEvaluation.Require(definition);
        GrowthEvaluation evaluation = GrowthEvaluation.Of(definition, data, context, run, cancellationToken);
        return (new(evaluation), new(evaluation));
    }
}
