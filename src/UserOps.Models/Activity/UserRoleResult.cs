namespace UserOps.Models.Activity;

/// <summary>What a role model answers: counts, and who has which role. Immutable.</summary>
public sealed class UserRoleResult
{
    internal UserRoleResult(UserRoleSummary summary, UserRoleUsers users)
    {
        Summary = summary;
        Users = users;
    }

    /// <summary>Gets who is a member and who is a customer.</summary>
    public UserRoleDefinition Definition => Summary.Definition;

    /// <summary>Gets the instant and the zone.</summary>
    public EvaluationContext Context => Summary.Context;

    /// <summary>Gets the counts.</summary>
    public UserRoleSummary Summary { get; }

    /// <summary>Gets who has which role, bound to the dataset.</summary>
    public UserRoleUsers Users { get; }
}
