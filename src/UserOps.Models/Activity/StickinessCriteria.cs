namespace UserOps.Models.Activity;

/// <summary>How many events a block must hold to count; a block without any never does.</summary>
public sealed record StickinessCriteria
{
    /// <summary>Gets how the number is compared.</summary>
    public required StickinessOperator Operator { get; init; }

    /// <summary>Gets the number, at least 1.</summary>
    public required int Value { get; init; }

    /// <summary>Gets the criteria that every block with an event meets.</summary>
    internal static StickinessCriteria AnyEvent { get; } = new() { Operator = StickinessOperator.AtLeast, Value = 1 };

    internal bool IsMetBy(long events) => Operator switch
    {
        StickinessOperator.AtLeast => events >= Value,
        StickinessOperator.AtMost => events <= Value,
        _ => events == Value,
    };
}
