namespace UserOps.Models.Stratification;

/// <summary>Says what share of the value the top users hold, and how few of them hold a given share (帕累托分层模型). Immutable.</summary>
/// <remarks>
/// The top fraction f of n users are the <c>ceil(f x n)</c> highest values; the fewest users for a share s are the first whose sum reaches
/// <c>s x total</c>. Both exact, in decimals. J. M. Juran, Quality Control Handbook, 1951, named the rule after V. Pareto.
/// </remarks>
public sealed class ParetoModel
{
    /// <summary>Initializes a new instance of the <see cref="ParetoModel"/> class.</summary>
    /// <param name="definition">What is asked; null for the share of the top 20% and the fewest users for 80%.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public ParetoModel(ParetoDefinition? definition = null)
    {
        Definition = definition ?? new();
        InvalidDefinitionException.ThrowIfAny(StratificationRules.Check(Definition));
    }

    /// <summary>Gets what is asked.</summary>
    public ParetoDefinition Definition { get; }

    /// <summary>Ranks users by value.</summary>
    /// <param name="values">0 or more each; users without one are left out and counted.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="NegativeValuesException">Some values are negative.</exception>
    /// <remarks>O(n log n), one sort.</remarks>
    public ParetoResult Evaluate(UserAmounts values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var ranked = new RankedUsers(values);
        ranked.RequireNoneNegative(nameof(values));
        ParetoSummary summary = Summarize(ranked.Descending, values.Scale) with { Source = values.Source, Currency = values.Currency, Missing = values.Missing };
        return new(summary, ranked);
    }

    /// <summary>Ranks values without users.</summary>
    /// <param name="values">Shape [users]; 0 or more each, in any order.</param>
    /// <exception cref="NegativeValuesException">A value is negative; <see cref="NegativeValuesException.Index"/> is the first of them.</exception>
    /// <exception cref="OverflowException">Brought to one number of digits after the point, the values together have more digits than a decimal holds.</exception>
    public ParetoSummary Evaluate(ReadOnlySpan<decimal> values)
    {
        Int128[] descending = GivenValues.Descending(values, nameof(values), out int scale);
        return Summarize(descending, scale);
    }

    private ParetoSummary Summarize(ReadOnlySpan<Int128> descending, int scale)
    {
        Int128 total = StratificationKernels.Sum(descending);
        var statements = new Statements(descending.Length, CommonScale.ToDecimal(total, scale), scale);
        var tops = new ParetoTop[Definition.TopFractions.Length];
        for (int i = 0; i < tops.Length; i++)
        {
            decimal fraction = Definition.TopFractions[i];
            int users = (int)CommonScale.CeilingOf(fraction, descending.Length);
            tops[i] = new() { Fraction = fraction, Holds = statements.Of(descending[..users]) };
        }

        var targets = new ParetoTarget[Definition.TargetShares.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            decimal share = Definition.TargetShares[i];
            int users = StratificationKernels.Fewest(descending, CommonScale.CeilingOf(share, total));
            targets[i] = new() { Share = share, Holds = total == 0 ? null : statements.Of(descending[..users]) };
        }

        return new()
        {
            Definition = Definition,
            Users = descending.Length,
            Missing = 0,
            Total = statements.Total,
            Tops = [.. tops],
            Targets = [.. targets],
            Balance = total == 0 ? null : statements.Of(descending[..StratificationKernels.Balance(descending, total)]),
            Gini = ValueShares.Undefined(statements.Total, descending.Length) is { } reason ? reason : StratificationKernels.Gini(descending, total),
        };
    }

    private readonly record struct Statements(int Population, decimal Total, int Scale)
    {
        internal ParetoStatement Of(ReadOnlySpan<Int128> top) => new()
        {
            Users = top.Length,
            Population = Population,
            Value = CommonScale.ToDecimal(StratificationKernels.Sum(top), Scale),
            Total = Total,
        };
    }
}
