namespace UserOps.Models;

/// <summary>Events of one name, to be said something about; made by <see cref="Rule.Event"/>. Immutable.</summary>
public sealed record EventSelection
{
    internal EventSelection(string name) => Name = name;

    internal string Name { get; }

    internal SegmentRule? Test { get; init; }

    internal TimeWindow? Window { get; init; }

    /// <summary>Chooses only those that pass a test; one after another, all of them.</summary>
    /// <param name="test">Over properties of the event: boolean and field nodes only. Where it is unknown, the event does not count.</param>
    public EventSelection Where(SegmentRule test) => this with { Test = Test is null ? test : Test.And(test) };

    /// <summary>Chooses only those in a window.</summary>
    /// <param name="window">The window.</param>
    public EventSelection In(TimeWindow window) => this with { Window = window };

    /// <summary>Chooses only those of the last time before the evaluation.</summary>
    /// <param name="amount">How many units; positive.</param>
    /// <param name="unit">The unit.</param>
    public EventSelection InLast(int amount, WindowUnit unit) => In(TimeWindow.InLast(amount, unit));

    /// <summary>Makes the rule that there are so many or more.</summary>
    /// <param name="count">Not negative.</param>
    public EventCount AtLeast(long count) => Counted(Comparison.AtLeast, count);

    /// <summary>Makes the rule that there are so many or fewer; none are few.</summary>
    /// <param name="count">Not negative.</param>
    public EventCount AtMost(long count) => Counted(Comparison.AtMost, count);

    /// <summary>Makes the rule that there are just so many.</summary>
    /// <param name="count">Not negative.</param>
    public EventCount Exactly(long count) => Counted(Comparison.EqualTo, count);

    /// <summary>Makes the rule that there is none.</summary>
    public DidNot Never() => new() { Event = Name, Where = Test, Window = Window };

    /// <summary>Takes the sum of a property.</summary>
    /// <param name="property">An amount, quantity or number of the events.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    public EventMeasure Sum(Field property) => Of(EventAggregation.Sum, property);

    /// <summary>Takes the mean of a property; unknown over nothing.</summary>
    /// <inheritdoc cref="Sum"/>
    public EventMeasure Average(Field property) => Of(EventAggregation.Average, property);

    /// <summary>Takes the least value of a property; unknown over nothing.</summary>
    /// <inheritdoc cref="Sum"/>
    public EventMeasure Minimum(Field property) => Of(EventAggregation.Minimum, property);

    /// <summary>Takes the greatest value of a property; unknown over nothing.</summary>
    /// <inheritdoc cref="Sum"/>
    public EventMeasure Maximum(Field property) => Of(EventAggregation.Maximum, property);

    /// <summary>Takes the number of different values of a property.</summary>
    /// <param name="property">Any but a set.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    public EventMeasure Distinct(Field property) => Of(EventAggregation.Distinct, property);

    /// <summary>Takes the number of local dates on which there are any.</summary>
    public EventMeasure DistinctDays() => new(this, EventAggregation.DistinctDays, null);

    private EventCount Counted(Comparison comparison, long count)
        => new() { Event = Name, Where = Test, Window = Window, Comparison = comparison, Count = count };

    private EventMeasure Of(EventAggregation aggregation, Field property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return new(this, aggregation, property);
    }
}
