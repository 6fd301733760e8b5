namespace UserOps.Models.Survival;

/// <summary>Competing risks: of those who started, the share that has ended for each cause by each time (Aalen-Johansen). Over all rows, and per group.</summary>
/// <remarks>
/// O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5, 1978. One minus a Kaplan-Meier curve that takes other causes for censoring is
/// not this share: it says what would be if nothing else could happen, and is always too high. Checked when built; immutable, shared freely
/// between threads.
/// </remarks>
public sealed class CompetingRisksModel
{
    /// <summary>Initializes a new instance of the <see cref="CompetingRisksModel"/> class.</summary>
    /// <param name="definition">What is asked; null for the defaults.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public CompetingRisksModel(CompetingRisksDefinition? definition = null)
    {
        Definition = definition ?? new();
        InvalidDefinitionException.ThrowIfAny(SurvivalRules.Check(Definition.Interval, Definition.Level));
    }

    /// <summary>Gets what is asked.</summary>
    public CompetingRisksDefinition Definition { get; }

    /// <summary>Draws the incidences of a table.</summary>
    /// <param name="table">The rows; sorted on first use.</param>
    /// <returns>The incidences over all rows, and per group where the table has groups.</returns>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    /// <exception cref="ArgumentException">The table has no causes.</exception>
    public CompetingRisksResult Evaluate(SurvivalTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Causes is null)
        {
            throw new ArgumentException("The table has no causes; without them there is one curve, that of Kaplan and Meier.", nameof(table));
        }

        return new(Definition, RiskTable.Of(table), RiskTable.ByGroup(table));
    }

    /// <summary>Draws the incidences of sums that were stored or merged.</summary>
    /// <param name="risk">The sums, with causes; where nobody ended there are none, and no curves.</param>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public IncidenceCurves CurvesOf(RiskTable risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        return new(risk, Definition.Interval, SurvivalRules.NormalQuantile(Definition.Level));
    }
}
