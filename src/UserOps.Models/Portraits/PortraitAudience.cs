namespace UserOps.Models.Portraits;

/// <summary>An audience that one user is in, or may be in.</summary>
public sealed record PortraitAudience
{
    /// <summary>Gets the name the caller gave it.</summary>
    public required string Name { get; init; }

    /// <summary>Gets which rule it is, see <see cref="Audience.RuleVersion"/>.</summary>
    public required string RuleVersion { get; init; }

    /// <summary>Gets a value indicating whether it is not known that the user is in it, because a value the rule needs is missing.</summary>
    public required bool IsUncertain { get; init; }

    /// <summary>Writes the name, and whether it is uncertain.</summary>
    public override string ToString() => IsUncertain ? Name + " (uncertain)" : Name;
}
