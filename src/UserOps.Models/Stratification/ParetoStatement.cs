using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.Stratification;

/// <summary>That so many of the users hold so much of the value (二八法则), as data. JSON round-trip.</summary>
public sealed record ParetoStatement
{
    /// <summary>Gets how many users, those with the highest values.</summary>
    public required long Users { get; init; }

    /// <summary>Gets how many users have a value.</summary>
    public required long Population { get; init; }

    /// <summary>Gets what the users hold together, exact.</summary>
    public required decimal Value { get; init; }

    /// <summary>Gets what all hold together, exact.</summary>
    public required decimal Total { get; init; }

    /// <summary>Gets the share of the users.</summary>
    [JsonIgnore]
    public Ratio UserShare => new(Users, Population);

    /// <summary>Gets the share of the value; no number over nobody or where the total is 0.</summary>
    [JsonIgnore]
    public Measure<double> ValueShare => ValueShares.Of(Value, Total, Population);

    /// <summary>Writes the statement, without regard to culture.</summary>
    /// <returns>Such as <c>20% of the users hold 67.8% of the value</c>, one digit after the point at most; shares without a number as <c>-</c>.</returns>
    public override string ToString() => $"{Percent(UserShare.Value)} of the users hold {Percent(ValueShare.Value)} of the value";

    private static string Percent(double? share) => share is { } number ? (number * 100).ToString("0.#", CultureInfo.InvariantCulture) + "%" : "-";
}
