using System.Globalization;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Segments;

/// <summary>A dataset of chosen users: all of theirs, nothing of others, and honest about what it is not.</summary>
public class DatasetSelectionTests
{
    private static readonly CategoryField City = Field.Category("city");
    private static readonly FlagField Vip = Field.Flag("vip");
    private static readonly DateField Born = Field.Date("born");
    private static readonly CategoryField Channel = Field.Category("channel");
    private static readonly AmountField Amount = Field.Amount("amount", "CNY");
    private static readonly NumberField Score = Field.Number("score");
    private static readonly QuantityField Shares = Field.Quantity("shares", 2);
    private static readonly InstantField Due = Field.Instant("due");
    private static readonly SetField Tags = Field.Set("tags");
    private static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2026, 3, 31), TimeZoneInfo.Utc);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Only_SomeUsers_HasAllOfTheirsInOrder(int oneIn)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            UserOpsDataset data = World(seed, _ => true);
            UserSet chosen = Some(data, oneIn, seed);
            UserOpsDataset only = data.Only(chosen);

            Assert.Equal(chosen.Ids(), UserSet.Everyone(only.Directory).Ids());
            Assert.Equal(chosen.Select(user => Dump(data, user)), Enumerable.Range(0, only.Directory.Count).Select(user => Dump(only, user)));
            Assert.Equal(data.Users.Columns.Select(column => column.Field), only.Users.Columns.Select(column => column.Field));
            Assert.Equal(data.Events.Columns.Select(column => column.Field), only.Events.Columns.Select(column => column.Field));
            Assert.Equal(chosen.Count(data.Users.HasRowOf), only.Users.RowCount);
            Assert.Equal(data.Events.Names, only.Events.Names);
            Assert.Same(data.Contents, only.Contents);
            Assert.Same(data.Ingest, only.Ingest);
        }
    }

    [Fact]
    public void Only_AnyModel_AnswersAsOverTheirRowsAlone()
    {
        // Arrival decides between users of one group, which is the hardest to keep.
        var grouped = new FunnelModel(new() { Steps = ["e0", "e1", "e2"], Ties = FunnelTies.Input, Unit = Channel });
        var plain = new FunnelModel(new() { Steps = ["e0", EventFilter.Named("e1").And(Amount.AtLeast(20m))], Breakdown = new() { Property = Channel } });
        var rule = new SegmentModel(City.Is("x").Or(Rule.Event("e2").Where(Field.Category("content.kind").Is("fund")).AtLeast(2)));
        for (int seed = 0; seed < 40; seed++)
        {
            UserOpsDataset data = World(seed, _ => true);
            UserSet chosen = Some(data, 2, seed);
            HashSet<UserId> ids = [.. chosen.Ids()];
            UserOpsDataset only = data.Only(chosen);
            UserOpsDataset alone = World(seed, ids.Contains);

            Assert.Equal(Counts(grouped, alone), Counts(grouped, only));
            Assert.Equal(Counts(plain, alone), Counts(plain, only));
            Assert.Equal(
                rule.Evaluate(data, Context).Members.Intersect(chosen).Ids(),
                rule.Evaluate(only, Context).Members.Ids());
        }
    }

    [Fact]
    public void Only_Twice_IsOnlyTheInner()
    {
        UserOpsDataset data = World(1, _ => true);
        UserSet few = Some(data, 4, 1);
        UserOpsDataset many = data.Only(few.Union(Some(data, 2, 2)));
        UserOpsDataset inner = many.Only(UserSet.Of(many.Directory, few.Ids()));
        Assert.Equal(few.Select(user => Dump(data, user)), Enumerable.Range(0, inner.Directory.Count).Select(user => Dump(inner, user)));
    }

    [Fact]
    public void Only_SetsOfBoth_DoNotCombine()
    {
        UserOpsDataset data = World(1, _ => true);
        UserOpsDataset only = data.Only(UserSet.Everyone(data.Directory));
        UserSet there = UserSet.Everyone(only.Directory);
        Assert.Throws<ArgumentException>(() => UserSet.Everyone(data.Directory).Intersect(there));
        Assert.Throws<ArgumentException>(() => there.Union(UserSet.Everyone(data.Directory)));
        Assert.StartsWith(
            $"The set belongs to another directory, of {there.Directory.Count} users; only a set of this dataset, or of one it grew out of, says who is chosen here.",
            Assert.Throws<ArgumentException>(() => data.Only(there)).Message,
            StringComparison.Ordinal);
        Assert.Equal(UserSet.Everyone(data.Directory), UserSet.Of(data.Directory, there.Ids())); // the way back
    }

    [Fact]
    public void Only_StatesOfOneDataset_TakeEarlierSetsOnly()
    {
        UserOpsDataset data = World(1, _ => true);
        UserOpsDataset later = data.Append(new UserOpsDatasetBuilder().AddEvents(["new", "new"], map => map.User(id => id).At(_ => Context.AsOf).Named("e0")));
        UserSet before = UserSet.Everyone(data.Directory);
        Assert.Equal(before.Count, later.Only(before).Directory.Count);
        Assert.Throws<ArgumentException>(() => data.Only(UserSet.Everyone(later.Directory)));
    }

    [Fact]
    public void Append_ToChosenUsers_IsRefused()
    {
        UserOpsDataset data = World(1, _ => true);
        var refusal = Assert.Throws<InvalidOperationException>(() => data.Only(Some(data, 2, 1)).Append(new UserOpsDatasetBuilder()));
        Assert.Equal("This dataset holds chosen users of another; append to that one, and choose again.", refusal.Message);
        data.Append(new UserOpsDatasetBuilder()); // the whole still grows
    }

    [Fact]
    public void Only_NoEventsOrNoUsers_IsEmpty()
    {
        UserOpsDataset nothing = new UserOpsDatasetBuilder().Build();
        Assert.Equal(0, nothing.Only(UserSet.None(nothing.Directory)).Directory.Count);
        UserOpsDataset data = World(1, _ => true);
        UserOpsDataset none = data.Only(UserSet.None(data.Directory));
        Assert.Equal((0, 0, 0), (none.Directory.Count, none.Events.Count, none.Users.RowCount));
        Assert.Equal(0, new FunnelModel(new() { Steps = ["e0"] }).Evaluate(none, Context).Summary.Steps[0].Completed);
        Assert.Throws<ArgumentNullException>(() => data.Only(null!));
    }

    // A name that only others did is known to the copy, and to data without the others it is not.
    private static FunnelSummary Counts(FunnelModel model, UserOpsDataset data) => model.Evaluate(data, Context).Summary with { UnknownEvents = [] };

    private static UserSet Some(UserOpsDataset data, int oneIn, int seed)
    {
        var random = new Random(seed);
        return UserSet.Of(data.Directory, UserSet.Everyone(data.Directory).Ids().Where(_ => oneIn > 0 && random.Next(oneIn) == 0));
    }

    private static UserOpsDataset World(int seed, Func<UserId, bool> users)
    {
        var random = new Random(seed);
        int population = seed % 2 == 0 ? 12 : 150; // below and above a word of bits
        Person[] people = [.. Enumerable.Range(0, population / 2).Select(i => new Person(
            $"u{2 * i}", random.Next(3) == 0 ? null : "xyz"[random.Next(3)].ToString(), random.Next(2) == 0 ? null : random.Next(2) == 0))];
        Event[] events = [.. Enumerable.Range(0, population * 5).Select(i => new Event(
            $"u{random.Next(population)}",
            $"e{random.Next(seed % 5 == 0 ? 300 : 3)}",
            random.Next(60 * 24),
            random.Next(4) == 0 ? null : $"c{random.Next(3)}",
            random.Next(3) == 0 ? null : random.Next(50),
            random.Next(3) == 0 ? null : $"k{random.Next(4)}"))];
        return new UserOpsDatasetBuilder()
            .AddUsers(people.Where(row => users(row.Id)), map => map.User(row => row.Id).With(City, row => row.City).With(Vip, row => row.Vip)
                .With(Born, row => row.Vip is null ? null : new DateOnly(1990, 1, 1).AddDays(row.Id.Length)))
            .AddContents(["k0", "k1", "k2"], map => map.Id(id => id).With(Field.Category("kind"), id => id == "k1" ? "fund" : "loan"))
            .AddEvents(events.Where(row => users(row.User)), map => map
                .User(row => row.User).Name(row => row.Name).At(row => new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(row.Minute / 10 * 10))
                .Content(row => row.Content).With(Channel, row => row.Channel).With(Amount, row => row.Value).With(Score, row => row.Score)
                .With(Shares, row => row.Value / 4m).With(Due, row => row.Value is { } days ? Context.AsOf.AddDays((double)days) : null)
                .With(Tags, row => row.Channel is null ? null : [row.Channel, row.Name]))
            .Build();
    }

    /// <summary>Writes everything the dataset knows of one user.</summary>
    private static string Dump(UserOpsDataset data, int user)
    {
        EventTable events = data.Events;
        IEnumerable<string> rows = Enumerable.Range(events.Offsets[user], events.Offsets[user + 1] - events.Offsets[user]).Select(row =>
            $"{events.UtcTicks[row]} {events.NameAt(row)} {(events.ContentRows.IsEmpty ? -1 : events.ContentRows[row])} {Values(events.Columns, row)}");
        bool hasTies = (events.UsersWithTies[user >> 6] >> user & 1) != 0;
        return $"{data.Directory[user]} {data.Users.HasRowOf(user)} {hasTies} {Values(data.Users.Columns, user)}\n{string.Join('\n', rows)}";
    }

    private static string Values(ColumnSet columns, int row) => string.Join(',', columns.Select(column => Convert.ToString(Value(column, row), CultureInfo.InvariantCulture)));

    private static object? Value(Column column, int row) => column switch
    {
        CategoryColumn texts => texts[row],
        NumberColumn numbers => numbers[row],
        AmountColumn amounts => amounts[row],
        QuantityColumn quantities => quantities[row],
        FlagColumn flags => flags[row],
        DateColumn dates => dates[row]?.DayNumber,
        InstantColumn instants => instants[row]?.UtcTicks,
        SetColumn sets => sets.IsMissing(row) ? null : string.Join('|', sets[row]),
        _ => throw new InvalidOperationException(column.Field.Name),
    };

    private sealed record Person(string Id, string? City, bool? Vip);

    private sealed record Event(string User, string Name, int Minute, string? Channel, decimal? Value, string? Content)
    {
        internal double? Score => (double?)Value;
    }
}
