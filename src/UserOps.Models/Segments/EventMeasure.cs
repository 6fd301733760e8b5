namespace UserOps.Models;

/// <summary>A number made of events, to be compared; made by <see cref="EventSelection"/>. Immutable.</summary>
public sealed record EventMeasure
{
    private readonly EventSelection _events;
    private readonly EventAggregation _aggregation;
    private readonly Field? _property;

    internal EventMeasure(EventSelection events, EventAggregation aggregation, Field? property)
    {
        _events = events;
        _aggregation = aggregation;
        _property = property;
    }

    /// <summary>Makes the rule that the number is at least a value.</summary>
    /// <param name="value">In units of the property.</param>
    public EventAggregate AtLeast(decimal value) => Compared(Comparison.AtLeast, value);

    /// <summary>Makes the rule that the number is above a value.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public EventAggregate MoreThan(decimal value) => Compared(Comparison.GreaterThan, value);

    /// <summary>Makes the rule that the number is at most a value.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public EventAggregate AtMost(decimal value) => Compared(Comparison.AtMost, value);

    /// <summary>Makes the rule that the number is below a value.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public EventAggregate LessThan(decimal value) => Compared(Comparison.LessThan, value);

    /// <summary>Makes the rule that the number equals a value.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public EventAggregate EqualTo(decimal value) => Compared(Comparison.EqualTo, value);

    private EventAggregate Compared(Comparison comparison, decimal value) => new()
    {
        Event = _events.Name,
        Where = _events.Test,
        Window = _events.Window,
        Aggregation = _aggregation,
        Property = _property?.Name,
        Comparison = comparison,
        Value = value,
        Currency = _aggregation == EventAggregation.Distinct ? null : (_property as AmountField)?.Currency,
    };
}
