namespace UserOps.Models.Activity;

/// <summary>Says who is a visitor, a member or a customer (使用者, 会员, 客户), and of whom it is not known.</summary>
/// <remarks>Checked when built; immutable, shared freely between threads.</remarks>
public sealed class UserRoleModel
{
    private readonly SegmentModel _member;
    private readonly SegmentModel _customer;

    /// <summary>Initializes a new instance of the <see cref="UserRoleModel"/> class.</summary>
    /// <param name="definition">Who is a member and who is a customer.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">A rule cannot be; every fault of both is in <c>Issues</c>.</exception>
    public UserRoleModel(UserRoleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        (_member, _customer) = UserRoleRules.Models(definition);
        Definition = definition;
    }

    /// <summary>Gets who is a member and who is a customer.</summary>
    public UserRoleDefinition Definition { get; }

    /// <summary>Asks for the role of every user of a dataset.</summary>
    /// <param name="data">Whose tables hold the fields of the rules.</param>
    /// <param name="context">The instant and the zone. Later events are not seen; attributes are, whatever their time.</param>
    /// <param name="run">Threads and progress; null for the defaults.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts and sets; the same for any number of threads.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A field is absent, of another kind or in another currency; every fault of both rules is in <c>Issues</c>.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public UserRoleResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        var quiet = new RunOptions { MaxDegreeOfParallelism = run?.MaxDegreeOfParallelism };
        (Audience member, Audience customer) = UserRoleRules.Both(
            () => _member.Evaluate(data, context, quiet, cancellationToken),
            () => _customer.Evaluate(data, context, quiet, cancellationToken));
        run?.Progress?.Report(1);
        var users = new UserRoleUsers(Explain, data, context, member, customer);
        return new(UserRoleSummary.Of(Definition, context, users, member, customer), users);
    }

    private UserRoleExplanation Explain(UserRoleUsers users, UserOpsDataset data, UserId user, EvaluationContext context) => new()
    {
        User = user,
        Role = users.RoleOf(user),
        IsSeen = users.Seen.Contains(user),
        Customer = _customer.Explain(data, user, context),
        Member = _member.Explain(data, user, context),
    };
}
