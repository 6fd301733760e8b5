namespace UserOps.Models.Rfm;

/// <summary>RFM: how lately, how often and for how much users bought; scores, the eight groups, three labels, named segments.</summary>
/// <remarks>
/// Recency is counted in local dates from the last purchase to 'as of'; users without a purchase in the window are outside, never at the bottom. Checked when
/// built; immutable, shared freely between threads. The model goes back to A. M. Hughes, Strategic Database Marketing, 1994; the eight groups are those of
/// Chinese practice.
/// </remarks>
public sealed class RfmModel
{
    /// <summary>Initializes a new instance of the <see cref="RfmModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public RfmModel(RfmDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(RfmRules.Check(definition));
        Definition = definition;
        Segments = definition.Segments is { } table ? new RfmSegmentModel(table) : null;
    }

    /// <summary>Gets what is asked.</summary>
    public RfmDefinition Definition { get; }

    /// <summary>Gets the segment table, looked through for overlaps and holes; null without one.</summary>
    public RfmSegmentModel? Segments { get; }

    /// <summary>Measures, scores and places the users of a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone of the local dates. Later events are not seen; the report says how many they are.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at between ranges of users.</param>
    /// <returns>Sums by group, label and segment, and the users behind them; all zero without purchases.</returns>
    /// <exception cref="ArgumentNullException">The data or the context are null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent, of another kind or in another currency; every such fault is listed.</exception>
    /// <exception cref="OverflowException">The money of one user is beyond 64 bits at the scale of its column.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <remarks>Keeps the purchases with the events, so that the next question about them is cheap, at whatever instant it is asked.</remarks>
    public RfmResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        run ??= new RunOptions();
        var question = RfmQuestion.Of(Definition, data, context, run with { Progress = null }, cancellationToken);
        RunOptions measuring = run with { Progress = run.Progress is { } told ? new FirstPart(told, RfmDefaults.MeasuringShare) : null };
        RfmFacts facts = RfmMeasuring.Measure(question, measuring, cancellationToken);
        var workers = new Workers(run.Threads, cancellationToken);
        var result = new RfmResult(new RfmEvaluation(question, facts, RfmPlacing.Of(question, facts, Segments, workers)), workers);
        run.Progress?.Report(1);
        return result;
    }

    /// <summary>Passes on the progress of the first part of the work as that much of the whole.</summary>
    private sealed class FirstPart(IProgress<double> whole, double share) : IProgress<double>
    {
        public void Report(double value) => whole.Report(share * value);
    }
}
