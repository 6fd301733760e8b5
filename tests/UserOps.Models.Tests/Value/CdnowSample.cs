using System.Globalization;
using UserOps.Models.Tests.Survival;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>The log of the CDNOW sample, summed up by plain code.</summary>
internal static class CdnowSample
{
    /// <summary>Joins the purchases of a day, leaves out those after the end, and counts in weeks.</summary>
    public static PurchaseHistory Weeks(DateOnly end)
    {
        List<int> repeats = [];
        List<double> lastAges = [], ages = [], logGaps = [];
        foreach (var customer in PublicTable.Read("cdnow-sample.csv").GroupBy(row => row["customer_id"]))
        {
            DateOnly[] days = [.. customer.Select(row => DateOnly.Parse(row["date"]!, CultureInfo.InvariantCulture)).Where(day => day <= end).Distinct().Order()];
            repeats.Add(days.Length - 1);
            lastAges.Add(Between(days[0], days[^1]));
            ages.Add(Between(days[0], end));
            logGaps.Add(days.Skip(1).Zip(days, (later, day) => Math.Log(Between(day, later))).Sum());
        }

        return PurchaseHistory.Of([.. repeats], [.. lastAges], [.. ages], [.. logGaps], unit: new(CalendarUnit.Day, 7));
    }

    private static double Between(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / 7.0;
}
