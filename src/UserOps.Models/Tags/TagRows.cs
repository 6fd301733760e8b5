namespace UserOps.Models.Tags;

/// <summary>Users as rows, with the values of tags as further fields, and flags and rules of the catalog as segments.</summary>
/// <param name="data">The users and their events.</param>
/// <param name="context">The instant and the zone of the evaluation.</param>
/// <param name="run">Threads.</param>
/// <param name="cancellationToken">Looked at once per thousand users.</param>
internal sealed class TagRows(UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken) : RowSource
{
    // Nodes about events are judged once there, however many tags ask them.
    private readonly UserRows _users = new(data, context, run, cancellationToken);
    private readonly Dictionary<SegmentRule, RowTruth> _asked = [];
    private readonly Dictionary<string, Column> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowTest> _named = new(StringComparer.Ordinal);

    internal override int Count => data.Directory.Count;

    internal override RowTest Bind(SegmentRule leaf) => leaf switch
    {
        InSegment reference => _named[reference.Segment],
        FieldRule field when IsTag(field.Field) || IsTag((field as ComparisonRule)?.OtherField) => OfTag(field),
        _ => _users.Bind(leaf),
    };

    /// <summary>Asks a rule; the second time, the answer is there.</summary>
    internal RowTruth Ask(SegmentRule rule)
    {
        if (!_asked.TryGetValue(rule, out RowTruth truth))
        {
            truth = RowProgram.Compile(rule, this, wantsUnknown: true).Run(run.Threads, cancellationToken: cancellationToken);
            _asked.Add(rule, truth);
        }

        return truth;
    }

    /// <summary>Gives a name to an answer.</summary>
    internal void AddSegment(string name, RowTruth truth)
    {
        ulong[] known = [.. truth.Unknown.Select(word => ~word)];
        _named[name] = new RowTest(new JudgedBits(truth.True), false, known.Length == 0 ? [] : [new StoredBits(known)]);
    }

    /// <summary>Makes the values of a tag a field; of a flag also a segment.</summary>
    internal void AddTag(TagDefinition tag, Column values)
    {
        _values[tag.FieldName] = values;
        if (values is FlagColumn flags)
        {
            ulong[] unknown = flags.MissingCount == 0 ? [] : ColumnBits.WithoutValue(data.Directory, flags).Words.ToArray();
            AddSegment(tag.Id, new RowTruth(flags.Bits.ToArray(), unknown));
        }
    }

    private RowTest OfTag(FieldRule rule) => rule switch
    {
        InWindow window => WindowTests.Of(window, ColumnOf(rule.Field), context),
        Anniversary anniversary => AnniversaryTests.Of(anniversary, (DateColumn)ColumnOf(rule.Field), context),
        ComparisonRule { OtherField: { } other } comparison => PairTests.Of(comparison, ColumnOf(rule.Field), ColumnOf(other)),
        _ => ColumnTests.Of(rule, ColumnOf(rule.Field)),
    };

    private Column ColumnOf(string name) => _values.TryGetValue(name, out Column? values) || data.Users.Columns.TryGet(name, out values)
        ? values
        : throw new InvalidOperationException($"Column '{name}' was to be checked before.");

    private static bool IsTag(string? name) => name?.StartsWith(TagDefaults.FieldPrefix, StringComparison.Ordinal) == true;
}
