using System.Globalization;
using System.Text.Json.Nodes;
using UserOps.Models.Presentation;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.QuickstartProgram;

/// <content>What users are worth.</content>
public sealed partial class MainJobTests
{
    private const string Orders = """
        customer_id,date,amount
        1,2026-01-01,10.50
        1,2026-01-05,2.25
        2,2026-01-02,90
        3,2026-01-03,7.25
        """;

    [Theory] // who, when and how much: a log of purchases, whether or not anybody says so
    [InlineData("", "every row is a purchase (--event-name names it otherwise), in a currency nobody named, XXX (--currency).\n")]
    [InlineData("", "R = days since the last purchase, F = days with one, M = their amount in XXX; high = at least as good as the mean\n")]
    [InlineData("--currency USD", "every row is a purchase (--event-name names it otherwise).\n")]
    [InlineData("--currency USD", "M = their amount in USD;")]
    [InlineData("", "The top: 33.3% of the users hold 81.8% of the value.")]
    [InlineData("", "1 users bought again; a forecast needs 100.\n")]
    [InlineData("--event-name order", "No column is an amount with a currency (--types FIELD=amount, --currency CODE), so nothing can be said about worth.\n")]
    public void Run_Purchases_SaysWhatIsKnownOfWorth(string options, string expected)
        => Assert.Contains(expected, Run(["--events", Write("orders.csv", Orders), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]), StringComparison.Ordinal);

    [PublicDataFact("cdnow-master.csv")] // the customers and the spending counted from the file; the page holds the saved model
    public void Run_CdnowAlone_ForecastsByModelsThatCanBeReadBack()
    {
        string path = PublicDataFactAttribute.PathOf("cdnow-master.csv");
        string json = Path.Combine(_folder, "cdnow.json");
        string text = Run("--events", path, "--json", json);
        var spent = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).GroupBy(cells => cells[0], cells => decimal.Parse(cells[3], CultureInfo.InvariantCulture)).Select(user => user.Sum()).OrderDescending().ToArray();
        decimal top = spent.Take((spent.Length + 4) / 5).Sum() / spent.Sum();
        Assert.Contains($"The top: 20% of the users hold {CellText.Percent((double)top)} of the value.", text, StringComparison.Ordinal);

        var saved = JsonNode.Parse(File.ReadAllText(json))!;
        var model = new BetaGeometricModel(UserOpsJson.Deserialize<BetaGeometricParameters>(saved["bgnbd"]!.ToJsonString()));
        Assert.Matches($@"(?m)^BG/NBD +r +{CellText.Number(model.Parameters.R, 3)} .* converged, ", text);
        Assert.Equal(7.0, model.Parameters.Unit!.Count);
        var spends = new GammaGammaModel(UserOpsJson.Deserialize<GammaGammaParameters>(saved["gammaGamma"]!.ToJsonString()));
        Assert.Matches($@"(?m)^Gamma-Gamma +p +{CellText.Number(spends.Parameters.P, 3)} .* converged, ", text);
        Assert.Matches(@"(?m)^7592 +146 ", text);
    }
}
