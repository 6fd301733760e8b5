namespace UserOps.Models.Activity;

/// <summary>Names and tests over properties say what an event is.</summary>
internal readonly struct SessionRolesTested(SessionPlan plan) : ISessionRoles
{
    public SessionRole At(int index) => plan.RoleAt(index);
}
