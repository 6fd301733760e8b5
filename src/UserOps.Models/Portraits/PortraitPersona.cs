namespace UserOps.Models.Portraits;

/// <summary>A persona that stands for an audience one user is in, or may be in.</summary>
public sealed record PortraitPersona
{
    /// <summary>Gets the persona.</summary>
    public required Persona Persona { get; init; }

    /// <summary>Gets the audience it stands for.</summary>
    public required PortraitAudience Audience { get; init; }

    /// <summary>Writes the id of the persona and its audience.</summary>
    public override string ToString() => $"{Persona.Id} by {Audience}";
}
