namespace UserOps.Models.Stratification;

/// <summary>What a fraction of the users holds.</summary>
public sealed record ParetoTop
{
    /// <summary>Gets the fraction asked for; its users are <c>ceil(fraction x users)</c>.</summary>
    public required decimal Fraction { get; init; }

    /// <summary>Gets how many users that are, and what they hold.</summary>
    public required ParetoStatement Holds { get; init; }
}
