using UserOps.Models.Profitability;

namespace UserOps.Models.Tests.Profitability;

public class ProductHoldingModelTests
{
    private static readonly FlagField HasCard = Field.Flag("card");
    private static readonly SetField Held = Field.Set("held");

    private static readonly ProductHoldingModel Events = new(new()
    {
        Products =
        [
            new() { Name = "card", Opened = "open_card", Closed = "close_card" },
            new() { Name = "loan", Opened = "open_loan", Closed = "close_loan" },
            new() { Name = "fund", Opened = "buy_fund" },
        ],
    });

    [Theory] // an hour a letter: capitals open, small letters close card, loan, fund; letters in brackets share an instant
    [InlineData("C", "card")]
    [InlineData("Cc", "")]
    [InlineData("CCc", "card")] // one of two accounts is left
    [InlineData("cC", "card")] // the log begins after the account
    [InlineData("CcC", "card")]
    [InlineData("[Cc]", "")]
    [InlineData("[cC]", "")] // whichever arrived first
    [InlineData("C[cC]", "card")]
    [InlineData("CLFcl", "fund")]
    [InlineData("..", "")]
    [InlineData("", "")]
    public void ProductsHeld_OneUser_FollowsTheAccounts(string journey, string expected)
    {
        (int Hour, char Letter)[] events = [.. HoursOf(journey)];
        long[] ticks = [.. events.Select(e => e.Hour * TimeSpan.TicksPerHour)];
        ulong[] opens = [.. events.Select(e => BitOf("CLF", e.Letter))];
        ulong[] closes = [.. events.Select(e => BitOf("cl", e.Letter))];
        ulong held = Events.ProductsHeld(ticks, opens, closes);
        Assert.Equal(expected, string.Join(' ', Events.Definition.Products.Where((_, i) => (held >> i & 1) != 0).Select(product => product.Name)));

        UserOpsDataset data = UserOpsDataset.FromEvents(events.Append((0, 'x')), map => map.User(_ => "ann").At(e => AtHour(e.Item1)).Name(e => NameOf(e.Item2)));
        Assert.Equal(expected, string.Join(' ', Events.Evaluate(data, Later).Users.ProductsOf("ann")));
    }

    [Fact]
    public void Evaluate_Rules_CountsProductsAndPairs()
    {
        UserOpsDataset data = People();
        ProductHoldingResult result = new ProductHoldingModel(new()
        {
            Products =
            [
                new() { Name = "card", Holds = HasCard.Is(true) },
                new() { Name = "fund", Holds = Held.ContainsAny("fund") },
                new() { Name = "loan", Holds = Held.ContainsAny("loan") },
            ],
        }).Evaluate(data, Later);
        ProductHoldingSummary summary = result.Summary;
        Assert.Equal([1L, 2, 1, 1], summary.ByCount.AsEnumerable()); // dan none, bob and eve one, cid two, ann three
        Assert.Equal((5L, 4L, 1L), (summary.Users, summary.Holders, summary.Uncertain));
        Assert.Equal((new Ratio(2, 5), new Ratio(2, 4)), (summary.CrossSellRate, summary.CrossSellRateOfHolders));
        Assert.Equal((7 / 5.0, 7 / 4.0), (summary.MeanProducts.Value, summary.MeanProductsOfHolders.Value));
        Assert.Equal([2L, 1, 1], summary.Products[0].AlsoHolding.AsEnumerable()); // ann and bob have cards, one of them a fund and a loan
        Assert.Equal((new Ratio(2, 3), new Ratio(1, 2)), (summary.ShareAlsoHolding("fund", "loan"), summary.ShareAlsoHolding("card", "fund")));
        Assert.Equal(["ann", "cid"], result.Users.CrossSold.Ids().Select(id => id.ToString()));
        Assert.Equal(["ann", "cid", "eve"], result.Users.Holders("fund").Ids().Select(id => id.ToString()));
        Assert.Equal("card", Assert.Single(result.Users.UncertainProductsOf("eve")));
        Assert.True(result.Users.ProductsOf("nobody").IsDefault);
        Assert.Equal(summary, UserOpsJson.Deserialize<ProductHoldingSummary>(UserOpsJson.Serialize(summary)));
        Assert.Equal("There is no product 'gold'. (Parameter 'product')", Assert.Throws<ArgumentException>(() => result.Users.Holders("gold")).Message);
    }

    [Fact]
    public void OfSet_Column_AsksForEachValue()
    {
        ProductHoldingSummary summary = new ProductHoldingModel(ProductHoldingDefinition.OfSet(Held, "fund", "loan")).Evaluate(People(), Later).Summary;
        Assert.Equal([2L, 1, 2], summary.ByCount.AsEnumerable());
        Assert.Equal(new Ratio(2, 5), summary.CrossSellRate);
    }

    [Theory] // random logs: the model, the spans and a list of accounts agree, on any threads and in shards
    [InlineData(1)]
    [InlineData(2)]
    public void Evaluate_RandomLogs_EqualTheTwin(long seed)
    {
        var random = new Xoshiro256(seed);
        (string User, int Hour, char Letter)[] log = [.. Enumerable.Range(0, 3_000).Select(_ => ($"u{random.NextInt32(400)}", random.NextInt32(30), "CcLlFx"[random.NextInt32(6)]))];
        UserOpsDataset data = UserOpsDataset.FromEvents(log, map => map.User(e => e.User).At(e => AtHour(e.Hour)).Name(e => NameOf(e.Letter)));
        EvaluationContext early = new() { AsOf = AtHour(20), Zone = TimeZoneInfo.Utc };
        ProductHoldingResult result = Events.Evaluate(data, early, new() { MaxDegreeOfParallelism = 1 });
        var twins = log.Where(e => e.Hour <= 20).GroupBy(e => e.User).ToDictionary(mine => mine.Key, mine => TwinOf([.. mine.Select(e => (e.Hour, e.Letter))]));
        Assert.Equal(twins.Count, result.Summary.Users);
        Assert.All(twins, twin => Assert.Equal(twin.Value, result.Users.ProductsOf(twin.Key).AsEnumerable()));
        Assert.Equal(Enumerable.Range(0, 4).Select(count => (long)twins.Count(twin => twin.Value.Length == count)), result.Summary.ByCount.AsEnumerable());
        Assert.Equal(result.Summary, Events.Evaluate(data, early, new() { MaxDegreeOfParallelism = 3 }).Summary);
        UserSet half = UserSet.Of(data.Directory, Enumerable.Range(0, 200).Select(i => (UserId)$"u{i}"), out _);
        Assert.Equal(
            result.Summary,
            ProductHoldingSummary.Merge(Events.Evaluate(data.Only(half.Complement()), early).Summary, Events.Evaluate(data.Only(half), early).Summary));
    }

    [Fact]
    public void Constructor_ProductsThatCannotBe_AreAllNamed() => Assert.Equal(
        [
            "emptyName /products/0/name A name is missing here.",
            "oneSource /products/0 Either a rule says who holds a product, or events that open it.",
            "oneSource /products/1 Either a rule says who holds a product, or events that open it.",
            "closedWithoutOpened /products/2/closed Only what events open can be closed by events.",
            "duplicateId /products/3/name There is another product 'loan'.",
            "outOfRange /threshold A threshold is 1 to the number of products, here up to 4, not 5.",
        ],
        CustomerProfitModelTests.Issues(() => _ = new ProductHoldingModel(new()
        {
            Products =
            [
                new() { Name = "" },
                new() { Name = "card", Holds = HasCard.Is(true), Opened = "open" },
                new() { Name = "loan", Holds = HasCard.Is(true), Closed = "close" },
                new() { Name = "loan", Opened = "open" },
            ],
            Threshold = 5,
        })));

    [Fact]
    public void Evaluate_OneProduct_IsLegalAndNobodyIsCrossSold()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["ann", "bob"], map => map.User(id => id).With(HasCard, id => id == "ann")).Build();
        ProductHoldingSummary summary = new ProductHoldingModel(new() { Products = [new() { Name = "card", Holds = HasCard.Is(true) }] }).Evaluate(data, Later).Summary;
        Assert.Equal((new Ratio(0, 2), 1L), (summary.CrossSellRate, summary.Holders));
        Assert.Equal(
            ["outOfRange /threshold A threshold is 1 to the number of products, here up to 2, not 3."],
            CustomerProfitModelTests.Issues(() => _ = new ProductHoldingModel(new() { Products = [new() { Name = "card", Holds = HasCard.Is(true) }], Threshold = 3 })));
    }

    [Fact]
    public void Evaluate_ColumnsThatAreNotThere_AreAllNamed()
    {
        EventFilter big = EventFilter.Any.And(Field.Category("size").Is("big"));
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["ann"], map => map.User(id => id)).Build();
        Assert.Equal(
            ["/products/0/holds/field", "/products/1/opened/where/field", "/products/1/closed/where/field"],
            Assert.Throws<InvalidDefinitionException>(() => new ProductHoldingModel(new()
            {
                Products = [new() { Name = "card", Holds = HasCard.Is(true) }, new() { Name = "fund", Opened = big, Closed = big }],
            }).Evaluate(data, Later)).Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Merge_SummaryOfOtherParts_IsRefused()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["ann"], map => map.User(id => id).With(HasCard, _ => true)).Build();
        ProductHoldingSummary whole = new ProductHoldingModel(new() { Products = [new() { Name = "card", Holds = HasCard.Is(true) }] }).Evaluate(data, Later).Summary;
        Assert.Equal(
            "The summaries have different parts; they cannot be added up. (Parameter 'b')",
            Assert.Throws<ArgumentException>(() => ProductHoldingSummary.Merge(whole, whole with { Products = [] })).Message);
        Assert.Equal(
            "One summary has 2 counts and the other 1; they cannot be added up. (Parameter 'b')",
            Assert.Throws<ArgumentException>(() => ProductHoldingSummary.Merge(whole, whole with { ByCount = [1] })).Message);
    }

    [Fact]
    public void ProductsHeld_SpansThatCannotBe_AreRefused()
    {
        Assert.Equal("opens", Assert.Throws<ArgumentException>(() => Events.ProductsHeld([1], [], [0])).ParamName);
        Assert.StartsWith(
            "Mask 0 names a product beyond the last one, whose index is 2.", Assert.Throws<ArgumentException>(() => Events.ProductsHeld([1], [0], [8])).Message, StringComparison.Ordinal);
        Assert.Equal(1, Assert.Throws<EventsNotSortedException>(() => Events.ProductsHeld([2, 1], [0, 0], [0, 0])).Index);
    }

    private static EvaluationContext Later => EvaluationContext.AtEndOf(new(2026, 3, 31), TimeZoneInfo.Utc);

    private static string[] TwinOf((int Hour, char Letter)[] events)
    {
        string[] held = [.. "CLF".Where(product =>
        {
            int accounts = 0;
            foreach ((int _, char letter) in events.OrderBy(e => e.Hour).ThenBy(e => char.IsLower(e.Letter)))
            {
                accounts = letter == product ? accounts + 1 : letter == char.ToLowerInvariant(product) ? Math.Max(0, accounts - 1) : accounts;
            }

            return accounts > 0;
        }).Select(product => product switch { 'C' => "card", 'L' => "loan", _ => "fund" })];
        return held;
    }

    private static IEnumerable<(int Hour, char Letter)> HoursOf(string journey)
    {
        int hour = 0;
        bool together = false;
        foreach (char letter in journey)
        {
            together = letter == '[' || (together && letter != ']');
            if (char.IsLetter(letter))
            {
                yield return (hour, letter);
            }

            hour += together ? 0 : 1;
        }
    }

    private static DateTimeOffset AtHour(int hour) => new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddHours(hour);

    private static ulong BitOf(string letters, char letter) => letters.IndexOf(letter) is int place and >= 0 ? 1UL << place : 0;

    private static string NameOf(char letter) => letter switch { 'C' => "open_card", 'c' => "close_card", 'L' => "open_loan", 'l' => "close_loan", 'F' => "buy_fund", _ => "login" };

    private static UserOpsDataset People()
    {
        (string Id, bool? Card, string[] Held)[] people = [("ann", true, ["fund", "loan"]), ("bob", true, []), ("cid", false, ["loan", "fund"]), ("dan", false, ["gold"]), ("eve", null, ["fund"])];
        return new UserOpsDatasetBuilder().AddUsers(people, map => map.User(row => row.Id).With(HasCard, row => row.Card).With(Held, row => row.Held)).Build();
    }
}
