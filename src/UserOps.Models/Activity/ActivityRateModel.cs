using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>Activity rate = active customers / customers, such as MAU / customers, and the assets under management (AUM) of both.</summary>
/// <remarks>Checked when built; immutable, shared freely between threads.</remarks>
public sealed class ActivityRateModel
{
    private const string CustomersPath = "/customers";

    private readonly SegmentModel? _customers;

    /// <summary>Initializes a new instance of the <see cref="ActivityRateModel"/> class.</summary>
    /// <param name="definition">What is asked.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public ActivityRateModel(ActivityRateDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        ActivityRules.CheckActivity(definition.Activity, issues);
        ActivityRules.CheckNamed(definition.Unit, "/unit", issues);
        _customers = definition.Customers is null ? null : AtCustomers(issues, () => new SegmentModel(definition.Customers));
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public ActivityRateDefinition Definition { get; }

    /// <summary>Answers the question; customers are those of the definition's rule, or everybody, so far as they were seen by 'as of'.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, which is in the period, the zone and the first day of the week.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts and sets; over no customers, a share of nothing.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent, of another kind or in another currency.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ActivityRateResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        var log = new ActivityLog(data, Definition.Activity, context, run, cancellationToken);
        if (_customers is null)
        {
            return Evaluate(log, UserSet.Everyone(data.Directory), UserSet.None(data.Directory));
        }

        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        Audience? audience = AtCustomers(issues, () => _customers.Evaluate(data, context, log.Quiet, cancellationToken));
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        return Evaluate(log, audience!.Members, audience.Uncertain);
    }

    /// <summary>Answers the question for customers who are known already.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="customers">Who is a customer; whoever was not seen by 'as of' is left out.</param>
    /// <param name="context">The last visible instant, which is in the period, the zone and the first day of the week.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts and sets; over no customers, a share of nothing.</returns>
    /// <exception cref="ArgumentNullException">The dataset, the customers or the context is null.</exception>
    /// <exception cref="ArgumentException">The customers belong to another dataset, or the definition has a rule for them.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent, of another kind or in another currency.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ActivityRateResult Evaluate(
        UserOpsDataset data, UserSet customers, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var log = new ActivityLog(data, Definition.Activity, context, run, cancellationToken);
        return _customers is null
            ? Evaluate(log, customers, UserSet.None(data.Directory))
            : throw new ArgumentException("The definition says by a rule who is a customer; leave it out to give them.", nameof(customers));
    }

    private ActivityRateResult Evaluate(ActivityLog log, UserSet asked, UserSet unknown)
    {
        // A rule says of everybody in the dataset what it says, also of those who come only after 'as of'.
        UserSet seen = SeenUsers.At(log.Context, log.Data);
        UserSet customers = seen.Intersect(asked);
        UserSet uncertain = seen.Intersect(unknown);
        PeriodTable table = ActivityTables.Of(log.Context, Definition.Unit, log.Context.AsOf, log.Context.AsOf);
        UserPeriods periods = log.Periods(table);
        UserSet active = log.Users(user => UserActivity.EventsIn(periods, user, 0, 0) >= Definition.Activity.MinimumEvents);
        UserSet activeCustomers = active.Intersect(customers);
        var summary = new ActivityRateSummary
        {
            Definition = Definition,
            Context = log.Context,
            Period = ActivityTables.Describe(table, log.Context)[0],
            Active = active.Count,
            Rate = new(activeCustomers.Count, customers.Count),
            Uncertain = uncertain.Count,
            Assets = Definition.Assets is { } assets ? AssetsUnderManagement.Of(log.Data, assets, customers, active) : null,
            UnknownEvents = log.UnknownEvents,
        };
        log.Run?.Progress?.Report(1);
        return new(summary, active, customers, uncertain);
    }

    // A rule knows its own place alone; here it is a part of the definition.
    private static T? AtCustomers<T>(ImmutableArray<DefinitionIssue>.Builder issues, Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (InvalidDefinitionException refusal)
        {
            issues.AddRange(refusal.Issues.Select(issue => issue with { Path = CustomersPath + issue.Path }));
            return null;
        }
    }
}
