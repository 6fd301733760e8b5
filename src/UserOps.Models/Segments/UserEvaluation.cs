namespace UserOps.Models;

/// <summary>One evaluation of rules over users: attributes first, in fused programs; then what users did, asked only of those whom the rest leaves open.</summary>
internal sealed class UserEvaluation
{
    private readonly UserOpsDataset _data;
    private readonly EvaluationContext _context;
    private readonly RunOptions _run;
    private readonly CancellationToken _cancellationToken;
    private readonly KeptRows _rows;
    private readonly ulong[] _everyone;
    private readonly Dictionary<SegmentRule, int> _occurrences = [];
    private readonly Dictionary<SegmentRule, UserTruth> _kept = [];
    private readonly PassProgress _progress;

    /// <param name="rules">All rules that will be asked, folded: what occurs in them more than once is asked once.</param>
    /// <param name="rows">Answers what looks at no events.</param>
    /// <param name="data">The users and their events.</param>
    /// <param name="context">The instant and the zone of the evaluation.</param>
    /// <param name="run">Threads and progress.</param>
    /// <param name="cancellationToken">Looked at per block of users.</param>
    internal UserEvaluation(
        IEnumerable<SegmentRule> rules, RowSource rows, UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
    {
        (_data, _context, _run, _cancellationToken) = (data, context, run, cancellationToken);
        _rows = new KeptRows(rows);
        _everyone = UserSet.Everyone(data.Directory).Words.ToArray();
        foreach (SegmentRule rule in rules)
        {
            Count(rule);
        }

        _progress = new PassProgress(run.Progress, _occurrences.Keys.Count(node => node is EventRule), data.Directory.Count);
    }

    /// <summary>Asks a rule of everybody.</summary>
    /// <param name="rule">One of those the evaluation was made for.</param>
    internal UserTruth Ask(SegmentRule rule) => Of(rule, _everyone);

    /// <summary>Asks a rule of some users: what they did is looked at for them alone, unless the rules of this evaluation ask it more than once.</summary>
    /// <param name="rule">One of those the evaluation was made for.</param>
    /// <param name="among">Shape [ceil(users / 64)]; the answer is clear for everyone else. Not written into afterwards.</param>
    internal UserTruth Ask(SegmentRule rule, ulong[] among) => Of(rule, among);

    /// <summary>Tells who listens that all is done.</summary>
    internal void Finish() => _progress.Finish();

    private void Count(SegmentRule rule)
    {
        _occurrences[rule] = _occurrences.GetValueOrDefault(rule) + 1;
        foreach (SegmentRule operand in RuleTree.Operands(rule))
        {
            Count(operand);
        }
    }

    private UserTruth Of(SegmentRule rule, ulong[] among)
    {
        if (RuleCost.Of(rule) == 0)
        {
            return OfAttributes(rule).Among(among);
        }

        if (_occurrences[rule] == 1)
        {
            return OfEvents(rule, among);
        }

        if (!_kept.TryGetValue(rule, out UserTruth kept))
        {
            kept = OfEvents(rule, _everyone);
            _kept.Add(rule, kept);
        }

        return kept.Among(among);
    }

    private UserTruth OfEvents(SegmentRule rule, ulong[] among) => rule switch
    {
        AllOf all => OfAll(all, among),
        AnyOf any => OfAny(any, among),
        Negation negation => Of(negation.Arg, among).Not(among),
        Assumption assumption => Of(assumption.Arg, among).WhenUnknown(assumption.Value),
        _ => EventTests.Of((EventRule)rule, _data, _context, among, _run, _progress, _cancellationToken),
    };

    private UserTruth OfAll(AllOf rule, ulong[] among)
    {
        UserTruth sum = OfAttributes(rule with { Args = [.. rule.Args.Where(arg => RuleCost.Of(arg) == 0)] }).Among(among);
        foreach (SegmentRule dear in Dear(rule.Args))
        {
            sum = UserTruth.And(sum, Of(dear, sum.Possible)); // who is out stays out
        }

        return sum;
    }

    private UserTruth OfAny(AnyOf rule, ulong[] among)
    {
        UserTruth sum = OfAttributes(rule with { Args = [.. rule.Args.Where(arg => RuleCost.Of(arg) == 0)] }).Among(among);
        foreach (SegmentRule dear in Dear(rule.Args))
        {
            sum = UserTruth.Or(sum, Of(dear, UserTruth.Combined<AndNotOperation>(among, sum.True))); // who is in stays in
        }

        return sum;
    }

    private static IEnumerable<SegmentRule> Dear(IEnumerable<SegmentRule> args) => args.Where(arg => RuleCost.Of(arg) > 0).OrderBy(RuleCost.Of);

    private UserTruth OfAttributes(SegmentRule rule)
    {
        KeepRepeated(rule);
        return Run(rule);
    }

    /// <summary>Asks beforehand what occurs more than once: the parts of a node before the node.</summary>
    private void KeepRepeated(SegmentRule rule)
    {
        foreach (SegmentRule operand in RuleTree.Operands(rule).Where(operand => _rows.AnswerOf(operand) is null))
        {
            KeepRepeated(operand);
            if (_occurrences.GetValueOrDefault(operand) > 1)
            {
                _rows.Keep(operand, Run(operand).ToTest());
            }
        }
    }

    private UserTruth Run(SegmentRule rule)
        => UserTruth.Of(RowProgram.Compile(rule, _rows, wantsUnknown: true).Run(_run.Threads, cancellationToken: _cancellationToken));

    /// <summary>Rows that know some answers already.</summary>
    private sealed class KeptRows(RowSource rows) : RowSource
    {
        private readonly Dictionary<SegmentRule, RowTest> _answers = [];

        internal override int Count => rows.Count;

        internal override RowTest? AnswerOf(SegmentRule node) => _answers.TryGetValue(node, out RowTest answer) ? answer : null;

        internal override RowTest Bind(SegmentRule leaf) => rows.Bind(leaf);

        internal void Keep(SegmentRule node, RowTest answer) => _answers.Add(node, answer);
    }
}
