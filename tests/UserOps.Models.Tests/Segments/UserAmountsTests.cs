namespace UserOps.Models.Tests.Segments;

public class UserAmountsTests
{
    private static readonly AmountField Amount = Field.Amount("amount", "CNY", 2);
    private static readonly QuantityField Points = Field.Quantity("points");
    private static readonly AmountField Assets = Field.Amount("assets", "CNY");
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly EvaluationContext EndOfDay3 = EvaluationContext.AtEndOf(new(2026, 1, 3), Shanghai);

    // A payment at noon, local time, of a day of January 2026; null where the amount is not known.
    private static readonly UserOpsDataset Payments = UserOpsDataset.FromEvents(
        new (string User, int Day, string Name, decimal? Amount)[]
        {
            ("ann", 1, "pay", 10.25m), ("ann", 2, "pay", 0.75m), ("ann", 4, "pay", 100),
            ("bob", 2, "pay", null), ("bob", 3, "view", null),
            ("cy", 1, "view", 7),
            ("dee", 3, "refund", -5), ("dee", 3, "pay", 5),
        },
        map => map.User(row => row.User).At(row => new DateTimeOffset(2026, 1, row.Day, 12, 0, 0, TimeSpan.FromHours(8))).Name(row => row.Name)
            .With(Amount, row => row.Amount).With(Points, row => row.Amount * 2));

    [Theory]
    [InlineData(UsersWithoutEvents.NoValue, null, "ann=11 dee=0", 2)]
    [InlineData(UsersWithoutEvents.Zero, null, "ann=11 cy=0 dee=0", 1)] // bob paid, nobody knows how much
    [InlineData(UsersWithoutEvents.NoValue, "2026-01-02", "ann=0.75 dee=0", 2)]
    [InlineData(UsersWithoutEvents.Zero, "2026-01-03", "ann=0 bob=0 cy=0 dee=0", 0)]
    [InlineData(UsersWithoutEvents.NoValue, "2026-01-04", "", 4)]
    public void SumOf_EventsUpToAsOf_AreAddedExactly(UsersWithoutEvents withoutEvents, string? from, string expected, int missing)
    {
        DateOrInstant? start = from is null ? null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        UserAmounts sums = UserAmounts.SumOf(Payments, EventFilter.Named("pay", "refund", "gift"), Amount, EndOfDay3, start, withoutEvents);
        Assert.Equal(expected, Text(sums));
        Assert.Equal((missing, "CNY"), (sums.Missing, sums.Currency));
        Assert.Equal(["gift"], sums.UnknownEvents.ToArray());
        Assert.Equal(from is null or "2026-01-02" ? 1 : 0, sums.EventsWithoutAmount);
    }

    [Fact]
    public void SumOf_Instant_IsIncluded()
    {
        DateTimeOffset noon = new(2026, 1, 2, 4, 0, 0, TimeSpan.Zero);
        Assert.Equal("ann=0.75 dee=5", Text(UserAmounts.SumOf(Payments, "pay", Amount, EndOfDay3, noon)));
        Assert.Equal("ann=0.75", Text(UserAmounts.SumOf(Payments, "pay", Amount, EndOfDay3 with { AsOf = noon }, noon)));
        Assert.Equal("", Text(UserAmounts.SumOf(Payments, "pay", Amount, EndOfDay3 with { AsOf = noon }, noon.AddTicks(1))));
    }

    [Theory]
    [InlineData(UsersWithoutEvents.Zero, "ann=11 cy=0", 1)] // bob paid, nobody knows how much
    [InlineData(UsersWithoutEvents.NoValue, "ann=11", 2)]
    public void SumOf_UserFirstSeenLater_IsNotAskedFor(UsersWithoutEvents withoutEvents, string expected, int missing)
    {
        var endOfDay2 = EvaluationContext.AtEndOf(new(2026, 1, 2), Shanghai); // dee comes on day 3
        UserAmounts sums = UserAmounts.SumOf(Payments, "pay", Amount, endOfDay2, withoutEvents: withoutEvents);
        Assert.Equal(expected, Text(sums));
        Assert.Equal("ann bob cy", string.Join(' ', sums.Users.Ids()));
        Assert.Equal(missing, sums.Missing);
    }

    [Fact]
    public void SumOf_Quantities_HaveNoCurrency()
    {
        UserAmounts points = UserAmounts.SumOf(Payments, "pay", Points, EndOfDay3);
        Assert.Equal("ann=22 dee=10", Text(points));
        Assert.Null(points.Currency);
    }

    [Fact]
    public void SumOf_AnyThreads_IsTheSame()
    {
        var random = new Random(7);
        (long User, decimal Amount)[] rows = [.. Enumerable.Range(0, 5_000).Select(_ => ((long)random.Next(300), (random.Next(20_000) - 5_000) / 100m))];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map.User(row => row.User).At(_ => EndOfDay3.AsOf).Name(_ => "pay").With(Amount, row => row.Amount));
        foreach (int threads in (int[])[1, 2, 8])
        {
            UserAmounts sums = UserAmounts.SumOf(data, "pay", Amount, EndOfDay3, run: new() { MaxDegreeOfParallelism = threads });
            Assert.Equal(rows.GroupBy(row => row.User).Select(group => (group.Key, group.Sum(row => row.Amount))).OrderBy(one => one.Key),
                sums.Values().Select(one => (one.Key, one.Value)).OrderBy(one => one.Key).Select(one => (long.Parse(one.Key.ToString(), System.Globalization.CultureInfo.InvariantCulture), one.Value)));
            Assert.Equal(rows.Sum(row => row.Amount), sums.Total);
        }
    }

    [Fact]
    public void SumOf_WhatDoesNotFit_IsRefused()
    {
        Issue("unknownField", () => UserAmounts.SumOf(Payments, "pay", Field.Amount("price", "CNY", 2), EndOfDay3));
        Issue("typeMismatch", () => UserAmounts.SumOf(Payments, "pay", Field.Amount("amount", "USD", 2), EndOfDay3));
        Issue("emptyName", () => UserAmounts.SumOf(Payments, "", Amount, EndOfDay3));
        Assert.Throws<ArgumentOutOfRangeException>("withoutEvents", () => UserAmounts.SumOf(Payments, "pay", Amount, EndOfDay3, withoutEvents: (UsersWithoutEvents)2));
        Assert.Throws<OperationCanceledException>(() => UserAmounts.SumOf(Payments, "pay", Amount, EndOfDay3, cancellationToken: new(canceled: true)));

        static void Issue(string code, Func<UserAmounts> refused)
            => Assert.Equal(code, Assert.Single(Assert.Throws<InvalidDefinitionException>(refused).Issues).Code);
    }

    [Fact]
    public void FromColumn_MissingValues_AreNotZero()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddUsers(new (long Id, decimal? Assets)[] { (7, 500_000), (8, null), (9, 0) }, map => map.User(row => row.Id).With(Assets, row => row.Assets).With(Points, row => row.Assets))
            .Build();
        UserAmounts assets = UserAmounts.FromColumn(data, Assets);
        Assert.Equal("7=500000 9=0", Text(assets));
        Assert.Equal((2, 1, 500_000m, "CNY"), (assets.Known, assets.Missing, assets.Total, assets.Currency));
        Assert.Equal((500_000m, null, 0m, null), (assets[7], assets[8], assets[9], assets[10]));
        Assert.Equal([8L], assets.WithoutValue.Ids().Select(id => long.Parse(id.ToString(), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(("7=500000 9=0", null), (Text(UserAmounts.FromColumn(data, Points)), UserAmounts.FromColumn(data, Points).Currency));
        Assert.Throws<InvalidDefinitionException>(() => UserAmounts.FromColumn(data, Field.Amount("assets", "CNY", 2)));
    }

    [Fact]
    public void Of_ValuesOfAnyScale_AreExact()
    {
        UserDirectory users = Payments.Directory;
        UserAmounts values = UserAmounts.Of(users, [new("ann", 0.1m), new("bob", 0.20m), new("cy", -0.0000000000000000000000000001m)], "CNY");
        Assert.Equal("ann=0.1 bob=0.2 cy=-0.0000000000000000000000000001", Text(values));
        Assert.Equal(0.2999999999999999999999999999m, values.Total);
        Assert.Equal("ann=79228162514264337593543950335", Text(UserAmounts.Of(users, [new("ann", decimal.MaxValue), new("bob", 0)]), nonZero: true));
        Assert.Equal("ann=1", Text(UserAmounts.Of(users, [new("ann", 1.0000000000000000000000000000m), new("bob", 1_000_000_000_000m)]).Only(UserSet.Of(users, ["ann"]))));
    }

    [Fact]
    public void Of_WhatCannotBe_IsRefused()
    {
        UserDirectory users = Payments.Directory;
        Assert.Equal(["zoe", "yan"], Assert.Throws<UnknownUsersException>(() => UserAmounts.Of(users, [new("zoe", 1), new("ann", 1), new("yan", 1)])).Ids.Select(id => id.ToString()));
        Assert.Equal("The user 'ann' has two values. (Parameter 'values')", Assert.Throws<ArgumentException>(() => UserAmounts.Of(users, [new("ann", 1), new("ann", 1)])).Message);
        Assert.Equal(
            "'yuan' is no ISO 4217 code: three capital letters. (Parameter 'currency')",
            Assert.Throws<ArgumentException>(() => UserAmounts.Of(users, [], "yuan")).Message);
        Assert.Equal(
            "Brought to one number of digits after the point, the values together have more digits than a decimal holds.",
            Assert.Throws<OverflowException>(() => UserAmounts.Of(users, [new("ann", decimal.MaxValue), new("bob", -0.1m)])).Message);
        Assert.Throws<OverflowException>(() => UserAmounts.Of(users, [new("ann", decimal.MaxValue), new("bob", decimal.MinValue)]));
    }

    [Fact]
    public void Only_SomeUsers_AsksForNobodyElse()
    {
        UserAmounts sums = UserAmounts.SumOf(Payments, EventFilter.Named("pay", "refund"), Amount, EndOfDay3);
        UserAmounts chosen = sums.Only(UserSet.Of(Payments.Directory, ["ann", "bob"]));
        Assert.Equal("ann=11", Text(chosen));
        Assert.Equal((1, 1, 11m), (chosen.Known, chosen.Missing, chosen.Total));
        Assert.Equal("", Text(chosen.Only(UserSet.Of(Payments.Directory, ["cy", "dee"]))));
        Assert.Throws<ArgumentException>(() => sums.Only(UserSet.Everyone(UserOpsDataset.FromEvents<int>([], map => map.User(_ => "x").At(_ => default(DateTimeOffset)).Name(_ => "a")).Directory)));
    }

    [Fact]
    public void Only_ASetOfALaterState_IsCut()
    {
        UserOpsDataset later = Payments.Append(new UserOpsDatasetBuilder().AddEvents([1], map => map.User(_ => "new").At(_ => EndOfDay3.AsOf).Name(_ => "pay").With(Amount, _ => 3).With(Points, _ => 6)));
        UserAmounts sums = UserAmounts.SumOf(Payments, "pay", Amount, EndOfDay3);
        Assert.Equal("ann=11 dee=5", Text(sums.Only(UserSet.Everyone(later.Directory))));
        Assert.Equal("ann=11 dee=5", Text(UserAmounts.SumOf(later, "pay", Amount, EndOfDay3).Only(UserSet.Everyone(Payments.Directory))));
    }

    [Fact]
    public void Only_SomeUsers_KeepsWhatIsKnownOfTheirEvents()
    {
        UserAmounts sums = UserAmounts.SumOf(Payments, EventFilter.Named("pay", "gift"), Amount, EndOfDay3);
        Assert.Equal((1L, 1L, 0L), (sums.EventsWithoutAmount, Of("bob", "cy").EventsWithoutAmount, Of("ann", "cy").EventsWithoutAmount));
        Assert.Equal(0, Of("ann", "bob").Only(UserSet.Of(Payments.Directory, ["ann"])).EventsWithoutAmount);
        Assert.Equal(["gift"], Of("cy").UnknownEvents.ToArray());
        Assert.Equal(sums.Source, Of("cy").Source);

        UserAmounts Of(params UserId[] ids) => sums.Only(UserSet.Of(Payments.Directory, ids));
    }

    [Fact]
    public void Source_EveryDoor_SaysWhatWasAsked()
    {
        var from = new DateOnly(2026, 1, 2);
        UserAmountsSource source = UserAmounts.SumOf(Payments, "pay", Amount, EndOfDay3, from, UsersWithoutEvents.Zero).Source!;
        Assert.Equal(new() { Field = "amount", Events = "pay", From = from, WithoutEvents = UsersWithoutEvents.Zero, Context = EndOfDay3 }, source);
        Assert.NotEqual(source, UserAmounts.SumOf(Payments, "pay", Amount, EndOfDay3 with { AsOf = EndOfDay3.AsOf.AddTicks(-1) }, from, UsersWithoutEvents.Zero).Source);
        Assert.Null(UserAmounts.Of(Payments.Directory, []).Source);
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["ann"], map => map.User(id => id).With(Assets, _ => 5)).Build();
        Assert.Equal(new() { Field = "assets" }, UserAmounts.FromColumn(data, Assets).Source);
    }

    [Fact]
    public void SumOf_DefinitionThatCannotBe_NamesEveryFault()
        => Assert.Equal(
            ["/events/where/field", "/amount"],
            Assert.Throws<InvalidDefinitionException>(() => UserAmounts.SumOf(Payments, EventFilter.Any.And(Field.Category("size").Is("big")), Field.Amount("price", "CNY"), EndOfDay3))
                .Issues.Select(issue => issue.Path));

    private static string Text(UserAmounts amounts, bool nonZero = false)
        => string.Join(' ', amounts.Values().Where(one => !nonZero || one.Value != 0).Select(one => FormattableString.Invariant($"{one.Key}={one.Value}")));
}
