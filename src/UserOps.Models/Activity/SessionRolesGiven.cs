namespace UserOps.Models.Activity;

/// <summary>The caller says what each event is.</summary>
internal readonly ref struct SessionRolesGiven(ReadOnlySpan<SessionRole> roles) : ISessionRoles
{
    private readonly ReadOnlySpan<SessionRole> _roles = roles;

    public SessionRole At(int index) => _roles[index];
}
