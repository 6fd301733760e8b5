using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Unit economics (单用户价值): what one user brings, period by period, against what it cost to win the user.</summary>
/// <remarks>
/// Checked when built; immutable, shared freely between threads. Without a discount sums are decimals without rounding, as long as 28 digits
/// hold them; what a discount divides is rounded in the last of these digits, period after period. When the cost is paid back is compared without any rounding.
/// </remarks>
public sealed class UnitEconomicsModel
{
    /// <summary>Checks a definition.</summary>
    /// <param name="definition">Cost, margins, retention and discount.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public UnitEconomicsModel(UnitEconomicsDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(UnitEconomicsRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public UnitEconomicsDefinition Definition { get; }

    /// <summary>Adds up the periods.</summary>
    public UnitEconomicsResult Evaluate()
    {
        int periods = Definition.MarginPerPeriod.Length;
        var contributions = ImmutableArray.CreateBuilder<decimal>(periods);
        var values = ImmutableArray.CreateBuilder<decimal>(periods);
        decimal value = 0;
        decimal worth = Definition.Timing == MarginTiming.Now ? 1 : Later(1);
        for (int period = 0; period < periods; period++)
        {
            decimal kept = Definition.Retention.IsEmpty ? 1 : Definition.Retention[period];
            decimal contribution = Definition.MarginPerPeriod[period] * Definition.GrossMargin * kept * worth;
            value += contribution;
            contributions.Add(contribution);
            values.Add(value);
            worth = Later(worth);
        }

        return new() { Definition = Definition, Contribution = contributions.MoveToImmutable(), Value = values.MoveToImmutable() };
    }

    private decimal Later(decimal worth) => worth / (1 + Definition.DiscountRate);
}
