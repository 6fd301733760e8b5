namespace UserOps.Models;

/// <summary>The rows a rule is asked of: users, events or contents. One evaluator serves all of them.</summary>
internal abstract class RowSource
{
    /// <summary>Gets the number of rows.</summary>
    internal abstract int Count { get; }

    /// <summary>Binds a field node to these rows.</summary>
    /// <param name="rule">Its fields exist and fit, see <see cref="RuleFields"/>.</param>
    internal abstract RowTest Bind(FieldRule rule);
}

/// <summary>Rows whose fields are the columns of one table.</summary>
internal sealed class ColumnRows(ColumnSet columns, int count) : RowSource
{
    internal override int Count => count;

    internal override RowTest Bind(FieldRule rule) => rule is ComparisonRule { OtherField: { } other } comparison
        ? PairTests.Of(comparison, ColumnOf(rule.Field), ColumnOf(other))
        : ColumnTests.Of(rule, ColumnOf(rule.Field));

    private Column ColumnOf(string name) => columns.TryGet(name, out Column? column)
        ? column
        : throw new InvalidOperationException($"Column '{name}' was to be checked before.");
}
