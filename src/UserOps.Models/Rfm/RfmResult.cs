namespace UserOps.Models.Rfm;

/// <summary>Recency, frequency and money of the users of a dataset at one instant. Immutable.</summary>
public sealed class RfmResult
{
    private readonly RfmEvaluation _evaluation;

    internal RfmResult(RfmEvaluation evaluation, Workers workers)
    {
        _evaluation = evaluation;
        Summary = evaluation.Summarize(workers);
        Users = new(evaluation);
    }

    /// <summary>Gets what was asked.</summary>
    public RfmDefinition Definition => _evaluation.Question.Definition;

    /// <summary>Gets the instant and the zone for which it was asked.</summary>
    public EvaluationContext Context => _evaluation.Question.Context;

    /// <summary>Gets the counts and sums: JSON, and mergeable where all cuts are given.</summary>
    public RfmSummary Summary { get; }

    /// <summary>Gets who is where, bound to the dataset.</summary>
    public RfmUsers Users { get; }

    /// <summary>
    /// Gets the boundaries by which users were scored and split, to measure others by them: <see cref="RfmDefinition.With"/>. The same users get the same scores
    /// and groups by them. Null where there are none: nobody has a value, or an axis is scored by ranks, which tie users to each other.
    /// </summary>
    public RfmCuts? Cuts => _evaluation.Placing.Cuts;

    /// <summary>
    /// Gets the cuts between high and low for people to read: given ones as given, means and medians rounded to 15 digits. Users were parted by the numbers
    /// before rounding. Null where nobody has a value on the third axis.
    /// </summary>
    public RfmGivenCuts? SplitCuts => _evaluation.Placing.Split;

    internal RfmEvaluation Evaluation => _evaluation;
}
