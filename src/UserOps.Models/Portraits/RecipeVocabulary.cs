using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>The columns the shipped recipes speak of, each with its kind and unit. The names are those of the sample bank where it has them.</summary>
internal static class RecipeVocabulary
{
    internal static readonly AmountField Assets = Field.Amount("assets", "CNY");
    internal static readonly AmountField AverageAssets = Field.Amount("average_assets_20d", "CNY");
    internal static readonly AmountField MonthlyIncome = Field.Amount("monthly_income", "CNY");
    internal static readonly AmountField AnnualIncome = Field.Amount("annual_income", "CNY");
    internal static readonly AmountField MonthlyCardSpend = Field.Amount("monthly_card_spend", "CNY");
    internal static readonly AmountField HomeValue = Field.Amount("home_value", "CNY");
    internal static readonly DateField BirthDate = Field.Date("birth_date");
    internal static readonly DateField PolicyEndsOn = Field.Date("policy_ends_on");
    internal static readonly DateField LongTermPolicyEndsOn = Field.Date("long_term_policy_ends_on");
    internal static readonly DateField FirstTradedOn = Field.Date("first_traded_on");
    internal static readonly CategoryField CardType = Field.Category("card_type");
    internal static readonly CategoryField RiskLevel = Field.Category("risk_level");
    internal static readonly QuantityField CreditScore = Field.Quantity("credit_score", 0);
    internal static readonly QuantityField HouseholdSize = Field.Quantity("household_size", 0);
    internal static readonly QuantityField Children = Field.Quantity("children", 0);
    internal static readonly QuantityField AnnualReturn = Field.Quantity("annual_return");
    internal static readonly QuantityField CashShare = Field.Quantity("cash_share");
    internal static readonly FlagField IsOverdue = Field.Flag("is_overdue");
    internal static readonly FlagField HasVisa = Field.Flag("has_visa");
    internal static readonly FlagField HasPolicy = Field.Flag("has_policy");
    internal static readonly SetField RiskLists = Field.Set("risk_lists");
    internal static readonly CategoryField Country = Field.Category("country");
    internal static readonly CategoryField Kind = Field.Category("kind");
    internal static readonly CategoryField Topic = Field.Category("topic");

    internal static ImmutableArray<FieldDefinition> Users { get; } =
    [
        Of(Assets, "在本机构的资产", "assets held here", DataClass.Credit),
        Of(AverageAssets, "最近20个交易日日均资产", "average assets of the last 20 trading days", DataClass.Credit),
        Of(MonthlyIncome, "月收入", "monthly income", DataClass.Credit),
        Of(AnnualIncome, "年收入", "annual income", DataClass.Credit),
        Of(MonthlyCardSpend, "近一个月用卡消费", "card spend of the last month", DataClass.Consumption),
        Of(HomeValue, "房产价值", "value of the home", DataClass.Credit, isExternal: true),
        Of(BirthDate, "出生日期", "date of birth", DataClass.Demographic),
        Of(PolicyEndsOn, "保单到期日", "day the policy ends", DataClass.Consumption),
        Of(LongTermPolicyEndsOn, "长期险保单到期日", "day the long-term policy ends", DataClass.Consumption),
        Of(FirstTradedOn, "首次交易日", "day of the first trade", DataClass.Consumption),
        Of(CardType, "卡种", "card type", DataClass.Consumption),
        Of(RiskLevel, "风险等级", "risk level", DataClass.Credit) with { AllowedValues = ["R1", "R2", "R3", "R4", "R5"] },
        Of(CreditScore, "征信评分", "credit score", DataClass.Credit, isExternal: true) with { Unit = "points" },
        Of(HouseholdSize, "家庭成员数", "members of the household", DataClass.Demographic) with { Unit = "persons" },
        Of(Children, "子女数", "children", DataClass.Demographic) with { Unit = "persons" },
        Of(AnnualReturn, "年化收益率", "annual return", DataClass.Consumption) with { Unit = "fraction" },
        Of(CashShare, "现金类资产占比", "share of cash in the assets", DataClass.Consumption) with { Unit = "fraction" },
        Of(IsOverdue, "是否逾期", "payment overdue", DataClass.Credit),
        Of(HasVisa, "是否持有签证", "holds a visa", DataClass.Interest, isExternal: true),
        Of(HasPolicy, "是否持有保单", "holds a policy", DataClass.Consumption),
        Of(RiskLists, "所在名单", "lists the customer is on", DataClass.Credit),
    ];

    internal static ImmutableArray<FieldDefinition> Events { get; } = [Of(Country, "交易国家", "country of the transaction", DataClass.Consumption)];

    internal static ImmutableArray<FieldDefinition> Contents { get; } =
    [
        Of(Kind, "内容类型", "kind of content", DataClass.Interest),
        Of(Topic, "内容主题", "topic of the content", DataClass.Interest),
    ];

    private static FieldDefinition Of(Field field, string zh, string en, DataClass dataClass, bool isExternal = false) => FieldDefinition.Of(field) with
    {
        DisplayName = new(zh, en),
        DataClass = dataClass,
        Relevance = Relevance.Strong,
        Lineage = isExternal ? new() { System = "external", Origin = DataOrigin.External } : null,
    };
}
