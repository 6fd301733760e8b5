using UserOps.Models.Tests.Survival;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>Summaries of customers as public files have them: frequency, recency, T, monetary_value; in weeks.</summary>
internal static class PublicSummaries
{
    public static PurchaseHistory Read(string file)
    {
        IReadOnlyList<IReadOnlyDictionary<string, string?>> rows = PublicTable.Read(file);
        return PurchaseHistory.Of(
            [.. rows.Select(row => (int)row.Number("frequency")!.Value)],
            Column("recency"),
            Column("T"),
            meanSpends: Column("monetary_value"),
            unit: new(CalendarUnit.Day, 7));

        double[] Column(string name) => [.. rows.Select(row => row.Number(name)!.Value)];
    }
}
