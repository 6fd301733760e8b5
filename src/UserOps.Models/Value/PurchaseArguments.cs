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

    /// <summary>Requires times before anything is drawn: within an infinite one nobody ever stops buying.</summary>
    internal static void RequireTimes(ReadOnlySpan<double> times, [CallerArgumentExpression(nameof(times))] string? name = null)
    {
        foreach (double time in times)
        {
            RequireTime(time, name);
        }
    }

    /// <summary>Requires that purchases drawn for a customer can still be counted; a rate so high that time stands still would draw for ever.</summary>
    internal static void RequireDrawable(int purchases, double age, [CallerArgumentExpression(nameof(age))] string? name = null)
    {
        if (purchases >= ValueDefaults.MostPurchasesDrawn)
        {
            throw new ArgumentOutOfRangeException(name, age, FormattableString.Invariant($"A customer drawn buys {ValueDefaults.MostPurchasesDrawn} times within the age, and on; take shorter ages."));
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
