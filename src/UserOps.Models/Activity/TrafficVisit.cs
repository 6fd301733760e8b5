using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>One visit of one user, as a traffic report counts it.</summary>
public sealed record TrafficVisit
{
    /// <summary>Gets when it was, how many views it has, and why it began.</summary>
    public required UserSession Session { get; init; }

    /// <summary>Gets the source its first view names; null for none, and where no source was asked for.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the index of the period it began in, where it is counted; null outside the report.</summary>
    public int? Period { get; init; }

    /// <summary>Gets whether it has one view only.</summary>
    [JsonIgnore]
    public bool IsBounce => Session.Events == 1;

    /// <summary>Gives the visit as text, without regard to culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Session}, {(Period is { } period ? $"in period {period}" : "outside the report")}{(Source is null ? "" : $", from {Source}")}");
}
