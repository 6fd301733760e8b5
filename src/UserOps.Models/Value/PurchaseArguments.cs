using System.Runtime.CompilerServices;

namespace UserOps.Models.Value;

/// <summary>What a time or a count that is asked about must be.</summary>
internal static class PurchaseArguments
{
    internal static void RequireTime(double time, [CallerArgumentExpression(nameof(time))] string? name = null)
    {
        if (!(time >= 0 && double.IsFinite(time)))
        {
            throw new ArgumentOutOfRangeException(name, time, "A time is 0 or more, and finite.");
        }
    }

    internal static void RequireOpportunities(double time, [CallerArgumentExpression(nameof(time))] string? name = null)
    {
        if (!IsOpportunities(time))
        {
            throw new ArgumentOutOfRangeException(name, time, $"A time is a whole number of opportunities, 0 to {ValueDefaults.MaximumOpportunities}.");
        }
    }

    internal static bool IsOpportunities(double time) => time >= 0 && time <= ValueDefaults.MaximumOpportunities && Math.Floor(time) == time;
}
