namespace UserOps.Models.Survival;

/// <summary>From events to durations: how long each user was there, and whether the end was seen by 'as of'.</summary>
/// <remarks>
/// Who has not ended is censored at the last instant at which an end would have shown: 'as of', or one limit earlier where users end at their last
/// activity. Censoring them at their own last activity instead would make the time of censoring depend on what is measured, and every
/// curve wrong. Checked when built; immutable, shared freely between threads.
/// </remarks>
public sealed class DurationModel
{
    /// <summary>Initializes a new instance of the <see cref="DurationModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public DurationModel(DurationDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(DurationRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public DurationDefinition Definition { get; }

    /// <summary>Reads the durations of a dataset.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone of local times in filters.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts, users and the table; of no users, counts of 0.</returns>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public DurationResult Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var plan = new DurationPlan(Definition, data, context, run, cancellationToken);
        var columns = new DurationColumns(Definition, data);
        var spans = new DurationSpan[data.Directory.Count];
        var counts = new long[Enum.GetValues<DurationOutcome>().Length];
        foreach (long[] part in UserRange.Each(data.Events.Offsets, run, range => Read(plan, columns, range, spans), cancellationToken))
        {
            for (int outcome = 0; outcome < counts.Length; outcome++)
            {
                counts[outcome] += part[outcome];
            }
        }

        return new(SummaryOf(plan, counts), new(plan, spans));
    }

    private static long[] Read(DurationPlan plan, DurationColumns columns, UserRange range, DurationSpan[] spans)
    {
        var counts = new long[Enum.GetValues<DurationOutcome>().Length];
        for (int user = range.From; user < range.To; user++)
        {
            DurationSpan span = plan.SpanOf(user);
            if (span.HasRow && columns.IsIncomplete(user))
            {
                span = span with { Outcome = DurationOutcome.MissingValue };
            }

            spans[user] = span;
            counts[(int)span.Outcome]++;
        }

        return counts;
    }

    private static DurationSummary SummaryOf(DurationPlan plan, long[] counts) => new()
    {
        Definition = plan.Definition,
        Context = plan.Context,
        Users = plan.Data.Directory.Count,
        Ended = counts[(int)DurationOutcome.Ended],
        Censored = counts[(int)DurationOutcome.Censored],
        NotStarted = counts[(int)DurationOutcome.NotStarted],
        NotWatched = counts[(int)DurationOutcome.NotWatched],
        TooRecent = counts[(int)DurationOutcome.TooRecent],
        MissingValue = counts[(int)DurationOutcome.MissingValue],
        UnknownEvents = plan.UnknownEvents,
    };
}
