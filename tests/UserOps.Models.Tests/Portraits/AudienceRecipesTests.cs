using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Portraits;

/// <summary>Every shipped recipe on users made to meet each condition, to miss it by a little, and to lack the data for it.</summary>
public class AudienceRecipesTests
{
    private static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2026, 3, 31), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    /// <summary>For each recipe a user who meets every condition, by a hair where there is one.</summary>
    private static readonly Dictionary<string, string> Fitting = new(StringComparer.Ordinal)
    {
        ["banking.installment"] = "monthly_card_spend=8000.01 monthly_income=8000 is_overdue=false view@30d:kind=installment view@29.9d:kind=installment",
        ["banking.premium"] = "assets=500000 card_type=信用卡白金卡 home_value=5000000",
        ["banking.wealth"] = "assets=50000 risk_level=R2 view@29d*3:kind=fund buy_fund@364d",
        ["banking.overseas-travel"] = "has_visa=true pay@364d:country=JP view@89d*2:topic=出行指南",
        ["banking.loan"] = "monthly_income=5000 birth_date=1970-04-01 credit_score=600 is_overdue=false view@29d:kind=loan",
        ["insurance.family-protection"] = "household_size=3 annual_income=100000 has_policy=false",
        ["insurance.child-education"] = "children=1 view@89d:topic=education",
        ["insurance.pension"] = "birth_date=1966-04-01 assets=100000 view@89d:topic=养老",
        ["insurance.renewal"] = "policy_ends_on=2026-04-30 renew_policy@61d",
        ["insurance.young-people"] = "has_policy=false birth_date=1999-04-01 annual_income=200000 login@6.9d view@400d:kind=health join_benefit@300d",
        ["insurance.new-wealth"] = "household_size=2 risk_lists= long_term_policy_ends_on=2026-03-31 annual_income=500000 login@89.9d",
        ["securities.wealth-products"] = "annual_return=0.0499 trade@89d*3",
        ["securities.funds"] = "risk_level=R3 view@29d*3:kind=fund buy_fund@366d",
        ["securities.margin"] = "average_assets_20d=500000 first_traded_on=2025-09-30 risk_level=R4 trade@89d*20",
        ["securities.wealth-management"] = "assets=1000000 cash_share=0.3 login@29d",
    };

    public static TheoryData<string> Ids => [.. AudienceRecipes.All.Select(recipe => recipe.Id)];

    [Fact]
    public void All_Recipes_AreSoundCompleteAndDistinct()
    {
        Assert.Equal((5, 4, 4, 15), (AudienceRecipes.Banking.Length, AudienceRecipes.Insurance.Length, AudienceRecipes.Securities.Length, AudienceRecipes.All.Length));
        Assert.All(AudienceRecipes.All, recipe => Assert.Empty(recipe.Validate()));
        Assert.All(AudienceRecipes.All, recipe => Assert.True(recipe.IsDefault && recipe.Parameters.Length > 0));
        Assert.Equal(Fitting.Keys.Order(), AudienceRecipes.All.Select(recipe => recipe.Id).Order());
        Assert.All(AudienceRecipes.All, recipe => Assert.Same(recipe, AudienceRecipes.Find(recipe.Id)));
        Assert.Null(AudienceRecipes.Find("banking"));
        Assert.All(AudienceRecipes.Banking, recipe => Assert.Equal(RecipeIndustry.Banking, recipe.Industry));
        Assert.All(AudienceRecipes.Securities, recipe => Assert.Equal(RecipeIndustry.Securities, recipe.Industry));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Evaluate_FittingUser_IsAMember(string id) => Assert.True(Answer(id, ""));

    [Theory] // what is changed of the fitting user, and the answer
    [InlineData("banking.installment", "monthly_card_spend=8000", false)] // more than the income, not as much
    [InlineData("banking.installment", "monthly_card_spend=2999.99 monthly_income=100", false)]
    [InlineData("banking.installment", "monthly_card_spend=3000 monthly_income=2999", true)]
    [InlineData("banking.installment", "monthly_income=", null)]
    [InlineData("banking.installment", "is_overdue=true", false)]
    [InlineData("banking.installment", "view@30d:kind=installment", false)] // 30 days to the second are over
    [InlineData("banking.installment", "view@1d:kind=fund", false)]
    [InlineData("banking.installment", "view@1d:topic=账单分期", false)] // an event that does not say its kind does not count
    [InlineData("banking.premium", "assets=499999.99 card_type=储蓄卡 home_value=4999999", false)]
    [InlineData("banking.premium", "assets=0 card_type=储蓄卡", true)]
    [InlineData("banking.premium", "assets=0 home_value=", true)] // platinum decides
    [InlineData("banking.premium", "assets=0 card_type=储蓄卡 home_value=", null)]
    [InlineData("banking.wealth", "assets=49999.99", false)]
    [InlineData("banking.wealth", "risk_level=R1", false)]
    [InlineData("banking.wealth", "risk_level=", null)]
    [InlineData("banking.wealth", "-buy_fund", true)]
    [InlineData("banking.wealth", "view@29d*2:kind=fund", true)] // the purchase is enough
    [InlineData("banking.wealth", "-buy_fund view@29d*2:kind=fund", false)]
    [InlineData("banking.wealth", "buy_fund@366d -view", false)]
    [InlineData("banking.overseas-travel", "pay@366d:country=JP has_visa=false", false)]
    [InlineData("banking.overseas-travel", "pay@1d:country=CN has_visa=false", false)]
    [InlineData("banking.overseas-travel", "pay@1d:country=CN", true)]
    [InlineData("banking.overseas-travel", "pay@1d:country=CN has_visa=", null)]
    [InlineData("banking.overseas-travel", "pay@1d:country=CN has_visa= view@1d:topic=出行指南", false)] // one view is too few, visa or not
    [InlineData("banking.overseas-travel", "-view has_visa=", true)]
    [InlineData("banking.loan", "monthly_income=4999.99", false)]
    [InlineData("banking.loan", "birth_date=1970-03-31", false)] // 56 today
    [InlineData("banking.loan", "birth_date=2004-03-31", true)] // 22 today
    [InlineData("banking.loan", "birth_date=2004-04-01", false)]
    [InlineData("banking.loan", "birth_date=", null)]
    [InlineData("banking.loan", "credit_score=599", false)]
    [InlineData("banking.loan", "credit_score=", null)]
    [InlineData("banking.loan", "is_overdue=true credit_score=", false)] // one false decides, whatever is missing
    [InlineData("banking.loan", "view@29d:kind=fund", false)]
    [InlineData("insurance.family-protection", "household_size=2", false)]
    [InlineData("insurance.family-protection", "annual_income=99999.99", false)]
    [InlineData("insurance.family-protection", "has_policy=true", false)]
    [InlineData("insurance.family-protection", "has_policy=", null)]
    [InlineData("insurance.child-education", "children=0", false)]
    [InlineData("insurance.child-education", "children=", null)]
    [InlineData("insurance.child-education", "view@90.1d:topic=education", false)]
    [InlineData("insurance.pension", "birth_date=1966-03-31", false)] // 60 today
    [InlineData("insurance.pension", "birth_date=1986-03-31", true)] // 40 today
    [InlineData("insurance.pension", "birth_date=1986-04-01", false)]
    [InlineData("insurance.pension", "assets=", null)]
    [InlineData("insurance.pension", "view@1d:topic=债券", false)]
    [InlineData("insurance.renewal", "policy_ends_on=2026-05-01", false)]
    [InlineData("insurance.renewal", "policy_ends_on=2026-03-31", false)] // today has begun: it is not ahead
    [InlineData("insurance.renewal", "policy_ends_on=2026-04-01", true)]
    [InlineData("insurance.renewal", "policy_ends_on=", null)]
    [InlineData("insurance.renewal", "renew_policy@59d", false)]
    [InlineData("insurance.young-people", "login@7d", false)] // 1: a login a week
    [InlineData("insurance.young-people", "login@0d", true)]
    [InlineData("insurance.young-people", "view@1d:kind=fund", false)] // 2: one of three
    [InlineData("insurance.young-people", "view@1d:kind=accident", true)]
    [InlineData("insurance.young-people", "view@1d:kind=travel", true)]
    [InlineData("insurance.young-people", "join_benefit@0d", true)] // 3: a benefit event
    [InlineData("insurance.young-people", "join_benefit@-1d", false)] // tomorrow is not seen
    [InlineData("insurance.young-people", "has_policy=true", false)] // 4: no policy
    [InlineData("insurance.young-people", "has_policy=", null)]
    [InlineData("insurance.young-people", "birth_date=1999-03-31", false)] // 5: 27 today
    [InlineData("insurance.young-people", "birth_date=", null)]
    [InlineData("insurance.young-people", "annual_income=200000.01", false)] // 6: income
    [InlineData("insurance.young-people", "annual_income=", null)]
    [InlineData("insurance.young-people", "annual_income= has_policy=true", false)]
    [InlineData("insurance.new-wealth", "login@90d", false)] // 1: 31 December is last year
    [InlineData("insurance.new-wealth", "household_size=1", false)] // 2: two in the household
    [InlineData("insurance.new-wealth", "household_size=", null)]
    [InlineData("insurance.new-wealth", "risk_lists=blacklist", false)] // 3: on no list
    [InlineData("insurance.new-wealth", "risk_lists=vip,greylist", false)]
    [InlineData("insurance.new-wealth", "risk_lists=vip", true)]
    [InlineData("insurance.new-wealth", "long_term_policy_ends_on=2026-03-30", false)] // 4: valid through its last day
    [InlineData("insurance.new-wealth", "long_term_policy_ends_on=9999-12-31", true)]
    [InlineData("insurance.new-wealth", "long_term_policy_ends_on=", null)]
    [InlineData("insurance.new-wealth", "annual_income=499999.99", false)] // 5: income
    [InlineData("insurance.new-wealth", "annual_income=", null)]
    [InlineData("securities.wealth-products", "annual_return=0.05", false)]
    [InlineData("securities.wealth-products", "annual_return=-0.2", true)]
    [InlineData("securities.wealth-products", "annual_return=", null)]
    [InlineData("securities.wealth-products", "trade@89d*4", false)]
    [InlineData("securities.wealth-products", "trade@91d*40", true)]
    [InlineData("securities.funds", "risk_level=R2", false)]
    [InlineData("securities.funds", "buy_fund@364d", false)]
    [InlineData("securities.funds", "view@29d*2:kind=fund", false)]
    [InlineData("securities.funds", "risk_level=", null)]
    [InlineData("securities.margin", "average_assets_20d=499999.99", false)]
    [InlineData("securities.margin", "first_traded_on=2025-10-01", false)]
    [InlineData("securities.margin", "first_traded_on=", null)]
    [InlineData("securities.margin", "risk_level=R3", false)]
    [InlineData("securities.margin", "trade@89d*19", false)]
    [InlineData("securities.wealth-management", "assets=999999.99", false)]
    [InlineData("securities.wealth-management", "cash_share=0.2999", false)]
    [InlineData("securities.wealth-management", "cash_share=", null)]
    [InlineData("securities.wealth-management", "login@31d", false)]
    public void Evaluate_ChangedUser_IsJudgedByEachCondition(string id, string change, bool? expected) => Assert.Equal(expected, Answer(id, change));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Evaluate_AbsentColumnOrEvent_IsUnknownAndNamed(string id)
    {
        AudienceRecipe recipe = AudienceRecipes.Find(id)!;
        RecipePerson person = RecipePerson.Of(Fitting[id]);
        foreach (AbsentData need in RuleNeeds.Of(recipe.Rule))
        {
            RecipeResult result = recipe.Evaluate(person.ToDataset(recipe, Context.AsOf, need), Context);
            Assert.Equal([need], (AbsentData[])[.. result.Absent]);

            // Where one of several tests is enough, the others still answer.
            Assert.Equal(recipe.Rule is AllOf && !IsOneOfSeveral(recipe.Rule, need) ? null : true, AnswerOf(result.Audience));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Evaluate_NothingButIds_IsUnknownOfEverybody(string id)
    {
        AudienceRecipe recipe = AudienceRecipes.Find(id)!;
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["a", "b"], map => map.User(name => name)).Build();
        RecipeResult result = recipe.Evaluate(data, Context);
        Assert.Equal([.. RuleNeeds.Of(recipe.Rule)], (AbsentData[])[.. result.Absent]);
        Assert.Equal((0, 2), (result.Audience.LowerSize, result.Audience.UpperSize));
        Assert.Same(recipe, result.Recipe);
    }

    [Fact]
    public void Evaluate_ColumnOfAnotherKind_IsRefused()
    {
        AudienceRecipe recipe = AudienceRecipes.Find("banking.premium")!;
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["a"], map => map.User(name => name).With(Field.Amount("assets", "USD"), _ => 1m)).Build();
        DefinitionIssue issue = Assert.Single(Assert.Throws<InvalidDefinitionException>(() => recipe.Evaluate(data, Context)).Issues);
        Assert.Equal("unitMismatch /args/0/currency", $"{issue.Code} {issue.Path}");
    }

    private static bool IsOneOfSeveral(SegmentRule rule, AbsentData need) => rule switch
    {
        AllOf all => all.Args.Where(arg => RuleNeeds.Of(arg).Contains(need)).All(arg => IsOneOfSeveral(arg, need)),
        AnyOf any => any.Args.Any(arg => !RuleNeeds.Of(arg).Contains(need)),
        _ => false,
    };

    private static bool? Answer(string id, string change)
    {
        AudienceRecipe recipe = AudienceRecipes.Find(id)!;

        // Events that are not seen yet, so that no event is absent because this user did not do it.
        string others = string.Concat(recipe.Events.Select(name => $" {name}@-2d"));
        RecipePerson person = RecipePerson.Of(Fitting[id]).With(change);
        RecipePerson seen = person with { Acts = [.. person.Acts, .. RecipePerson.Of(others).Acts] };
        RecipeResult result = recipe.Evaluate(seen.ToDataset(recipe, Context.AsOf), Context);
        Assert.Empty(result.Absent);
        return AnswerOf(result.Audience);
    }

    private static bool? AnswerOf(Audience audience) => audience.Uncertain.Count == 1 ? null : audience.Members.Count == 1;
}
