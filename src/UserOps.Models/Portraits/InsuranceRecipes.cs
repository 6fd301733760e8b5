using System.Collections.Immutable;
using static UserOps.Models.Portraits.RecipeDraft;
using static UserOps.Models.Portraits.RecipeVocabulary;

namespace UserOps.Models.Portraits;

/// <summary>The shipped recipes of insurers: four of this library's choice, and the two audiences of the customer journey whose conditions are given.</summary>
internal static class InsuranceRecipes
{
    internal static ImmutableArray<AudienceRecipe> All { get; } = [FamilyProtection(), ChildEducation(), Pension(), Renewal()];

    /// <summary>Six conditions. Given: what they ask and their numbers. Chosen: the names of columns, events and the three contents.</summary>
    internal static AudienceRecipe YoungPeople { get; } = Of(
        "insurance.young-people",
        RecipeIndustry.Insurance,
        new("年轻人群体", "young people"),
        new(
            "每周登录至少1次、看过三类内容中至少一类、参加过福利活动、没有保单、年龄不超过26岁、年收入不超过20万",
            "At least one login a week, at least one of three contents viewed, joined a benefit event, no policy, age at most 26, annual income at most 200,000"),
        AllOf(
            Rule.Event("login").InLast(1, WindowUnit.Week).AtLeast(1),
            Rule.Event("view").Where(Kind.OfContent.In("accident", "health", "travel")).AtLeast(1),
            Rule.Event("join_benefit").AtLeast(1),
            HasPolicy.Is(false),
            YoungerThan(27),
            AnnualIncome.AtMost(200_000m)),
        Parameter("weeklyLogins", "每周登录次数", "logins a week", "logins", 1, null, "/args/0/count"),
        Parameter("youngerThan", "年龄小于", "younger than", "years", 1, 150, "/args/4/window/last"),
        Parameter("maximumIncome", "最高年收入", "greatest annual income", "CNY", 0, null, "/args/5/value"));

    /// <summary>Five conditions. Given: what they ask and their numbers. Chosen: the names of columns, events and lists.</summary>
    internal static AudienceRecipe NewWealth { get; } = Of(
        "insurance.new-wealth",
        RecipeIndustry.Insurance,
        new("财富新贵", "new wealth"),
        new(
            "今年登录过、家庭成员不少于2人、不在名单内、有有效的长期险保单、年收入不低于50万",
            "A login this year, at least two in the household, on none of the lists, a valid long-term policy, annual income at least 500,000"),
        AllOf(
            Rule.Event("login").In(TimeWindow.Current(WindowUnit.Year)).AtLeast(1),
            HouseholdSize.AtLeast(2),
            RiskLists.ContainsNone("blacklist", "greylist", "do_not_contact"),
            Rule.InWindow(LongTermPolicyEndsOn, TimeWindow.Days(0, int.MinValue)),
            AnnualIncome.AtLeast(500_000m)),
        Parameter("minimumHousehold", "最少家庭成员数", "least household", "persons", 1, null, "/args/1/value"),
        Parameter("minimumIncome", "最低年收入", "least annual income", "CNY", 0, null, "/args/4/value"));

    private static AudienceRecipe FamilyProtection() => Of(
        "insurance.family-protection",
        RecipeIndustry.Insurance,
        new("家庭保障客户", "family protection"),
        new("三口以上之家、有一定收入、还没有保单的客户", "Households of three or more with an income and without a policy"),
        AllOf(HouseholdSize.AtLeast(3), AnnualIncome.AtLeast(100_000m), HasPolicy.Is(false)),
        Parameter("minimumHousehold", "最少家庭成员数", "least household", "persons", 1, null, "/args/0/value"),
        Parameter("minimumIncome", "最低年收入", "least annual income", "CNY", 0, null, "/args/1/value"));

    private static AudienceRecipe ChildEducation() => Of(
        "insurance.child-education",
        RecipeIndustry.Insurance,
        new("子女教育客户", "education of children"),
        new("有子女、看过教育内容的客户", "Parents who looked at contents about education"),
        AllOf(
            Children.AtLeast(1),
            Rule.Event("view").Where(Topic.OfContent.In("教育分期", "子女教育", "education")).InLast(90, WindowUnit.Day).AtLeast(1)),
        Parameter("viewDays", "浏览天数", "days of views", "days", 1, 3_650, "/args/1/window/last"));

    private static AudienceRecipe Pension() => Of(
        "insurance.pension",
        RecipeIndustry.Insurance,
        new("养老规划客户", "pension planning"),
        new("40岁至59岁、有一定资产、看过养老内容的客户", "Customers of 40 to 59 with some assets who looked at contents about pensions"),
        AllOf(
            YoungerThan(60),
            YoungerThan(40).Not(),
            Assets.AtLeast(100_000m),
            Rule.Event("view").Where(Topic.OfContent.In("养老规划", "养老", "pension")).InLast(90, WindowUnit.Day).AtLeast(1)),
        Parameter("youngerThan", "年龄小于", "younger than", "years", 1, 150, "/args/0/window/last"),
        Parameter("notYoungerThan", "年龄不小于", "not younger than", "years", 1, 150, "/args/1/arg/window/last"),
        Parameter("minimumAssets", "最低资产", "least assets", "CNY", 0, null, "/args/2/value"));

    private static AudienceRecipe Renewal() => Of(
        "insurance.renewal",
        RecipeIndustry.Insurance,
        new("续保客户", "renewal"),
        new("保单30天内到期、还没有续保的客户", "Customers whose policy ends within 30 days and who have not renewed it"),
        AllOf(
            Rule.InWindow(PolicyEndsOn, TimeWindow.InNext(30, WindowUnit.Day)),
            Rule.Event("renew_policy").InLast(60, WindowUnit.Day).Never()),
        Parameter("daysAhead", "到期天数", "days ahead", "days", 1, 3_650, "/args/0/window/next"));
}
