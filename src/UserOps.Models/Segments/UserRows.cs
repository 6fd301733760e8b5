namespace UserOps.Models;

/// <summary>Users as rows: their attributes, what they did, and what other rules say of them.</summary>
/// <param name="data">The users and their events.</param>
/// <param name="context">The instant and the zone of the evaluation.</param>
/// <param name="run">Threads for event nodes and other rules.</param>
/// <param name="cancellationToken">Looked at once per thousand users.</param>
internal sealed class UserRows(UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken) : RowSource
{
    private readonly ColumnRows _attributes = new(data.Users.Columns, data.Directory.Count);

    // An event node is judged once, and another rule asked once, however often they occur.
    private readonly Dictionary<EventRule, RowTest> _judged = [];
    private readonly Dictionary<string, RowTest> _asked = new(StringComparer.Ordinal);

    internal override int Count => data.Directory.Count;

    internal override RowTest Bind(SegmentRule leaf) => leaf switch
    {
        InWindow window => WindowTests.Of(window, ColumnOf(window), context),
        Anniversary anniversary => AnniversaryTests.Of(anniversary, (DateColumn)ColumnOf(anniversary), context),
        FieldRule field => _attributes.Bind(field),
        InSegment reference => _asked[reference.Segment],
        _ => Judge((EventRule)leaf),
    };

    /// <summary>Asks a rule that others refer to.</summary>
    /// <param name="name">The name they know it by.</param>
    /// <param name="rule">Checked; what it refers to itself has been asked before.</param>
    internal void Ask(string name, SegmentRule rule)
    {
        RowTruth truth = RowProgram.Compile(rule, this, wantsUnknown: true).Run((run ?? new RunOptions()).Threads, cancellationToken: cancellationToken);
        ulong[] known = [.. truth.Unknown.Select(word => ~word)];
        _asked[name] = new RowTest(new JudgedBits(truth.True), false, known.Length == 0 ? [] : [new StoredBits(known)]);
    }

    private RowTest Judge(EventRule rule)
    {
        if (!_judged.TryGetValue(rule, out RowTest test))
        {
            test = EventTests.Of(rule, data, context, run, cancellationToken);
            _judged.Add(rule, test);
        }

        return test;
    }

    private Column ColumnOf(FieldRule rule) => data.Users.Columns.TryGet(rule.Field, out Column? column)
        ? column
        : throw new InvalidOperationException($"Column '{rule.Field}' was to be checked before.");
}
