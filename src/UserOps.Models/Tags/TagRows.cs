namespace UserOps.Models.Tags;

/// <summary>Users as rows, with the values of tags as further fields, and flags and rules of the catalog as segments.</summary>
internal sealed class TagRows : RowSource
{
    private readonly UserOpsDataset _data;
    private readonly EvaluationContext _context;
    private readonly UserRows _users;
    private readonly UserEvaluation _evaluation;
    private readonly Dictionary<SegmentRule, RowTruth> _asked = [];
    private readonly Dictionary<string, Column> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RowTest> _named = new(StringComparer.Ordinal);

    /// <param name="rules">All rules that will be asked: what users did is asked once, however many tags ask it.</param>
    /// <param name="data">The users and their events.</param>
    /// <param name="context">The instant and the zone of the evaluation.</param>
    /// <param name="run">Threads.</param>
    /// <param name="cancellationToken">Looked at once per thousand users.</param>
    internal TagRows(IEnumerable<SegmentRule> rules, UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
    {
        (_data, _context) = (data, context);
        _users = new UserRows(data, context);
        _evaluation = new UserEvaluation(rules.Select(RuleFolding.Of), this, data, context, run with { Progress = null }, cancellationToken);
    }

    internal override int Count => _data.Directory.Count;

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
            truth = _evaluation.Ask(RuleFolding.Of(rule)).ToRows();
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
            ulong[] unknown = flags.MissingCount == 0 ? [] : ColumnBits.WithoutValue(_data.Directory, flags).Words.ToArray();
            AddSegment(tag.Id, new RowTruth(flags.Bits.ToArray(), unknown));
        }
    }

    private RowTest OfTag(FieldRule rule) => rule switch
    {
        InWindow window => WindowTests.Of(window, ColumnOf(rule.Field), _context),
        Anniversary anniversary => AnniversaryTests.Of(anniversary, (DateColumn)ColumnOf(rule.Field), _context),
        MonthlyDay monthly => MonthlyDayTests.Of(monthly, ColumnOf(rule.Field), _context),
        ComparisonRule { OtherField: { } other } comparison => PairTests.Of(comparison, ColumnOf(rule.Field), ColumnOf(other)),
        _ => ColumnTests.Of(rule, ColumnOf(rule.Field)),
    };

    private Column ColumnOf(string name) => _values.TryGetValue(name, out Column? values) || _data.Users.Columns.TryGet(name, out values)
        ? values
        : throw new InvalidOperationException($"Column '{name}' was to be checked before.");

    private static bool IsTag(string? name) => name?.StartsWith(TagDefaults.FieldPrefix, StringComparison.Ordinal) == true;
}
