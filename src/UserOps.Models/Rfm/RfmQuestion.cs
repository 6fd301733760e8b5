namespace UserOps.Models.Rfm;

/// <summary>A definition bound to one dataset and one context: all that is needed to measure its users.</summary>
internal sealed class RfmQuestion
{
    private RfmQuestion(RfmColumns columns, UserOpsDataset data, EvaluationContext context, RfmEvents lists, MatchedEvents? engagement)
    {
        Columns = columns;
        Data = data;
        Context = context;
        Lists = lists;
        Engagement = engagement;
        Calendar = ReportingCalendar.Of(context);
        Window = RfmWindow.Of(columns.Definition, Calendar, context);
    }

    internal RfmColumns Columns { get; }

    internal RfmDefinition Definition => Columns.Definition;

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    internal ReportingCalendar Calendar { get; }

    internal RfmWindow Window { get; }

    internal RfmEvents Lists { get; }

    /// <summary>Gets the events of the engagement; null for other third axes.</summary>
    internal MatchedEvents? Engagement { get; }

    /// <summary>Gets the digits after the point of the money; 0 where it is not asked.</summary>
    internal int MoneyScale => Definition.Amount?.Scale ?? 0;

    /// <summary>Gets the digits after the point of the third axis.</summary>
    internal int ValueScale => Definition.Monetary switch
    {
        RfmMoney => MoneyScale,
        RfmAssets assets => assets.Field.Scale,
        _ => 0,
    };

    /// <exception cref="InvalidDefinitionException">Columns are absent or of another kind; every fault is listed.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    internal static RfmQuestion Of(
        RfmDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        var workers = new Workers((run ?? new RunOptions()).Threads, cancellationToken);
        RfmColumns columns = RfmColumns.Of(definition, data, context, run, cancellationToken);
        return new(columns, data, context, RfmEvents.Of(columns, data, workers, cancellationToken), EngagementOf(columns, data, workers));
    }

    private static MatchedEvents? EngagementOf(RfmColumns columns, UserOpsDataset data, Workers workers)
        => columns.Engagement is not { } matches || columns.Definition.Monetary is not RfmEngagement engagement
            ? null
            : data.Events.SideStructures.GetOrAdd(
                new EngagementKey(engagement.Events, columns.Zone, data.Contents), _ => MatchedEvents.Of(data.Events, matches, [], workers));

    private sealed record EngagementKey(EventFilter Events, TimeZoneInfo Zone, ContentTable Contents);
}
