using System.Collections.Immutable;
using static UserOps.Models.Portraits.RecipeDraft;
using static UserOps.Models.Portraits.RecipeVocabulary;

namespace UserOps.Models.Portraits;

/// <summary>The shipped recipes of banks. That card spend above income speaks for installments is given; all other tests and numbers are this library's choice.</summary>
internal static class BankingRecipes
{
    internal static ImmutableArray<AudienceRecipe> All { get; } = [Installment(), Premium(), Wealth(), OverseasTravel(), Loan()];

    private static AudienceRecipe Installment() => Of(
        "banking.installment",
        RecipeIndustry.Banking,
        new("分期客户", "installment customers"),
        new(
            "近一个月用卡消费超过月收入且达到一定金额、没有逾期、近期看过分期内容的客户",
            "Customers whose card spend of the last month exceeds their monthly income and an amount, without overdue payments, who lately looked at installments"),
        AllOf(
            new GreaterThan { Field = MonthlyCardSpend.Name, OtherField = MonthlyIncome.Name },
            MonthlyCardSpend.AtLeast(3_000m),
            IsOverdue.Is(false),
            Rule.Event("view").Where(Kind.OfContent.Is("installment")).InLast(30, WindowUnit.Day).AtLeast(1)),
        Parameter("minimumSpend", "最低消费", "least spend", "CNY", 0, null, "/args/1/value"),
        Parameter("viewDays", "浏览天数", "days of views", "days", 1, 3_650, "/args/3/window/last"),
        Parameter("minimumViews", "最少浏览次数", "least views", "views", 1, null, "/args/3/count"));

    private static AudienceRecipe Premium() => Of(
        "banking.premium",
        RecipeIndustry.Banking,
        new("高端客户", "premium customers"),
        new("资产达到私人银行体验门槛、持有白金卡，或（外部数据）房产价值高的客户", "Customers with assets from a limit on, with a platinum card, or (external data) with a valuable home"),
        AnyOf(Assets.AtLeast(500_000m), CardType.In("信用卡白金卡", "platinum"), HomeValue.AtLeast(5_000_000m)),
        Parameter("minimumAssets", "最低资产", "least assets", "CNY", 0, null, "/args/0/value"),
        Parameter("minimumHomeValue", "最低房产价值", "least value of the home", "CNY", 0, null, "/args/2/value"));

    private static AudienceRecipe Wealth() => Of(
        "banking.wealth",
        RecipeIndustry.Banking,
        new("理财客户", "wealth-management customers"),
        new("有一定资产、风险等级适合、近期多次看基金或一年内买过基金的客户", "Customers with some assets and a fitting risk level who lately looked at funds several times, or bought one within a year"),
        AllOf(
            Assets.AtLeast(50_000m),
            RiskLevel.In("R2", "R3", "R4", "R5"),
            AnyOf(
                Rule.Event("view").Where(Kind.OfContent.Is("fund")).InLast(30, WindowUnit.Day).AtLeast(3),
                Rule.Event("buy_fund").InLast(1, WindowUnit.Year).AtLeast(1))),
        Parameter("minimumAssets", "最低资产", "least assets", "CNY", 0, null, "/args/0/value"),
        Parameter("minimumViews", "最少浏览次数", "least views", "views", 1, null, "/args/2/args/0/count"));

    private static AudienceRecipe OverseasTravel() => Of(
        "banking.overseas-travel",
        RecipeIndustry.Banking,
        new("境外游客户", "overseas travelers"),
        new("一年内在境外支付过，或（外部数据）持有签证并看过出行内容的客户", "Customers who paid abroad within a year, or (external data) hold a visa and looked at travel contents"),
        AnyOf(
            Rule.Event("pay").Where(Country.IsNot("CN")).InLast(1, WindowUnit.Year).AtLeast(1),
            AllOf(
                HasVisa.Is(true),
                Rule.Event("view").Where(Topic.OfContent.In("出行指南", "overseas travel")).InLast(90, WindowUnit.Day).AtLeast(2))),
        Parameter("minimumPayments", "最少境外支付次数", "least payments abroad", "payments", 1, null, "/args/0/count"),
        Parameter("minimumViews", "最少浏览次数", "least views", "views", 1, null, "/args/1/args/1/count"));

    private static AudienceRecipe Loan() => Of(
        "banking.loan",
        RecipeIndustry.Banking,
        new("贷款客户", "loan customers"),
        new(
            "有稳定收入、年龄适合、（外部数据）征信良好、没有逾期、近期看过贷款或分期的客户",
            "Customers with an income, of working age, (external data) with a good credit score, without overdue payments, who lately looked at loans or installments"),
        AllOf(
            MonthlyIncome.AtLeast(5_000m),
            YoungerThan(56),
            YoungerThan(22).Not(),
            CreditScore.AtLeast(600),
            IsOverdue.Is(false),
            Rule.Event("view").Where(Kind.OfContent.In("loan", "installment")).InLast(30, WindowUnit.Day).AtLeast(1)),
        Parameter("minimumIncome", "最低月收入", "least monthly income", "CNY", 0, null, "/args/0/value"),
        Parameter("youngerThan", "年龄小于", "younger than", "years", 1, 150, "/args/1/window/last"),
        Parameter("notYoungerThan", "年龄不小于", "not younger than", "years", 1, 150, "/args/2/arg/window/last"),
        Parameter("minimumScore", "最低征信评分", "least credit score", "points", 0, null, "/args/3/value"));
}
