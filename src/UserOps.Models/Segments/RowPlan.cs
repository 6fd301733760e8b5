using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A rule bound to its rows and reduced to four shapes; what is left is to put it into instructions.</summary>
/// <remarks><c>or</c> is gone: it is the negation of <c>and</c> over negations, and negation costs nothing (see <see cref="BitRef"/>).</remarks>
internal abstract class RowPlan
{
    /// <summary>Gets roughly the bytes read per row.</summary>
    internal abstract int Cost { get; }

    /// <summary>Gets a value indicating whether some row may be unknown; where none may, one bitmap answers both questions.</summary>
    internal abstract bool CanBeUnknown { get; }

    /// <summary>Binds a rule.</summary>
    /// <param name="rule">Checked by itself and against the fields of the rows.</param>
    /// <param name="rows">The rows.</param>
    internal static RowPlan Of(SegmentRule rule, RowSource rows) => rows.AnswerOf(rule) is { } answer ? new TestPlan(answer) : rule switch
    {
        AllOf all => new AllPlan([.. all.Args.Select(arg => Of(arg, rows))]),
        AnyOf any => Negated(new AllPlan([.. any.Args.Select(arg => Negated(Of(arg, rows)))])),
        Negation negation => Negated(Of(negation.Arg, rows)),
        Assumption assumption => new AssumptionPlan(Of(assumption.Arg, rows), assumption.Value),
        _ => new TestPlan(rows.Bind(rule)),
    };

    private static RowPlan Negated(RowPlan plan) => plan is NegationPlan twice ? twice.Operand : new NegationPlan(plan);
}

/// <summary>A field node.</summary>
internal sealed class TestPlan(RowTest test) : RowPlan
{
    internal RowTest Test => test;

    internal override int Cost => test.Cost;

    internal override bool CanBeUnknown => !test.Known.IsEmpty;
}

/// <summary>Not.</summary>
internal sealed class NegationPlan(RowPlan operand) : RowPlan
{
    internal RowPlan Operand => operand;

    internal override int Cost => operand.Cost;

    internal override bool CanBeUnknown => operand.CanBeUnknown;
}

/// <summary>Unknown settled.</summary>
internal sealed class AssumptionPlan(RowPlan operand, bool value) : RowPlan
{
    internal RowPlan Operand => operand;

    internal bool Value => value;

    internal override int Cost => operand.Cost;

    internal override bool CanBeUnknown => false;
}

/// <summary>And, cheapest operand first: where a cheap one leaves no row of a block, the dear ones are not asked.</summary>
internal sealed class AllPlan : RowPlan
{
    internal AllPlan(ImmutableArray<RowPlan> operands)
    {
        Operands = [.. operands.OrderBy(operand => operand.Cost)]; // stable, so the same rule always gives the same program
        Cost = operands.Sum(operand => operand.Cost);
        CanBeUnknown = operands.Any(operand => operand.CanBeUnknown);
    }

    internal ImmutableArray<RowPlan> Operands { get; }

    internal override int Cost { get; }

    internal override bool CanBeUnknown { get; }
}
