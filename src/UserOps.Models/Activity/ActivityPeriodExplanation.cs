using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>What one user is in one period, and what decides it.</summary>
/// <param name="Period">When.</param>
/// <param name="Class">What the user is.</param>
/// <param name="Events">How many events counted in the period.</param>
/// <param name="EventsBefore">How many counted in the period before it.</param>
/// <param name="LastActive">The start of the last active period before this one; null for none.</param>
[method: JsonConstructor] // without it a struct is read with missing members at zero
public readonly record struct ActivityPeriodExplanation(
    ActivityPeriod Period, ActivityClass Class, long Events, long EventsBefore, DateTimeOffset? LastActive = null)
{
    /// <summary>Gives the period, the class and the counts as text, without regard to culture.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Period.FirstDay:yyyy-MM-dd} to {Period.LastDay:yyyy-MM-dd}: {Class}, {Events} events, {EventsBefore} the period before");
}
