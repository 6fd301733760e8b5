using UserOps.Models.Portraits;
using UserOps.Models.Tests.Samples;
using UserOps.Samples;

namespace UserOps.Models.Tests.Portraits;

/// <summary>Every recipe on the sample bank, which lacks what only others know.</summary>
public class SampleBankRecipeTests
{
    private static readonly SampleBank Bank = SampleBank.Create(new() { Users = 3_000 });

    private static readonly EvaluationContext Context = SampleBankData.AtTheEnd(Bank);

    private static readonly UserOpsDataset Data = new UserOpsDatasetBuilder()
        .AddUsers(Bank.Users, map => map.User(row => row.Id)
            .With(Field.Date("birth_date"), row => row.BirthDate)
            .With(Field.Category("card_type"), row => row.CardType)
            .With(Field.Amount("monthly_income", "CNY"), row => row.MonthlyIncome)
            .With(Field.Amount("assets", "CNY"), row => row.Assets)
            .With(Field.Category("risk_level"), row => row.RiskLevel))
        .AddContents(Bank.Contents, map => map.Id(row => row.Id).With(Field.Category("kind"), row => row.Kind).With(Field.Category("topic"), row => row.Topic))
        .AddEvents(Bank.Events, map => map.User(row => row.UserId).EventId(row => row.Id).At(row => row.At).Name(row => row.Name).Content(row => row.ContentId))
        .Build();

    [Theory] // the kinds of what is absent: u attributes, e properties, n names of events
    [InlineData("banking.installment", "u:monthly_card_spend u:is_overdue")]
    [InlineData("banking.premium", "u:home_value")]
    [InlineData("banking.wealth", "")]
    [InlineData("banking.overseas-travel", "e:country u:has_visa")]
    [InlineData("banking.loan", "u:credit_score u:is_overdue")]
    [InlineData("insurance.family-protection", "u:household_size u:annual_income u:has_policy")]
    [InlineData("insurance.child-education", "u:children")]
    [InlineData("insurance.pension", "")]
    [InlineData("insurance.renewal", "u:policy_ends_on n:renew_policy")]
    [InlineData("insurance.young-people", "n:join_benefit u:has_policy u:annual_income")]
    [InlineData("insurance.new-wealth", "u:household_size u:risk_lists u:long_term_policy_ends_on u:annual_income")]
    [InlineData("securities.wealth-products", "u:annual_return n:trade")]
    [InlineData("securities.funds", "")]
    [InlineData("securities.margin", "u:average_assets_20d u:first_traded_on n:trade")]
    [InlineData("securities.wealth-management", "u:cash_share")]
    public void Evaluate_SampleBank_SaysWhatIsAbsentAndAnswersTheRest(string id, string absent)
    {
        RecipeResult result = AudienceRecipes.Find(id)!.Evaluate(Data, Context);
        Assert.Equal(absent, string.Join(' ', result.Absent.Select(need => need.Kind switch
        {
            AbsentDataKind.UserField => "u:",
            AbsentDataKind.EventField => "e:",
            AbsentDataKind.ContentField => "c:",
            _ => "n:",
        }
        + need.Name)));
        Assert.Equal(Data.Directory.Count, result.Audience.Universe.Count);

        // No content there is about accident, health or travel insurance, and nobody with a million logged in lately: then nothing is left to ask.
        bool isSettled = id is "insurance.young-people" or "securities.wealth-management";
        Assert.Equal(!isSettled, (absent.Length == 0 ? result.Audience.Members : result.Audience.Uncertain).Count > 0);

        // Only what an alternative settles is certain of anybody.
        Assert.True(absent.Length == 0 || id == "banking.premium" || result.Audience.Members.Count == 0);
    }

    [Fact]
    public void Evaluate_Premium_CountsWhoIsKnownWithoutExternalData()
    {
        Audience audience = AudienceRecipes.Find("banking.premium")!.Evaluate(Data, Context).Audience;
        Assert.Equal(Bank.Users.Count(user => user.Assets >= 500_000 || user.CardType == "信用卡白金卡"), audience.LowerSize);
        Assert.Equal(Data.Directory.Count, audience.UpperSize);
    }

    [Fact]
    public void Evaluate_Wealth_IsADirectCount()
    {
        Dictionary<string, string> kinds = Bank.Contents.ToDictionary(content => content.Id, content => content.Kind);
        ILookup<string, SampleEvent> eventsOf = Bank.Events.DistinctBy(row => row.Id).Where(row => row.At <= Context.AsOf).ToLookup(row => row.UserId);
        string[] expected =
        [
            .. Bank.Users.Where(user => user.Assets >= 50_000 && user.RiskLevel is "R2" or "R3" or "R4" or "R5" && Looks(eventsOf[user.Id])).Select(user => user.Id),
        ];
        Audience audience = AudienceRecipes.Find("banking.wealth")!.Evaluate(Data, Context).Audience;
        Assert.Equal(expected.Order(StringComparer.Ordinal), audience.Members.Ids().Select(id => id.ToString()).Order(StringComparer.Ordinal));
        Assert.True(expected.Length > 20);

        bool Looks(IEnumerable<SampleEvent> events)
            => events.Count(row => row.Name == "view" && row.At > Context.AsOf.AddDays(-30) && row.ContentId is { } content && kinds.GetValueOrDefault(content) == "fund") >= 3
            || events.Any(row => row.Name == "buy_fund" && row.At > Context.AsOf.AddYears(-1));
    }
}
