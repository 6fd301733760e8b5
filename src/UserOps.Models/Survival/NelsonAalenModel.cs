namespace UserOps.Models.Survival;

/// <summary>Nelson-Aalen: the cumulative hazard, whose slope is the rate at which those still there end. One curve over all rows, and one per group.</summary>
/// <remarks>
/// W. Nelson, Journal of Quality Technology 1, 1969; O. Aalen, Annals of Statistics 6, 1978. Needs no share to stay, so it goes on after a
/// survival of 0. Checked when built; immutable, shared freely between threads.
/// </remarks>
public sealed class NelsonAalenModel
{
    /// <summary>Initializes a new instance of the <see cref="NelsonAalenModel"/> class.</summary>
    /// <param name="definition">What is asked; null for the defaults.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public NelsonAalenModel(NelsonAalenDefinition? definition = null)
    {
        Definition = definition ?? new();
        InvalidDefinitionException.ThrowIfAny(SurvivalRules.Check(Definition.Interval, Definition.Level));
    }

    /// <summary>Gets what is asked.</summary>
    public NelsonAalenDefinition Definition { get; }

    /// <summary>Draws the curves of a table.</summary>
    /// <param name="table">The rows; sorted on first use.</param>
    /// <returns>The curve of all rows, and one per group where the table has groups.</returns>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public NelsonAalenResult Evaluate(SurvivalTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(Definition, RiskTable.Of(table), RiskTable.ByGroup(table));
    }

    /// <summary>Draws the curve of sums that were stored or merged.</summary>
    /// <param name="risk">The sums.</param>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public HazardCurve CurveOf(RiskTable risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        return new(risk, Definition.Interval, SurvivalRules.NormalQuantile(Definition.Level));
    }
}
