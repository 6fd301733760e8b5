using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

/// <summary>Roles: the truth table, the presets, and who was not there yet.</summary>
public class UserRoleModelTests
{
    private static readonly FlagField IsMember = Field.Flag("is_member");
    private static readonly FlagField IsCustomer = Field.Flag("is_customer");
    private static readonly DateField IdentifiedOn = Field.Date("identified_on");
    private static readonly DateField FirstProductOn = Field.Date("first_product_on");
    private static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2026, 3, 10), TimeZoneInfo.Utc);
    private static readonly UserRoleModel ByFlags = new(UserRoleDefinition.ByFlags(IsMember, IsCustomer));

    [Theory]
    [InlineData(false, false, UserRole.Visitor)]
    [InlineData(true, false, UserRole.Member)]
    [InlineData(true, true, UserRole.Customer)]
    [InlineData(false, true, UserRole.Customer)] // holds a product, never registered here
    [InlineData(null, true, UserRole.Customer)]  // the highest role is known
    [InlineData(true, null, null)]               // a member at least, perhaps a customer
    [InlineData(false, null, null)]
    [InlineData(null, false, null)]
    [InlineData(null, null, null)]
    public void RoleOf_TwoFlags_IsTheHighestThatHolds(bool? member, bool? customer, UserRole? expected)
    {
        UserRoleResult result = ByFlags.Evaluate(Users(("u", member, customer)), Context);
        Assert.Equal(expected, result.Users.RoleOf("u"));
        Assert.Equal(expected is null, result.Users.Uncertain.Contains("u"));
        Assert.Equal(1, result.Summary.Seen);
        Assert.Equal(expected, result.Users.Explain("u").Role);
    }

    [Theory] // dates in March, 0 for none; as of the end of 10 March
    [InlineData(0, 0, UserRole.Visitor)]
    [InlineData(10, 0, UserRole.Member)]
    [InlineData(11, 0, UserRole.Visitor)] // identified tomorrow
    [InlineData(1, 11, UserRole.Member)]
    [InlineData(1, 10, UserRole.Customer)]
    [InlineData(0, 1, UserRole.Customer)]
    public void ByDates_AsOf_CountsWhatHasHappened(int identified, int product, UserRole expected)
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["u"], map => map
            .User(id => id).With(IdentifiedOn, _ => DateIn(identified)).With(FirstProductOn, _ => DateIn(product))).Build();
        UserRoleResult result = new UserRoleModel(UserRoleDefinition.ByDates(IdentifiedOn, FirstProductOn)).Evaluate(data, Context);
        Assert.Equal(expected, result.Users.RoleOf("u"));
        Assert.Equal(0, result.Summary.Uncertain);

        static DateOnly? DateIn(int day) => day == 0 ? null : new(2026, 3, day);
    }

    [Fact]
    public void Evaluate_UsersKnownFromEvents_AreUncertainUnlessTheRuleSaysElse()
    {
        UserOpsDataset data = UsersAndEvents();
        UserRoleResult result = ByFlags.Evaluate(data, Context);
        Assert.Equal(
            (1L, 1L, 1L, 1L, 1L),
            (result.Summary.Visitors, result.Summary.Members, result.Summary.Customers, result.Summary.Uncertain, result.Summary.NotYetSeen));
        Assert.Equal(["walk-in"], result.Users.Uncertain.Ids().Select(id => id.ToString()));
        Assert.Null(result.Users.RoleOf("tomorrow"));
        Assert.Equal("walk-in: unknown role (customer Unknown, member Unknown)", result.Users.Explain("walk-in").ToString());
        Assert.Equal("tomorrow: not yet seen (customer Unknown, member Unknown)", result.Users.Explain("tomorrow").ToString());

        UserRoleDefinition known = new() { Member = IsMember.Is(true).WhenUnknown(false), Customer = IsCustomer.Is(true).WhenUnknown(false) };
        Assert.Equal(UserRole.Visitor, new UserRoleModel(known).Evaluate(data, Context).Users.RoleOf("walk-in"));
    }

    [Theory]
    [InlineData(BasePopulation.Everyone, "vi,me,cu,walk-in", 3)]
    [InlineData(BasePopulation.Visitors, "vi", 0)]
    [InlineData(BasePopulation.Members, "me", 2)]
    [InlineData(BasePopulation.Customers, "cu", 0)]
    [InlineData(BasePopulation.MembersAndCustomers, "me,cu", 2)]
    public void In_Population_IsTheSetAnyModelCanTake(BasePopulation population, string expected, long views)
    {
        UserOpsDataset data = UsersAndEvents();
        UserSet users = ByFlags.Evaluate(data, Context).Users.In(population);
        Assert.Equal(expected.Split(','), users.Ids().Select(id => id.ToString()));

        TrafficDefinition traffic = new() { Visits = SessionDefinition.Visits("view"), Period = CalendarUnit.Month, From = new(2026, 3, 1), To = new(2026, 3, 1) };
        Assert.Equal(views, new TrafficModel(traffic).Evaluate(data.Only(users), Context).Summary.Total.PageViews);
    }

    [Fact]
    public void In_NoSuchPopulation_IsRefused()
    {
        UserRoleResult result = ByFlags.Evaluate(UsersAndEvents(), Context);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Users.In((BasePopulation)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Users.Of((UserRole)3));
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Summary.Share((UserRole)(-1)));
        Assert.Throws<KeyNotFoundException>(() => result.Users.RoleOf("nobody"));
        Assert.Throws<KeyNotFoundException>(() => result.Users.Explain("nobody"));
    }

    [Fact]
    public void Summary_RandomUsers_EqualsTheTruthTableAndMerges()
    {
        bool?[] answers = [true, false, null];
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            (string Id, bool? Member, bool? Customer)[] rows =
                [.. Enumerable.Range(0, random.Next(200)).Select(i => ($"u{i}", answers[random.Next(3)], answers[random.Next(3)]))];
            UserRoleSummary whole = ByFlags.Evaluate(Users(rows), Context).Summary;
            Assert.Equal(rows.Count(row => row.Customer == true), whole.Customers);
            Assert.Equal(rows.Count(row => row is { Customer: false, Member: true }), whole.Members);
            Assert.Equal(rows.Count(row => row is { Customer: false, Member: false }), whole.Visitors);
            Assert.Equal(rows.Length, whole.Seen);
            Assert.Equal(new Ratio(whole.Members, rows.Length), whole.Share(UserRole.Member));
            UserRoleSummary merged = UserRoleSummary.Merge(
                ByFlags.Evaluate(Users([.. rows.Where(row => row.Id[^1] % 2 == 0)]), Context, new() { MaxDegreeOfParallelism = 2 }).Summary,
                ByFlags.Evaluate(Users([.. rows.Where(row => row.Id[^1] % 2 == 1)]), Context, new() { MaxDegreeOfParallelism = 8 }).Summary);
            Assert.Equal(whole, merged);
            Assert.Equal(whole, UserOpsJson.Deserialize<UserRoleSummary>(UserOpsJson.Serialize(merged)));
        }
    }

    [Fact]
    public void Explain_ThroughJson_IsEqual()
    {
        UserRoleExplanation told = ByFlags.Evaluate(UsersAndEvents(), Context).Users.Explain("me");
        Assert.Equal(UserOpsJson.Serialize(told), UserOpsJson.Serialize(UserOpsJson.Deserialize<UserRoleExplanation>(UserOpsJson.Serialize(told))));
    }

    [Fact]
    public void Model_TwoBadRules_TellsTheFaultsOfBoth()
    {
        UserRoleDefinition definition = new() { Member = new AllOf { Args = [null!] }, Customer = null! };
        Assert.Equal(["/member/args/0", "/customer"], Assert.Throws<InvalidDefinitionException>(() => new UserRoleModel(definition)).Issues.Select(issue => issue.Path));
        var absent = Assert.Throws<InvalidDefinitionException>(() => ByFlags.Evaluate(new UserOpsDatasetBuilder().Build(), Context));
        Assert.Equal(["/member/field", "/customer/field"], absent.Issues.Select(issue => issue.Path));
    }

    private static UserOpsDataset Users(params (string Id, bool? Member, bool? Customer)[] rows) => new UserOpsDatasetBuilder()
        .AddUsers(rows, map => map.User(row => row.Id).With(IsMember, row => row.Member).With(IsCustomer, row => row.Customer)).Build();

    // A visitor, a member with two views, a customer, somebody who is not in the table, and somebody who comes tomorrow.
    private static UserOpsDataset UsersAndEvents() => new UserOpsDatasetBuilder()
        .AddUsers(
            new (string Id, bool Member, bool Customer)[] { ("vi", false, false), ("me", true, false), ("cu", true, true) },
            map => map.User(row => row.Id).With(IsMember, row => row.Member).With(IsCustomer, row => row.Customer))
        .AddEvents(
            new (string Id, int Day)[] { ("me", 2), ("me", 3), ("walk-in", 10), ("tomorrow", 11) },
            map => map.User(row => row.Id).At(row => new DateTimeOffset(2026, 3, row.Day, 12, 0, 0, TimeSpan.Zero)).Named("view"))
        .Build();
}
