using System.Globalization;

namespace UserOps.Models.Tests.Stratification;

/// <summary>What each customer of a public log of purchases spent: columns customer_id, date, …, amount.</summary>
internal static class PublicSpend
{
    private static readonly AmountField Amount = Field.Amount("amount", "USD");

    public static UserAmounts Read(string file)
    {
        string[] lines = File.ReadAllLines(PublicDataFactAttribute.PathOf(file));
        string[] names = lines[0].Split(',');
        (int user, int date, int amount) = (Array.IndexOf(names, "customer_id"), Array.IndexOf(names, "date"), Array.IndexOf(names, "amount"));
        UserOpsDataset data = UserOpsDataset.FromEvents(lines.Skip(1).Select(line => line.Split(',')), map => map
            .User(row => long.Parse(row[user], CultureInfo.InvariantCulture))
            .At(row => DateTime.ParseExact(row[date], "yyyy-MM-dd", CultureInfo.InvariantCulture), TimeZoneInfo.Utc)
            .Name(_ => "buy")
            .With(Amount, row => decimal.Parse(row[amount], CultureInfo.InvariantCulture)));
        return UserAmounts.SumOf(data, "buy", Amount, new() { AsOf = data.Events.Last!.Value, Zone = TimeZoneInfo.Utc });
    }
}
