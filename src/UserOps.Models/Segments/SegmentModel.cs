using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A rule over users, checked once and asked of any dataset; immutable, shared freely between threads.</summary>
public sealed partial class SegmentModel
{
    private readonly ImmutableArray<(string Name, SegmentRule Rule)> _segments; // those the rule leads to, each after those it leads to itself
    private readonly SegmentRule _foldedRule;
    private readonly ImmutableArray<(string Name, SegmentRule Rule)> _folded; // the segments, in their order
    private readonly ImmutableArray<string> _eventNames; // ordinal
    private readonly Lazy<string> _version;

    /// <summary>Initializes a new instance of the <see cref="SegmentModel"/> class.</summary>
    /// <param name="rule">What is asked of each user.</param>
    /// <param name="segments">The rules that <see cref="InSegment"/> may refer to, by name, ordinal; null for none. Copied.</param>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    /// <exception cref="InvalidDefinitionException">
    /// The rule or one it refers to cannot be, a name refers to nothing, or rules refer to each other in a circle; every fault is in <c>Issues</c>.
    /// </exception>
    public SegmentModel(SegmentRule rule, IReadOnlyDictionary<string, SegmentRule>? segments = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ImmutableDictionary<string, SegmentRule> known = (segments ?? ImmutableDictionary<string, SegmentRule>.Empty).ToImmutableDictionary(StringComparer.Ordinal);
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleStructure.Check(rule, "", RuleScope.Users, issues);
        ImmutableArray<string> referred = SegmentReferences.Check(rule, known!, issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Rule = rule;
        _segments = [.. referred.Select(name => (name, known[name]))];
        _foldedRule = RuleFolding.Of(rule);
        _folded = [.. _segments.Select(segment => (segment.Name, RuleFolding.Of(segment.Rule)))];
        IEnumerable<RuleName> events = Rules.SelectMany(each => RuleNames.Of(each)).Where(name => name.Kind == RuleNameKind.Event);
        _eventNames = [.. events.Select(name => name.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _version = new(() => RuleVersions.Of(
            [UserOpsJson.Serialize(rule), .. _segments.SelectMany<(string Name, SegmentRule Rule), string>(segment => [segment.Name, UserOpsJson.Serialize(segment.Rule)])]));
    }

    /// <summary>Gets the rule.</summary>
    public SegmentRule Rule { get; }

    private IEnumerable<SegmentRule> Rules => _segments.Select(segment => segment.Rule).Prepend(Rule);

    /// <summary>Asks the rule of every user of a dataset.</summary>
    /// <param name="data">Whose tables hold the fields of the rule. An event name the data never held is an event nobody did.</param>
    /// <param name="context">The instant and the zone. Later events are not seen; attributes are, whatever their time.</param>
    /// <param name="run">Progress and threads; null for the defaults.</param>
    /// <param name="cancellationToken">Checked once per block of users.</param>
    /// <returns>Members and uncertain users; the same for any number of threads. A user known only from events has every attribute missing.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent, of another kind or in another currency; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Audience Evaluate(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        CheckFields(data);
        return Ask(data, context, run ?? new RunOptions(), cancellationToken);
    }

    /// <summary>Asks the rule of every user, and remembers by when to ask each of them again.</summary>
    /// <inheritdoc cref="Evaluate"/>
    /// <returns>A state that <see cref="SegmentState.Advance"/> carries on as time passes and rows come in.</returns>
    public SegmentState Begin(UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        run ??= new RunOptions();
        Audience audience = Evaluate(data, context, run, cancellationToken);
        var clock = ChangeClock.Of(Rules, data, context, run, cancellationToken);
        return new(this, data, audience, NextTimes.Of(clock.NextOfAll(new Workers(run.Threads, cancellationToken))));
    }

    /// <summary>Checks that all fields exist and fit.</summary>
    /// <returns>The names the rules look at, of users and of events.</returns>
    /// <exception cref="InvalidDefinitionException">Some do not.</exception>
    internal IReadOnlySet<string> CheckFields(UserOpsDataset data)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var fields = new RuleFieldSource(
            name =>
            {
                names.Add(name);
                return data.Users.Columns.TryGet(name, out Column? column) ? column.Field : null;
            },
            name =>
            {
                names.Add(name);
                return EventRows.FieldOf(data, name);
            });
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleFields.Check(Rule, "", fields, issues);
        foreach ((string name, SegmentRule rule) in _segments)
        {
            RuleFields.Check(rule, SegmentReferences.PathOf(name), fields, issues);
        }

        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        return names;
    }

    internal Audience AudienceOf(UserOpsDataset data, EvaluationContext context, UserSet members, UserSet uncertain)
        => new(Rule, _version.Value, context, members, uncertain, [.. _eventNames.Where(name => !data.Events.TryGetCode(name, out _))]);

    private Audience Ask(UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
    {
        var rows = new UserRows(data, context);
        var evaluation = new UserEvaluation(_folded.Select(segment => segment.Rule).Append(_foldedRule), rows, data, context, run, cancellationToken);
        foreach ((string name, SegmentRule rule) in _folded)
        {
            rows.Answer(name, evaluation.Ask(rule));
        }

        RowTruth truth = evaluation.Ask(_foldedRule).ToRows();
        evaluation.Finish();
        UserSet uncertain = truth.Unknown.Length == 0 ? UserSet.None(data.Directory) : new(data.Directory, truth.Unknown);
        return AudienceOf(data, context, new(data.Directory, truth.True), uncertain);
    }
}
