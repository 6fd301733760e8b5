using System.Collections.Immutable;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelModelTests
{
    [Theory] // one event a minute; the window is 3 minutes
    [InlineData("ABC", 3)]
    [InlineData("A..BC", 2)] // C arrives in minute 4
    [InlineData("A.ABC", 3)] // a second start opens a new window
    [InlineData("ACB", 2)]   // C before B does not count
    [InlineData("BC", 0)]
    [InlineData("CB|A|", 2)]  // B in the minute of A
    [InlineData("C|B|A", 3)] // all in one minute: arrival decides nothing
    [InlineData("", 0)]
    public void CompletedSteps_OfOneUser_AgreesWithEvaluate(string journey, int expected)
    {
        FunnelModel funnel = Journeys.Funnel("ABC", TimeSpan.FromMinutes(3));
        FunnelModel chains = Journeys.Funnel("ABC", TimeSpan.FromMinutes(3), d => d with { Detail = FunnelDetail.Chains });
        UserOpsDataset data = Journeys.Of(journey + "X", "X"); // X: the user exists in any case

        Assert.Equal(expected, funnel.CompletedSteps(data.Events.UtcTicks[..^1], Masks(funnel, data).AsSpan()[..^1]));
        Assert.Equal(expected, funnel.Evaluate(data, Journeys.Context).Users.LevelOf("u0"));
        Assert.Equal(expected, chains.Evaluate(data, Journeys.Context).Users.LevelOf("u0"));
    }

    [Fact]
    public void Evaluate_AnyNumberOfThreads_GivesTheSame()
    {
        UserOpsDataset data = Journeys.Of(RandomJourneys(3_000, seed: 5), user => user % 3 == 0 ? null : $"c{user % 4}");
        FunnelModel[] funnels =
        [
            Journeys.Funnel("ABC", TimeSpan.FromMinutes(4)),
            Journeys.Funnel("ABA", TimeSpan.FromMinutes(4)),
            Journeys.Funnel("ABC", TimeSpan.FromMinutes(4), d => d with
            {
                Breakdown = new() { Property = Journeys.Channel },
                Counting = FunnelCounting.Totals,
                Detail = FunnelDetail.Chains,
                Trend = new(),
            }),
        ];
        foreach (FunnelModel funnel in funnels)
        {
            FunnelSummary expected = funnel.Evaluate(data, Journeys.Context, new() { MaxDegreeOfParallelism = 1 }).Summary;
            for (int threads = 2; threads <= 8; threads++)
            {
                Assert.Equal(expected, funnel.Evaluate(data, Journeys.Context, new() { MaxDegreeOfParallelism = threads }).Summary);
            }
        }
    }

    [Theory]
    [InlineData("ABC")] // the kernel of distinct events
    [InlineData("ABA")] // overlapping steps
    public void Evaluate_WithoutOptions_AgreesWithTheGeneralEngine(string steps)
    {
        UserOpsDataset data = Journeys.Of(RandomJourneys(2_000, seed: 8));
        foreach (DateTimeOffset asOf in new[] { Journeys.Context.AsOf, Journeys.Start.AddMinutes(5) })
        {
            EvaluationContext context = Journeys.Context with { AsOf = asOf };
            FunnelResult plain = Journeys.Funnel(steps, TimeSpan.FromMinutes(4)).Evaluate(data, context);
            FunnelResult general = Journeys.Funnel(steps, TimeSpan.FromMinutes(4), d => d with { Detail = FunnelDetail.Chains }).Evaluate(data, context);

            Assert.Equal(Journeys.Counts(general), Journeys.Counts(plain));
            Assert.Equal(general.Summary.EventsAfterAsOf, plain.Summary.EventsAfterAsOf);
            Assert.All(Enumerable.Range(0, 2_000), u => Assert.Equal(general.Users.LevelOf($"u{u}"), plain.Users.LevelOf($"u{u}")));
        }
    }

    [Fact]
    public void Evaluate_AsOfInsideTheData_HidesLaterEventsAndCountsThem()
    {
        UserOpsDataset data = Journeys.Of("ABC", "AB.C", "A");
        EvaluationContext context = Journeys.Context with { AsOf = Journeys.Start.AddMinutes(2) };

        FunnelSummary summary = Journeys.Funnel("ABC").Evaluate(data, context).Summary;

        Assert.Equal([3, 2, 1], summary.Steps.Select(step => step.Completed)); // an event at the very instant is seen
        Assert.Equal(1, summary.EventsAfterAsOf);
    }

    [Fact]
    public void Evaluate_NoEvents_GivesZerosWithoutRates()
    {
        FunnelResult result = Journeys.Funnel("AB", null, d => d with { Detail = FunnelDetail.Chains }).Evaluate(Journeys.Of(), Journeys.Context);

        Assert.Equal([0, 0], Journeys.Counts(result));
        Assert.Null(result.Summary.Overall.Value);
        Assert.Null(result.Weakest);
        Assert.Equal(UndefinedReason.EmptyPopulation, result.Times.Steps[1].Mean.Undefined);
        Assert.Equal<string>(["A", "B"], result.Summary.UnknownEvents);
    }

    [Fact]
    public void Evaluate_UnknownEvent_IsZeroAndANotice()
    {
        FunnelSummary summary = Journeys.Funnel("AZ").Evaluate(Journeys.Of("A", "B"), Journeys.Context).Summary;

        Assert.Equal([1, 0], summary.Steps.Select(step => step.Completed));
        Assert.Equal<string>(["Z"], summary.UnknownEvents);
    }

    [Fact]
    public void Evaluate_AbsentColumns_AreAllListed()
    {
        FunnelModel funnel = Journeys.Funnel("AB", null, d => d with
        {
            Unit = Field.Category("group"),
            HoldConstant = [Journeys.Channel, Field.Category("session")],
            Breakdown = new() { Property = Field.Category("city") },
        });

        ImmutableArray<DefinitionIssue> issues = Assert.Throws<InvalidDefinitionException>(
            () => funnel.Evaluate(Journeys.Of("AB"), Journeys.Context)).Issues;

        Assert.Equal(["/unit", "/holdConstant/1", "/breakdown/property"], issues.Select(issue => issue.Path));
        Assert.All(issues, issue => Assert.Equal("unknownField", issue.Code));
        Assert.Equal("There is no column 'city'.", issues[2].Message);
    }

    [Fact]
    public void Evaluate_WiderWindow_NeverLosesAStep()
    {
        UserOpsDataset data = Journeys.Of(RandomJourneys(400, seed: 21));
        foreach (FunnelOrder order in Enum.GetValues<FunnelOrder>())
        {
            long[] narrower = [0, 0, 0];
            foreach (int minutes in Enumerable.Range(0, 10))
            {
                long[] counts = Journeys.Counts(Journeys.Funnel("ABC", TimeSpan.FromMinutes(minutes), d => d with { Order = order }).Evaluate(data, Journeys.Context));
                Assert.All(counts.Zip(narrower), pair => Assert.True(pair.First >= pair.Second));
                narrower = counts;
            }
        }
    }

    [Fact]
    public void Evaluate_Progress_RisesToOne()
    {
        var told = new List<double>();
        Journeys.Funnel("AB").Evaluate(Journeys.Of(RandomJourneys(500, seed: 2)), Journeys.Context, new() { Progress = new Ear(told), MaxDegreeOfParallelism = 2 });

        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
    }

    [Fact]
    public void Evaluate_Canceled_Throws()
        => Assert.ThrowsAny<OperationCanceledException>(
            () => Journeys.Funnel("AB").Evaluate(Journeys.Of("AB"), Journeys.Context, null, new CancellationToken(canceled: true)));

    [Fact]
    public void Evaluate_UnitOfAProperty_CountsValuesAndHasNoUsers()
    {
        UserOpsDataset data = Journeys.Of(["A", "..B", "AB", "A"], user => user switch { 0 or 1 => "x", 2 => "y", _ => null });
        FunnelResult result = Journeys.Funnel("AB", null, d => d with { Unit = Journeys.Channel }).Evaluate(data, Journeys.Context);

        Assert.Equal([2, 2], Journeys.Counts(result)); // x: the A of one user, the B of another
        Assert.Equal(2, result.Units!.LevelOf("x"));
        Assert.Equal(0, result.Units.LevelOf("z"));
        Assert.Equal(
            "This funnel counts values of 'channel', not users; what became of them is in Units.",
            Assert.Throws<InvalidOperationException>(() => result.Users).Message);
    }

    [Theory] // arrival "AB" and "BA" at one instant, of two users of one group
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Evaluate_UnitWithTiesByArrival_LooksAcrossUsers(bool startArrivesFirst, int expected)
    {
        // The second user is seen first in the directory, so the order of users cannot pass for the order of arrival.
        (string User, string Name)[] rows = startArrivesFirst
            ? [("v", "."), ("u", "A"), ("v", "B")]
            : [("u", "."), ("v", "B"), ("u", "A")];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map => map
            .User(row => row.User).At(row => Journeys.Start).Name(row => row.Name).With(Journeys.Channel, _ => "g"));

        FunnelResult result = Journeys.Funnel("AB", null, d => d with { Unit = Journeys.Channel, Ties = FunnelTies.Input }).Evaluate(data, Journeys.Context);

        Assert.Equal(expected, result.Units!.LevelOf("g"));
    }

    [Fact]
    public void StepsFilledBy_Name_SetsABitForEachStepThatTakesIt()
    {
        var funnel = new FunnelModel(new() { Steps = ["view", EventFilter.Named("view", "pay"), EventFilter.Any] });

        Assert.Equal(0b111UL, funnel.StepsFilledBy("view"));
        Assert.Equal(0b110UL, funnel.StepsFilledBy("pay"));
        Assert.Equal(0b100UL, funnel.StepsFilledBy("View"));
        Assert.Throws<ArgumentException>(() => funnel.StepsFilledBy(""));
    }

    private static ulong[] Masks(FunnelModel funnel, UserOpsDataset data)
        => [.. Enumerable.Range(0, data.Events.Offsets[1]).Select(row => funnel.StepsFilledBy(data.Events.NameAt(row))), .. Enumerable.Repeat(0UL, data.Events.Count - data.Events.Offsets[1])];

    internal static IEnumerable<string> RandomJourneys(int users, int seed)
    {
        var random = new Random(seed);
        return Enumerable.Range(0, users).Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 14)).Select(_ => "ABC.X|"[random.Next(6)])]).TrimStart('|') + "X");
    }

    private sealed class Ear(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
