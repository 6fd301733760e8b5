using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>Log-rank: do groups end alike? Two groups or more, within strata where the table has them, weighted by S(t-)^rho where asked.</summary>
/// <remarks>
/// A row of weight w stands for w rows: fractional weights that are not counts make the variance wrong. Checked when built; immutable, shared
/// freely between threads.
/// </remarks>
public sealed class LogRankModel
{
    /// <summary>Initializes a new instance of the <see cref="LogRankModel"/> class.</summary>
    /// <param name="definition">What is asked; null for the plain test.</param>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public LogRankModel(LogRankDefinition? definition = null)
    {
        Definition = definition ?? new();
        InvalidDefinitionException.ThrowIfAny(Check(Definition));
    }

    /// <summary>Gets what is asked.</summary>
    public LogRankDefinition Definition { get; }

    /// <summary>Compares the groups of a table, within its strata where it has some.</summary>
    /// <param name="table">The rows; sorted on first use.</param>
    /// <param name="cancellationToken">Looked at once per stratum and pair.</param>
    /// <exception cref="ArgumentNullException">The table is null.</exception>
    /// <exception cref="ArgumentException">The table has no groups, or only one.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public LogRankResult Evaluate(SurvivalTable table, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        SurvivalLabels groups = table.Groups ?? throw new ArgumentException("The table has no groups; a test compares at least two.", nameof(table));
        ImmutableArray<string> labels = Require(groups.Labels, nameof(table));
        int strata = table.Strata?.Labels.Length ?? 1;
        int[] cells = CellsOf(groups, table.Strata);
        return Result(labels, strata, RiskTable.Cut(table, cells, strata * labels.Length), cancellationToken);
    }

    /// <summary>Compares groups whose sums were stored or merged; no strata.</summary>
    /// <param name="groups">The sums per group, each label once.</param>
    /// <param name="cancellationToken">Looked at once per pair.</param>
    /// <exception cref="ArgumentException">There are fewer than two groups, or two of one label.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public LogRankResult Evaluate(ImmutableArray<RiskGroup> groups, CancellationToken cancellationToken = default)
    {
        if (groups.IsDefault || groups.Any(group => group is null) || groups.Select(group => group.Label).Distinct(StringComparer.Ordinal).Count() < groups.Length)
        {
            throw new ArgumentException("Each group stands once in the list, with its label.", nameof(groups));
        }

        ImmutableArray<string> labels = Require([.. groups.Select(group => group.Label)], nameof(groups));
        return Result(labels, 1, [.. groups.Select(group => group.Risk)], cancellationToken);
    }

    private static ImmutableArray<DefinitionIssue> Check(LogRankDefinition definition)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        if (!(definition.Rho >= 0 && double.IsFinite(definition.Rho)))
        {
            issues.Add(new("rhoOutOfRange", "/rho", FormattableString.Invariant($"Rho is {definition.Rho}; it is zero or more and finite.")));
        }

        if (definition.Pairs is { } correction)
        {
            SurvivalRules.CheckName(correction, "/pairs", issues);
        }

        return issues.DrainToImmutable();
    }

    private static ImmutableArray<string> Require(ImmutableArray<string> labels, string argument) => labels.Length >= 2
        ? labels
        : throw new ArgumentException($"There is only the group '{labels.FirstOrDefault()}'; a test compares at least two.", argument);

    private static int[] CellsOf(SurvivalLabels groups, SurvivalLabels? strata)
    {
        int[] cells = [.. groups.Codes];
        for (int row = 0; strata is not null && row < cells.Length; row++)
        {
            cells[row] += strata.Codes[row] * groups.Labels.Length;
        }

        return cells;
    }

    private LogRankResult Result(ImmutableArray<string> labels, int strata, RiskTable[] cells, CancellationToken cancellationToken)
    {
        int groups = labels.Length;
        var sums = new LogRankSums(groups);
        for (int stratum = 0; stratum < strata; stratum++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sums.Add(cells.AsSpan(stratum * groups, groups), Definition.Rho);
        }

        (double statistic, int degrees) = sums.Test();
        return new()
        {
            Definition = Definition,
            Groups = [.. labels.Select((label, group) => new LogRankGroup(label, sums.Observed[group], sums.Expected[group]))],
            Strata = strata,
            Statistic = degrees == 0 ? UndefinedReason.TooFew : statistic,
            DegreesOfFreedom = degrees,
            PValue = degrees == 0 ? UndefinedReason.TooFew : ChiSquare.UpperTail(statistic, degrees),
            Pairs = Definition.Pairs is { } correction ? LogRankPairs.Of(labels, strata, cells, Definition.Rho, correction, cancellationToken) : [],
        };
    }
}
