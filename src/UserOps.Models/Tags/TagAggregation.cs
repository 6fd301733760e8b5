namespace UserOps.Models.Tags;

/// <summary>What a statistical tag makes of a user's events.</summary>
public enum TagAggregation
{
    /// <summary>How many there are; 0 for none. Takes no property.</summary>
    Count,

    /// <summary>The sum of a property; 0 over nothing.</summary>
    Sum,

    /// <summary>The mean of a property; no value over nothing.</summary>
    Average,

    /// <summary>The least value of a property; none over nothing.</summary>
    Minimum,

    /// <summary>The greatest value of a property; none over nothing.</summary>
    Maximum,

    /// <summary>The property of the first event that has it; without a property, the local date of the first event.</summary>
    First,

    /// <summary>The property of the last event that has it; without a property, the local date of the last event.</summary>
    Last,

    /// <summary>How many different values a property takes; 0 over nothing.</summary>
    Distinct,

    /// <summary>On how many different local dates the events lie; 0 for none. Takes no property.</summary>
    DistinctDays,

    /// <summary>Whole local dates from the last event to the evaluation, 0 on the day itself; no value without one. Takes no property.</summary>
    DaysSince,
}
