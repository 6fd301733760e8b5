using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>A rule over users, checked once and asked of any dataset; immutable, shared freely between threads.</summary>
public sealed class SegmentModel
{
    /// <summary>Initializes a new instance of the <see cref="SegmentModel"/> class.</summary>
    /// <param name="rule">Boolean and field nodes over the attributes of users.</param>
    /// <exception cref="ArgumentNullException">The rule is null.</exception>
    /// <exception cref="InvalidDefinitionException">The rule cannot be; every fault is in <c>Issues</c>.</exception>
    public SegmentModel(SegmentRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleStructure.Check(rule, "", issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Rule = rule;
    }

    /// <summary>Gets the rule.</summary>
    public SegmentRule Rule { get; }

    /// <summary>Asks the rule of every user of a dataset.</summary>
    /// <param name="data">Whose user table holds the fields of the rule.</param>
    /// <param name="context">The instant and the zone; attributes are seen whatever their time.</param>
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
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        RuleFields.Check(Rule, "", name => data.Users.Columns.TryGet(name, out Column? column) ? column.Field : null, issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());

        int users = data.Directory.Count;
        run ??= new RunOptions();
        RowProgram program = RowProgram.Compile(Rule, new ColumnRows(data.Users.Columns, users), wantsUnknown: true);
        RowTruth truth = program.Run(run.Threads, ReportTo(run.Progress, users), cancellationToken);
        return new(Rule, context, new(data.Directory, truth.True), Uncertain(data.Directory, truth), UserSet.Everyone(data.Directory));
    }

    private static UserSet Uncertain(UserDirectory directory, RowTruth truth)
        => truth.Unknown.Length == 0 ? UserSet.None(directory) : new(directory, truth.Unknown);

    private static Action<int>? ReportTo(IProgress<double>? progress, int users)
    {
        if (progress is null)
        {
            return null;
        }

        if (users == 0)
        {
            progress.Report(1);
        }

        var gate = new Lock();
        long done = 0;
        return more =>
        {
            lock (gate) // reported inside, so that the numbers rise
            {
                done += more;
                progress.Report((double)done / users);
            }
        };
    }
}
