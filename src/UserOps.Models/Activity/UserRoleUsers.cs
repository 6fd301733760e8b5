namespace UserOps.Models.Activity;

/// <summary>Who has which role, bound to the dataset. Every seen user is in exactly one of the three roles, or in <see cref="Uncertain"/>.</summary>
public sealed class UserRoleUsers
{
    private readonly Func<UserRoleUsers, UserOpsDataset, UserId, EvaluationContext, UserRoleExplanation> _explain;
    private readonly UserOpsDataset _data;
    private readonly EvaluationContext _context;
    private readonly UserSet[] _roles;

    internal UserRoleUsers(
        Func<UserRoleUsers, UserOpsDataset, UserId, EvaluationContext, UserRoleExplanation> explain,
        UserOpsDataset data,
        EvaluationContext context,
        Audience member,
        Audience customer)
    {
        _explain = explain;
        _data = data;
        _context = context;
        Seen = SeenUsers.At(context, data);
        UserSet customers = customer.Members.Intersect(Seen);
        UserSet notCustomers = Seen.Except(customers).Except(customer.Uncertain);
        UserSet members = notCustomers.Intersect(member.Members);
        UserSet visitors = notCustomers.Except(members).Except(member.Uncertain);
        _roles = [visitors, members, customers];
        Uncertain = Seen.Except(customers).Except(members).Except(visitors);
    }

    /// <summary>Gets the users there were at 'as of': those with a row in the user table, and those with an event by then.</summary>
    public UserSet Seen { get; }

    /// <summary>Gets the seen users of whom it is not known whether they have a higher role than those that are known not to hold.</summary>
    public UserSet Uncertain { get; }

    /// <summary>Gets the users of a role.</summary>
    /// <param name="role">One of the three.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the three.</exception>
    public UserSet Of(UserRole role)
    {
        ArgumentOutOfRangeException.ThrowIfNegative((int)role, nameof(role));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)role, (int)UserRole.Customer, nameof(role));
        return _roles[(int)role];
    }

    /// <summary>Gets the users a metric is taken over. <see cref="DatasetSelection.Only"/> makes of them a dataset that any model takes.</summary>
    /// <param name="population">One of the named ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the named ones.</exception>
    public UserSet In(BasePopulation population) => population switch
    {
        BasePopulation.Everyone => Seen,
        BasePopulation.Visitors => Of(UserRole.Visitor),
        BasePopulation.Members => Of(UserRole.Member),
        BasePopulation.Customers => Of(UserRole.Customer),
        BasePopulation.MembersAndCustomers => Of(UserRole.Member).Union(Of(UserRole.Customer)),
        _ => throw new ArgumentOutOfRangeException(nameof(population), population, "This is not one of the named populations."),
    };

    /// <summary>Gets the role of a user.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <returns>The role; null where it is not known, and for a user who was not there yet at 'as of'.</returns>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public UserRole? RoleOf(UserId user)
    {
        int ordinal = SessionExplainer.OrdinalOf(_data, user);
        int role = Array.FindIndex(_roles, users => users.Contains(ordinal));
        return role < 0 ? null : (UserRole)role;
    }

    /// <summary>Says why a user has the role they have: what the two rules say of them, node by node.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public UserRoleExplanation Explain(UserId user)
    {
        _ = SessionExplainer.OrdinalOf(_data, user);
        return _explain(this, _data, user, _context);
    }
}
