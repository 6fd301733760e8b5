using System.Diagnostics;

namespace UserOps.Models;

/// <summary>The rows a rule is asked of: users, events or contents. One evaluator serves all of them.</summary>
internal abstract class RowSource
{
    /// <summary>Gets the number of rows.</summary>
    internal abstract int Count { get; }

    /// <summary>Gets the answer of a node where it is there already; null where it has to be asked.</summary>
    internal virtual RowTest? AnswerOf(SegmentRule node) => null;

    /// <summary>Binds a node without operands to these rows.</summary>
    /// <param name="leaf">Of a kind these rows know; its fields exist and fit, see <see cref="RuleFields"/>.</param>
    internal abstract RowTest Bind(SegmentRule leaf);

    /// <summary>Gives what is unknown of every row.</summary>
    internal RowTest UnknownOfAll() => new(null, false, [new StoredBits(new ulong[BitKernels.WordsFor(Count)])]);
}

/// <summary>Rows whose fields are the columns of one table.</summary>
internal sealed class ColumnRows(ColumnSet columns, int count) : RowSource
{
    internal override int Count => count;

    internal override RowTest Bind(SegmentRule leaf) => leaf switch
    {
        ComparisonRule { OtherField: { } other } comparison => PairTests.Of(comparison, ColumnOf(comparison.Field), ColumnOf(other)),
        FieldRule field => ColumnTests.Of(field, ColumnOf(field.Field), narrows: true),
        WithinDistance distance => DistanceTests.Of(distance, ColumnOf),
        UnknownAnswer => UnknownOfAll(),
        _ => throw new UnreachableException($"{leaf.GetType().Name} was to be refused."),
    };

    private Column ColumnOf(string name) => columns.TryGet(name, out Column? column)
        ? column
        : throw new InvalidOperationException($"Column '{name}' was to be checked before.");
}
