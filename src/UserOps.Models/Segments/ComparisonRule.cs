namespace UserOps.Models;

/// <summary>A field against a value, or against another field of the same row; unknown where an operand is missing.</summary>
/// <remarks>
/// Texts compare by UTF-16 code unit, amounts and quantities exactly (a column of whole units may be compared with 0.5), numbers with
/// the double nearest to the value, instants as instants whatever their offset, dates as dates. Flags know only <c>eq</c> and
/// <c>ne</c>, sets none of these.
/// </remarks>
public abstract record ComparisonRule : FieldRule
{
    private protected ComparisonRule()
    {
    }

    /// <summary>Gets the value to compare with; null when <see cref="OtherField"/> is given.</summary>
    public RuleValue? Value { get; init; }

    /// <summary>Gets the name of the column to compare with, of the same kind; null when <see cref="Value"/> is given.</summary>
    public string? OtherField { get; init; }

    /// <summary>Gets the currency the value is in, ISO 4217; null takes the column's. A column in another currency is refused.</summary>
    public string? Currency { get; init; }
}
