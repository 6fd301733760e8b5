using System.Globalization;

namespace UserOps.Models.Tests.Segments;

/// <summary>The rules about users as the contract words them: one user at a time, by looking at everything there is.</summary>
internal sealed class TwinUserRule(TwinUser user, EvaluationContext context, IReadOnlyDictionary<string, SegmentRule> segments)
{
    /// <summary>Judges the user.</summary>
    /// <returns>Null for unknown.</returns>
    internal bool? Holds(SegmentRule rule) => rule switch
    {
        AllOf all => all.Args.Select(Holds).ToList() is var each && each.Contains(false) ? false : each.Contains(null) ? null : true,
        AnyOf any => any.Args.Select(Holds).ToList() is var each && each.Contains(true) ? true : each.Contains(null) ? null : false,
        Negation negation => !Holds(negation.Arg),
        Assumption assumption => Holds(assumption.Arg) ?? assumption.Value,
        InSegment reference => Holds(segments[reference.Segment]),
        InWindow inWindow => user.Attribute(inWindow.Field) is { } time ? TwinWindow.Contains(inWindow.Window, InstantOf(time), context) : null,
        Anniversary anniversary => user.Attribute(anniversary.Field) is DateOnly date ? TwinAnniversary.Holds(anniversary, date, context) : null,
        MonthlyDay monthly => TwinMonthlyDay.Holds(monthly, user.Attribute(monthly.Field), context),
        FieldRule or WithinDistance or UnknownAnswer => TwinRule.Holds(rule, user.Attribute),
        EventCount count => TwinComparison.Holds(count.Comparison, ((long)Counted(count).Count).CompareTo(count.Count)),
        DidNot didNot => Counted(didNot).Count == 0,
        EventAggregate aggregate => TwinAggregate.OrderToValue(aggregate, Counted(aggregate), context) is { } order ? TwinComparison.Holds(aggregate.Comparison, order) : null,
        EventSequence sequence => TwinSequence.Holds(sequence, Seen, Fills, In),
        DidThenNot missed => TwinDidThenNot.Holds(missed, Seen, Fills, In, context.AsOf),
        _ => throw new NotSupportedException(rule.GetType().Name),
    };

    private List<TwinUserEvent> Seen => [.. user.Events.Where(one => one.At <= context.AsOf)];

    private List<TwinUserEvent> Counted(CountingRule rule) => [.. Seen.Where(one => Fills(one, rule.Event, rule.Where) && In(one, rule.Window))];

    private bool In(TwinUserEvent one, TimeWindow? window) => TwinWindow.Contains(window, one.At, context);

    private bool Fills(TwinUserEvent one, string name, SegmentRule? where)
        => one.Name == name && (where is null || TwinRule.Holds(where, field => ValueOf(one, field)) == true);

    private object? ValueOf(TwinUserEvent one, string field)
        => field == "@localTime" ? TwinLocalTime.Of(one.At, context.Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture) : one.Property(field);

    private DateTimeOffset InstantOf(object time)
        => time is DateOnly date ? TwinLocalTime.InstantOf(date.ToDateTime(TimeOnly.MinValue), context.Zone) : (DateTimeOffset)time;
}
