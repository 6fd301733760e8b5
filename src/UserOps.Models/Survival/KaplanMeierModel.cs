namespace UserOps.Models.Survival;

/// <summary>Kaplan-Meier: how long rows last, where many were still going on when last seen. One curve over all rows, and one per group.</summary>
/// <remarks>
/// E. L. Kaplan, P. Meier, Journal of the American Statistical Association 53(282), 1958, 457-481. Assumes that who is censored at a time would
/// have lasted like those who were not. Checked when built; immutable, shared freely between threads.
/// </remarks>
public sealed class KaplanMeierModel
{
    /// <summary>Initializes a new instance of the <see cref="KaplanMeierModel"/> class.</summary>
    /// <param name="definition">What is asked; null for the defaults.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public KaplanMeierModel(KaplanMeierDefinition? definition = null)
    {
        Definition = definition ?? new();
        InvalidDefinitionException.ThrowIfAny(SurvivalRules.Check(Definition.Interval, Definition.Level));
    }

    /// <summary>Gets what is asked.</summary>
    public KaplanMeierDefinition Definition { get; }

    /// <summary>Draws the curves of a table.</summary>
    /// <param name="table">The rows; sorted on first use.</param>
    /// <returns>The curve of all rows, and one per group where the table has groups.</returns>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public KaplanMeierResult Evaluate(SurvivalTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(Definition, RiskTable.Of(table), RiskTable.ByGroup(table));
    }

    /// <summary>Draws the curve of sums that were stored or merged.</summary>
    /// <param name="risk">The sums.</param>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    public SurvivalCurve CurveOf(RiskTable risk)
    {
        ArgumentNullException.ThrowIfNull(risk);
        return new(risk, Definition.Interval, SurvivalRules.NormalQuantile(Definition.Level));
    }
}
