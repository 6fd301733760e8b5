namespace UserOps.Models;

/// <summary>What a node without operands can answer, as far as it shows without data.</summary>
internal static class LeafOutcomes
{
    internal static RuleOutcomes Of(SegmentRule leaf, bool isNobody) => leaf switch
    {
        IsMissing or IsPresent => RuleOutcomes.Known,
        OneOf { Values.IsEmpty: true } or ContainsAny { Values.IsEmpty: true } => RuleOutcomes.False | RuleOutcomes.Unknown,
        MembershipRule { Values.IsEmpty: true } => RuleOutcomes.True | RuleOutcomes.Unknown,
        InWindow { Window: UnlimitedWindow } => RuleOutcomes.True | RuleOutcomes.Unknown,
        EventRule events when isNobody || IsAhead(events.Window) => OfNothing(events),
        EventCount count => OfCount(count.Comparison, count.Count),
        EventAggregate { Aggregation: EventAggregation.Distinct or EventAggregation.DistinctDays } aggregate => OfCount(aggregate.Comparison, aggregate.Value),
        EventAggregate { Aggregation: EventAggregation.Sum } or DidNot or EventSequence => RuleOutcomes.Known,
        _ => RuleOutcomes.Any,
    };

    /// <summary>Says whether no event can lie in a window, because none is seen that is later than the evaluation.</summary>
    private static bool IsAhead(TimeWindow? window) => window is RollingAheadWindow or CalendarWindow { FromDaysAgo: < 0 };

    private static RuleOutcomes OfNothing(EventRule rule) => rule switch
    {
        EventCount count => Always(EventJudge.Holds(count.Comparison, 0, count.Count)),
        DidNot => RuleOutcomes.True,
        EventAggregate { Aggregation: EventAggregation.Average or EventAggregation.Minimum or EventAggregation.Maximum } => RuleOutcomes.Unknown,
        EventAggregate aggregate => Always(EventJudge.Holds(aggregate.Comparison, 0, aggregate.Value)),
        _ => RuleOutcomes.False,
    };

    /// <summary>A count is a whole number and not negative.</summary>
    private static RuleOutcomes OfCount(Comparison comparison, decimal limit) => comparison switch
    {
        Comparison.AtLeast when limit <= 0 => RuleOutcomes.True,
        Comparison.GreaterThan when limit < 0 => RuleOutcomes.True,
        Comparison.LessThan when limit <= 0 => RuleOutcomes.False,
        Comparison.AtMost when limit < 0 => RuleOutcomes.False,
        Comparison.EqualTo when limit < 0 || !decimal.IsInteger(limit) => RuleOutcomes.False,
        Comparison.NotEqualTo when limit < 0 || !decimal.IsInteger(limit) => RuleOutcomes.True,
        _ => RuleOutcomes.Known,
    };

    private static RuleOutcomes Always(bool answer) => answer ? RuleOutcomes.True : RuleOutcomes.False;
}
