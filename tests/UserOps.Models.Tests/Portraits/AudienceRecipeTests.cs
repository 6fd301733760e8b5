using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Portraits;

public class AudienceRecipeTests
{
    private static readonly AudienceRecipe Premium = AudienceRecipes.Find("banking.premium")!;
    private static readonly AudienceRecipe Plain = new()
    {
        Id = "own",
        Version = 1,
        Industry = RecipeIndustry.Banking,
        DisplayName = new("自定义", "own"),
        Description = new("登录过的人", "who logged in"),
        UserFields = [FieldDefinition.Of(Field.Quantity("age", 0))],
        Events = ["login"],
        Parameters = [new() { Name = "logins", DisplayName = new("次数", "logins"), Minimum = 1, Maximum = 9, Places = ["/args/0/count"] }],
        Rule = Rule.Event("login").AtLeast(3).And(Field.Quantity("age", 0).AtLeast(18)),
    };

    [Fact]
    public void With_EveryParameterOfEveryRecipe_ChangesTheRuleThereAndNowhereElse()
    {
        foreach (AudienceRecipe recipe in AudienceRecipes.All)
        {
            foreach (RecipeParameter parameter in recipe.Parameters)
            {
                RuleValue value = recipe.ValueOf(parameter.Name);
                AudienceRecipe changed = recipe.With(parameter.Name, value.Number!.Value + (parameter.Maximum == 1 ? 0.1m : 1));
                Assert.NotEqual(recipe.Rule, changed.Rule);
                Assert.Empty(changed.Validate());
                Assert.False(changed.IsDefault); // it is the caller's own from here on
                Assert.Equal(recipe with { IsDefault = false }, changed.With(parameter.Name, value));
                Assert.All(recipe.Parameters.Where(other => other != parameter), other => Assert.Equal(recipe.ValueOf(other.Name), changed.ValueOf(other.Name)));
            }
        }
    }

    [Fact]
    public void With_AnotherValue_IsTheRuleWithThatValue()
    {
        Assert.Equal(500_000m, Premium.ValueOf("minimumAssets").Number);
        Assert.Equal(Field.Amount("assets", "CNY").AtLeast(600_000m), ((AnyOf)Premium.With("minimumAssets", 600_000m).Rule).Args[0]);
        AudienceRecipe year = AudienceRecipes.Find("insurance.renewal")!.With("daysAhead", 365);
        Assert.Equal(365, ((RollingAheadWindow)((InWindow)((AllOf)year.Rule).Args[0]).Window).Next);
    }

    [Fact]
    public void With_TwoPlaces_ChangesBoth()
    {
        AudienceRecipe recipe = Plain with
        {
            Parameters = [Plain.Parameters[0] with { Places = ["/args/0/count", "/args/1/value"] }],
            Rule = Rule.Event("login").AtLeast(3).And(Field.Quantity("age", 0).AtLeast(3)),
        };
        Assert.Equal(Rule.Event("login").AtLeast(4).And(Field.Quantity("age", 0).AtLeast(4)), recipe.With("logins", 4).Rule);
    }

    [Fact]
    public void With_WhatAParameterDoesNotTake_IsRefused()
    {
        Refused("minimum", 1, "The recipe 'banking.premium' has no parameter 'minimum'; it has: minimumAssets, minimumHomeValue. (Parameter 'parameter')", Premium);
        Refused("minimumAssets", -0.01m, "The parameter 'minimumAssets' of 'banking.premium' is at least 0, not -0.01. (Parameter 'value')", Premium);
        Refused("minimumAssets", "much", "The parameter 'minimumAssets' of 'banking.premium' is a Number, as 500000 is; 'much' is none. (Parameter 'value')", Premium);
        Refused("logins", 10, "The parameter 'logins' of 'own' is at most 9, not 10. (Parameter 'value')", Plain);
        Assert.StartsWith("The parameter 'logins' of 'own' does not take '1.5': ", Assert.Throws<ArgumentException>(() => Plain.With("logins", 1.5m)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Plain.With("logins", null!));

        static void Refused(string parameter, RuleValue value, string message, AudienceRecipe recipe)
            => Assert.Equal(message, Assert.Throws<ArgumentException>(() => recipe.With(parameter, value)).Message);
    }

    [Fact]
    public void Json_EveryRecipe_RoundTrips()
        => Assert.All(AudienceRecipes.All, recipe => Assert.Equal(recipe, UserOpsJson.Deserialize<AudienceRecipe>(UserOpsJson.Serialize(recipe))));

    public static TheoryData<AudienceRecipe, string> Faults => new()
    {
        { Plain, "" },
        { Plain with { Id = " ", Version = 0, Industry = (RecipeIndustry)7 }, "idMissing /id|versionNotPositive /version|unknownValue /industry" },
        { Plain with { DisplayName = null!, Description = new("", "x") }, "textMissing /displayName/zh|textMissing /displayName/en|textMissing /description/zh" },
        { Plain with { UserFields = [] }, "unknownField /rule/args/1/field" },
        { Plain with { UserFields = [FieldDefinition.Of(Field.Flag("age"))] }, "typeMismatch /rule/args/1/field" },
        { Plain with { UserFields = [Plain.UserFields[0], Plain.UserFields[0]] }, "duplicateName /userFields/1/name" },
        { Plain with { UserFields = [Plain.UserFields[0] with { Scale = 99 }] }, "scaleOutOfRange /userFields/0/scale|unknownField /rule/args/1/field" },
        { Plain with { Events = [] }, "unknownEvent /rule/args/0/event" },
        { Plain with { Events = ["login", ""] }, "emptyName /events/1" },
        { Plain with { Rule = null! }, "missingMember /rule" },
        { Plain with { Rule = Rule.Event("login").AtLeast(-1) }, "outOfRange /rule/count" },
        { Plain with { Rule = Plain.Rule.And(Rule.InSegment("x")) }, "unknownSegment /rule/args/2/segment" },
        { Plain with { Parameters = [null!] }, "missingMember /parameters/0" },
        { Plain with { Parameters = [Plain.Parameters[0] with { Name = "", DisplayName = new("a", "") }] }, "emptyName /parameters/0/name|textMissing /parameters/0/displayName/en" },
        { Plain with { Parameters = [Plain.Parameters[0], Plain.Parameters[0]] }, "duplicateName /parameters/1/name" },
        { Plain with { Parameters = [Plain.Parameters[0] with { Minimum = 9, Maximum = 1 }] }, "emptyRange /parameters/0|outOfRange /parameters/0/places/0" },
        { Plain with { Parameters = [Plain.Parameters[0] with { Maximum = 2 }] }, "outOfRange /parameters/0/places/0" },
        { Plain with { Parameters = [Plain.Parameters[0] with { Places = [] }] }, "missingMember /parameters/0/places" },
        { Plain with { Parameters = [Plain.Parameters[0] with { Places = ["/args/2/count", "", "/args/0", "/args/00/count", "/args/0/count", "args/0/count"] }] }, "unknownPlace /parameters/0/places/0|unknownPlace /parameters/0/places/1|unknownPlace /parameters/0/places/2|unknownPlace /parameters/0/places/3|unknownPlace /parameters/0/places/5" },
        { Plain with { Parameters = [Plain.Parameters[0] with { Places = ["/args/0/count", "/args/1/value"] }] }, "placesDiffer /parameters/0/places/1" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Validate_FaultyRecipe_NamesEveryFault(AudienceRecipe recipe, string expected)
    {
        Assert.Equal(expected, string.Join('|', recipe.Validate().Select(issue => $"{issue.Code} {issue.Path}")));
        if (expected.Length > 0)
        {
            UserOpsDataset data = new UserOpsDatasetBuilder().Build();
            Assert.Throws<InvalidDefinitionException>(() => recipe.Evaluate(data, EvaluationContext.AtEndOf(new(2026, 1, 1), TimeZoneInfo.Utc)));
        }
    }
}
