using System.Globalization;
using UserOps.Models.Tests.Survival;

namespace UserOps.Models.Tests.Value;

/// <summary>Logs of purchases as datasets: of lines, and of the public data set of a shop for music.</summary>
internal static class PurchaseLog
{
    public static readonly AmountField Money = Field.Amount("amount", "USD");

    /// <summary>An instant after everything.</summary>
    public static readonly DateTimeOffset Late = new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static EvaluationContext Utc { get; } = new() { AsOf = Late, Zone = TimeZoneInfo.Utc };

    public static UserOpsDataset Of(IEnumerable<PurchaseLine> lines) => UserOpsDataset.FromEvents(lines, e => e
        .User(line => line.User).At(line => line.At).Name(line => line.Event).With(Money, line => line.Amount));

    /// <summary>Reads lines such as <c>a 2026-03-01T09:00Z 5.00</c>: a user, an instant, an amount or <c>?</c> for none; a fourth word is the event, else <c>pay</c>.</summary>
    public static UserOpsDataset Of(params ReadOnlySpan<string> lines) => Of((IEnumerable<PurchaseLine>)[.. lines.ToArray().Select(Read)]);

    /// <summary>Reads <c>cdnow-master.csv</c>, 69,659 purchases of 23,570 customers, or <c>cdnow-sample.csv</c>, a tenth of them.</summary>
    public static UserOpsDataset Cdnow(string file) => Of(PublicTable.Read(file).Select(row => new PurchaseLine(
        row["customer_id"]!, Instant(row["date"]!), decimal.Parse(row["amount"]!, CultureInfo.InvariantCulture))));

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static PurchaseLine Read(string line)
    {
        string[] words = line.Split(' ');
        return new(words[0], Instant(words[1]), words[2] == "?" ? null : decimal.Parse(words[2], CultureInfo.InvariantCulture), words.Length > 3 ? words[3] : "pay");
    }
}
