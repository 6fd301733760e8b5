using System.Collections.Immutable;
using static UserOps.Models.Portraits.RecipeDraft;
using static UserOps.Models.Portraits.RecipeVocabulary;

namespace UserOps.Models.Portraits;

/// <summary>
/// The shipped recipes of brokers. Given: that an annual return below 5% with infrequent trading speaks for wealth products. The half year of trading and the
/// 500,000 of assets of margin customers are the least that Chinese rules ask (CSRC, Measures for Margin Trading, 2015, article 12). The rest is this library's choice.
/// </summary>
internal static class SecuritiesRecipes
{
    internal static ImmutableArray<AudienceRecipe> All { get; } = [WealthProducts(), Funds(), Margin(), WealthManagement()];

    private static AudienceRecipe WealthProducts() => Of(
        "securities.wealth-products",
        RecipeIndustry.Securities,
        new("理财产品客户", "wealth products"),
        new("年化收益率低于5%、交易不频繁的客户", "Customers with an annual return below 5% who seldom trade"),
        AllOf(AnnualReturn.Below(0.05m), Rule.Event("trade").InLast(90, WindowUnit.Day).AtMost(3)),
        Parameter("returnBelow", "收益率低于", "return below", "fraction", -1, null, "/args/0/value"),
        Parameter("maximumTrades", "最多交易次数", "most trades", "trades", 0, null, "/args/1/count"));

    private static AudienceRecipe Funds() => Of(
        "securities.funds",
        RecipeIndustry.Securities,
        new("基金客户", "funds"),
        new("能承受波动、近期多次看基金、一年内没有买过基金的客户", "Customers who can bear fluctuations and lately looked at funds several times without having bought one within a year"),
        AllOf(
            RiskLevel.In("R3", "R4", "R5"),
            Rule.Event("view").Where(Kind.OfContent.Is("fund")).InLast(30, WindowUnit.Day).AtLeast(3),
            Rule.Event("buy_fund").InLast(1, WindowUnit.Year).Never()),
        Parameter("minimumViews", "最少浏览次数", "least views", "views", 1, null, "/args/1/count"));

    private static AudienceRecipe Margin() => Of(
        "securities.margin",
        RecipeIndustry.Securities,
        new("融资客户", "margin financing"),
        new("交易满半年、日均资产达标、风险等级高、交易频繁的客户", "Customers who have traded for half a year, with the assets the rules ask, a high risk level and frequent trades"),
        AllOf(
            AverageAssets.AtLeast(500_000m),
            Rule.InWindow(FirstTradedOn, TimeWindow.InLast(6, WindowUnit.Month)).Not(),
            RiskLevel.In("R4", "R5"),
            Rule.Event("trade").InLast(90, WindowUnit.Day).AtLeast(20)),
        Parameter("minimumAssets", "最低日均资产", "least average assets", "CNY", 0, null, "/args/0/value"),
        Parameter("minimumTrades", "最少交易次数", "least trades", "trades", 1, null, "/args/3/count"));

    private static AudienceRecipe WealthManagement() => Of(
        "securities.wealth-management",
        RecipeIndustry.Securities,
        new("财富管理客户", "wealth management"),
        new("资产高、现金占比高、近期登录过的客户", "Customers with high assets, much of them cash, who lately logged in"),
        AllOf(Assets.AtLeast(1_000_000m), CashShare.AtLeast(0.3m), Rule.Event("login").InLast(30, WindowUnit.Day).AtLeast(1)),
        Parameter("minimumAssets", "最低资产", "least assets", "CNY", 0, null, "/args/0/value"),
        Parameter("minimumCashShare", "最低现金占比", "least share of cash", "fraction", 0, 1, "/args/1/value"));
}
