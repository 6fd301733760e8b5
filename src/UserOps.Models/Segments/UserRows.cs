using System.Diagnostics;

namespace UserOps.Models;

/// <summary>Users as rows: their attributes, and what other rules say of them.</summary>
/// <param name="data">The users.</param>
/// <param name="context">The instant and the zone of the evaluation.</param>
internal sealed class UserRows(UserOpsDataset data, EvaluationContext context) : RowSource
{
    private readonly ColumnRows _attributes = new(data.Users.Columns, data.Directory.Count);
    private readonly Dictionary<string, RowTest> _answers = new(StringComparer.Ordinal);

    internal override int Count => data.Directory.Count;

    internal override RowTest Bind(SegmentRule leaf) => leaf switch
    {
        InWindow window => WindowTests.Of(window, ColumnOf(window), context),
        Anniversary anniversary => AnniversaryTests.Of(anniversary, (DateColumn)ColumnOf(anniversary), context),
        MonthlyDay monthly => MonthlyDayTests.Of(monthly, ColumnOf(monthly), context),
        FieldRule or WithinDistance or UnknownAnswer => _attributes.Bind(leaf),
        InSegment reference => _answers[reference.Segment],
        _ => throw new UnreachableException($"{leaf.GetType().Name} is no attribute."),
    };

    /// <summary>Takes the answer of a rule that others refer to.</summary>
    internal void Answer(string name, UserTruth truth) => _answers[name] = truth.ToTest();

    private Column ColumnOf(FieldRule rule) => data.Users.Columns.TryGet(rule.Field, out Column? column)
        ? column
        : throw new InvalidOperationException($"Column '{rule.Field}' was to be checked before.");
}
