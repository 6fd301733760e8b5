namespace UserOps.Models.Profitability;

/// <summary>Customer profitability (用户盈利能力): the profit statement of every user, line by line, and of segments, exact to the last digit.</summary>
/// <remarks>
/// Checked when built; immutable, shared freely between threads. The same input gives the same statements for any number of threads. A user of whom
/// a needed value is unknown has no statement, and is counted: unknown is not 0, unless the definition assumes so by name.
/// </remarks>
public sealed class CustomerProfitModel
{
    /// <summary>Initializes a new instance of the <see cref="CustomerProfitModel"/> class.</summary>
    /// <param name="definition">Where each line comes from.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public CustomerProfitModel(CustomerProfitDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(CustomerProfitRules.Check(definition));
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public CustomerProfitDefinition Definition { get; }

    /// <summary>Makes the statement of one customer whose accounts the caller has in memory, on the terms of the definition.</summary>
    /// <param name="accounts">What the customer brings and costs.</param>
    /// <exception cref="ArgumentNullException">The accounts are null.</exception>
    /// <exception cref="InvalidDefinitionException">The accounts cannot be; every fault is in <c>Issues</c>.</exception>
    /// <exception cref="OverflowException">A figure is 7.9 x 10^18 or more.</exception>
    public CustomerProfitStatement StatementOf(CustomerAccounts accounts) => CustomerProfitStatement.Of(accounts, Definition.Terms);

    /// <summary>Makes the statements of everybody seen by 'as of': with a row in the user table, or an event by then.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>The statement of all together, and the profit of each; nobody's without users.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A column is absent, of another kind or in another currency.</exception>
    /// <exception cref="OverflowException">A sum over users is 7.9 x 10^18 or more; a figure of one user beyond 10^17 is a gap of that user.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public CustomerProfitResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
        => Evaluate(data, [], context, run, cancellationToken);

    /// <summary>Makes the statements of everybody seen by 'as of', and adds them up for each of some segments.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="segments">Named sets of users; they may overlap, and need not hold everybody.</param>
    /// <param name="context">The last visible instant, and the zone.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>The statement of all together, of each segment in the order given, and the profit of each user.</returns>
    /// <exception cref="ArgumentNullException">The dataset, the segments or the context is null.</exception>
    /// <exception cref="ArgumentException">A segment has no name, the name of another, or users of another dataset.</exception>
    /// <exception cref="InvalidDefinitionException">A column is absent, of another kind or in another currency.</exception>
    /// <exception cref="OverflowException">A sum over users is 7.9 x 10^18 or more; a figure of one user beyond 10^17 is a gap of that user.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public CustomerProfitResult Evaluate(
        UserOpsDataset data,
        IEnumerable<KeyValuePair<string, UserSet>> segments,
        EvaluationContext context,
        RunOptions? run = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(segments);
        ArgumentNullException.ThrowIfNull(context);
        KeyValuePair<string, UserSet>[] named = [.. segments];
        CustomerProfitSegments.Require(named, data, nameof(segments));
        var plan = new CustomerProfitPlan(Definition, data, context, run, cancellationToken);
        return CustomerProfitEvaluation.Of(plan, named, run ?? new RunOptions(), cancellationToken);
    }
}
