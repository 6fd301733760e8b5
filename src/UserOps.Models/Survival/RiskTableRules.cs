using System.Collections.Immutable;

namespace UserOps.Models.Survival;

/// <summary>What must hold for a risk table that comes from outside; its own sums hold it by construction.</summary>
internal static class RiskTableRules
{
    // Sums of weights in another order may differ by rounding, so a little less than nothing is nothing.
    private const double Rounding = 1e-9;

    /// <summary>Gives the sums back if their columns are right by themselves.</summary>
    /// <exception cref="ArgumentException">They are not; the message says why.</exception>
    internal static RiskSums Checked(RiskSums sums) => FaultOfColumns(sums) is { } fault ? throw new ArgumentException(fault, nameof(sums)) : sums;

    private static string? FaultOfColumns(RiskSums table)
    {
        int times = table.Times.Length;
        if (table.Events.Length != times || table.Censored.Length != times || !(table.Entered.IsEmpty || table.Entered.Length == times)
            || table.Causes.Any(cause => cause is null || cause.Events.IsDefault || cause.Events.Length != times))
        {
            return "The columns of a risk table have one value per time.";
        }

        if (!AreTimes(table.Times.AsSpan()))
        {
            return "The times of a risk table ascend from zero or more and are finite.";
        }

        if (!AreCounts(table.Events) || !AreCounts(table.Censored) || !AreCounts(table.Entered) || table.Causes.Any(cause => !AreCounts(cause.Events)))
        {
            return "A count of a risk table is negative or not finite.";
        }

        return table.Rows is { } rows && (rows.Rows is not null || !rows.Times.AsSpan().SequenceEqual(table.Times.AsSpan()))
            ? "The rows of a risk table are of the same times."
            : FaultOfCauses(table);
    }

    /// <summary>Says whether more ended or were censored somewhere than were at risk; null if nowhere.</summary>
    internal static string? FaultOfSums(RiskTable table)
    {
        for (int i = 0; i < table.Times.Length; i++)
        {
            if (table.AtRisk[i] < (table.Events[i] + table.Censored[i]) * (1 - Rounding))
            {
                return "More end or are censored than are at risk.";
            }
        }

        return null;
    }

    private static string? FaultOfCauses(RiskSums table)
    {
        if (table.Causes.Select(cause => cause.Cause).Distinct(StringComparer.Ordinal).Count() < table.Causes.Length)
        {
            return "A cause stands twice in a risk table.";
        }

        for (int i = 0; !table.Causes.IsEmpty && i < table.Times.Length; i++)
        {
            double all = table.Causes.Sum(cause => cause.Events[i]);
            if (Math.Abs(all - table.Events[i]) > table.Events[i] * Rounding)
            {
                return "The ends by cause do not add up to all ends.";
            }
        }

        return null;
    }

    private static bool AreTimes(ReadOnlySpan<double> times)
    {
        double before = -1;
        foreach (double time in times)
        {
            if (!(time >= 0 && time > before && double.IsFinite(time)))
            {
                return false;
            }

            before = time;
        }

        return true;
    }

    private static bool AreCounts(ImmutableArray<double> counts)
    {
        foreach (double count in counts)
        {
            if (!(count >= 0 && double.IsFinite(count)))
            {
                return false;
            }
        }

        return true;
    }
}
