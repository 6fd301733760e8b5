namespace UserOps.Models.Tags;

/// <summary>For how long a value stands (动态标签): on [assigned, end), the end left out. Where both members are given, the earlier end counts.</summary>
public sealed record TagValidity
{
    /// <summary>Gets how many days of 24 hours after its assignment a value ends, 1 or more; null for no such end.</summary>
    public int? Days { get; init; }

    /// <summary>
    /// Gets the attribute of the user, a date or an instant, at which a value ends: the maturity of a product. A date stands for its local
    /// midnight, as in windows. Null for no such end; so is a missing attribute.
    /// </summary>
    public string? UntilField { get; init; }
}
