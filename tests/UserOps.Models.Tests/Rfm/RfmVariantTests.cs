using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

/// <summary>What may stand in the place of money, and the fourth axis.</summary>
public class RfmVariantTests
{
    private const string Log = "ann:pay@2026-03-01T10:00=5 ann:pay@2026-03-21T10:00=6 bob:pay@2026-03-05T10:00=7 ann:read@2026-03-07T10:00 ann:read@2026-03-08T10:00 cat:read@2026-03-09T10:00";

    [Fact]
    public void Engagement_CountsEventsOfMembers()
    {
        RfmResult result = Evaluate(RfmPresets.Engagement("pay", "read"));
        Assert.Equal("ann 2 , bob 0 ", Text(result)); // none are 0, and nobody's money is asked
        Assert.True(result.Users.Outside.Contains("cat"));
        Assert.Null(result.Summary.Members.Revenue);
    }

    [Fact]
    public void Engagement_WithAnAmount_StillReportsRevenue()
    {
        RfmResult result = Evaluate(RfmPresets.Engagement("pay", "read") with { Amount = PurchaseLogs.Amount });
        Assert.Equal("ann 2 11, bob 0 7", Text(result));
        Assert.Equal(18, result.Summary.Members.Revenue);
    }

    [Fact]
    public void Assets_AMissingBalance_IsNoBalanceOfZero()
    {
        var assets = new Dictionary<string, decimal?> { ["ann"] = 100.5m, ["bob"] = null, ["dan"] = 7 };
        RfmResult result = Evaluate(RfmPresets.Assets("pay", PurchaseLogs.Assets), assets);
        Assert.Equal("ann 100.5 , bob  ", Text(result));
        Assert.Equal((1, 100.5m, 1), ((int)result.Summary.Members.WithMonetary, result.Summary.Members.Monetary, (int)result.Summary.Report.MembersWithoutValue));
    }

    [Fact]
    public void Length_IsTheDaysFromFirstToLast()
    {
        RfmResult result = Evaluate(RfmPresets.Length("pay", PurchaseLogs.Amount));
        Assert.Equal("ann 20 5, bob 0 1", string.Join(", ", result.Users.All().OrderBy(user => user.Id).Select(user => $"{user.Id} {user.Length} {user.LengthScore}")));
        Assert.Equal(10, result.Summary.Members.MeanLength!.Value.Value);
        Assert.Equal(1, result.Users.WithScore(RfmAxis.Length, 5).Count);
    }

    [Fact]
    public void WithScore_AnAxisNobodyAskedFor_IsRefused()
        => Assert.Throws<ArgumentException>(() => Evaluate(PurchaseLogs.Paid).Users.WithScore(RfmAxis.Length, 1));

    [Fact]
    public void Installment_CountsContracts()
    {
        RfmResult result = Evaluate(RfmPresets.Installment(EventFilter.Named("pay").And(PurchaseLogs.Amount.AtLeast(6m)), PurchaseLogs.Amount));
        Assert.Equal("ann 6 6, bob 7 7", Text(result));
        Assert.Equal([1, 1], result.Users.All().Select(user => user.Frequency));
    }

    private static RfmResult Evaluate(RfmDefinition definition, IReadOnlyDictionary<string, decimal?>? assets = null)
        => new RfmModel(definition).Evaluate(PurchaseLogs.DataOf(PurchaseLogs.Rows(Log), assets), PurchaseLogs.AtEndOf("2026-03-31"));

    private static string Text(RfmResult result)
        => string.Join(", ", result.Users.All().OrderBy(user => user.Id).Select(user => FormattableString.Invariant($"{user.Id} {user.Monetary} {user.Revenue}")));
}
