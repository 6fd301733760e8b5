using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelRulesTests
{
    private static readonly FunnelDefinition Good = new() { Steps = ["a", "b", "c"] };

    public static TheoryData<string, string, string, FunnelDefinition> Refused => new()
    {
        { "noSteps", "/steps", "A funnel has at least one step.", Good with { Steps = [] } },
        { "noSteps", "/steps", "A funnel has at least one step.", Good with { Steps = default } },
        { "tooManySteps", "/steps", "There are 65 steps; 64 are possible.", Good with { Steps = [.. Enumerable.Repeat<FunnelStep>("a", 65)] } },
        { "missingMember", "/steps/1", "There is no step here.", Good with { Steps = ["a", null!] } },
        { "withinOnFirstStep", "/steps/0/within", "The first step has no step before it to be within a time of.", WithFirst(step => step with { Within = TimeSpan.Zero }) },
        { "optionalFirstStep", "/steps/0/optional", "The first step starts the chain and cannot be skipped.", WithFirst(step => step with { Optional = true }) },
        { "negativeDuration", "/steps/1/within", "The limit is -00:00:01; a duration is not negative.", WithSecond(step => step with { Within = TimeSpan.FromSeconds(-1) }) },
        { "negativeDuration", "/window", "The window is -1.00:00:00; a duration is not negative.", Good with { Window = TimeSpan.FromDays(-1) } },
        { "unknownValue", "/steps/1/occurrence", "9 is no FunnelOccurrence.", WithSecond(step => step with { Occurrence = (FunnelOccurrence)9 }) },
        { "unknownValue", "/order", "7 is no FunnelOrder.", Good with { Order = (FunnelOrder)7 } },
        { "missingMember", "/holdConstant", "The list of held properties was never set; an empty list holds none.", Good with { HoldConstant = default } },
        { "missingMember", "/holdConstant/0", "There is no property here.", Good with { HoldConstant = [null!] } },
        { "missingMember", "/exclusions", "The list of exclusions was never set; an empty list excludes nothing.", Good with { Exclusions = default } },
        { "missingMember", "/exclusions/0", "There is no exclusion here.", Good with { Exclusions = [null!] } },
        { "stepOutOfRange", "/exclusions/0/toStep", "There is no step 3; steps are numbered from 0 to 2.", Excluding(0, 3) },
        { "stepOutOfRange", "/exclusions/0/fromStep", "There is no step -1; steps are numbered from 0 to 2.", Excluding(-1, 1) },
        { "stepsNotAscending", "/exclusions/0", "Step 1 does not come after step 1.", Excluding(1, 1) },
        { "exclusionAtOptionalStep", "/exclusions/0/toStep", "Step 1 is optional; a chain may not hold it.", Excluding(0, 1) with { Steps = ["a", new() { Events = "b", Optional = true }, "c"] } },
        { "exclusionsWithTotals", "/exclusions", "Exclusions judge users; they cannot be combined with counting totals.", Excluding(0, 1) with { Counting = FunnelCounting.Totals } },
        { "rangeEmpty", "/range", "The range ends at 2026-01-01T00:00:00.0000000+00:00, not after its start at 2026-01-01T00:00:00.0000000+00:00.", Good with { Range = new() { From = Day, To = Day } } },
        { "breakdownStepMissing", "/breakdown/step", "Attribution to a step needs the step.", Good with { Breakdown = AtStep(null) } },
        { "stepOutOfRange", "/breakdown/step", "There is no step 9; steps are numbered from 0 to 2.", Good with { Breakdown = AtStep(9) } },
        { "breakdownAtOptionalStep", "/breakdown/step", "Step 1 is optional; a chain may not hold it.", WithSecond(step => step with { Optional = true }) with { Breakdown = AtStep(1) } },
        { "countNotPositive", "/histogram/bins", "The number of bins is 0; it is at least 1.", Binned(0) },
        { "countTooLarge", "/histogram/bins", "The number of bins is 100001; it is at most 100000.", Binned(100_001) },
        { "histogramWithoutChains", "/histogram", "A histogram is made of the times of chains: set Detail to Chains.", Binned(1) with { Detail = FunnelDetail.Counts } },
        { "notWithUnordered", "/steps/1/optional", "An unordered funnel cannot have optional steps.", Unordered(WithSecond(step => step with { Optional = true })) },
        { "notWithUnordered", "/steps/1/within", "An unordered funnel cannot have a limit since the step before.", Unordered(WithSecond(step => step with { Within = TimeSpan.Zero })) },
        { "notWithUnordered", "/ties", "An unordered funnel cannot have a rule for ties.", Unordered(Good with { Ties = FunnelTies.Input }) },
        { "notWithUnordered", "/entry", "An unordered funnel cannot have entry by the first event alone.", Unordered(Good with { Entry = FunnelEntry.First }) },
        { "notWithUnordered", "/exclusions", "An unordered funnel cannot have exclusions between steps.", Unordered(Excluding(0, 1)) },
        { "notWithUnordered", "/range/appliesTo", "An unordered funnel cannot have a range for the first step alone.", Unordered(Good with { Range = new() { AppliesTo = FunnelRangeScope.Entry } }) },
        { "notWithUnordered", "/breakdown/attribution", "An unordered funnel cannot have attribution to a step.", Unordered(Good with { Breakdown = AtStep(1) }) },
        { "notWithUnordered", "/counting", "An unordered funnel cannot have counting of tries.", Unordered(Good with { Counting = FunnelCounting.Totals }) },
        { "notWithUnordered", "/trend", "An unordered funnel cannot have a trend by day of entry.", Unordered(Good with { Trend = new() }) },
    };

    private static DateTimeOffset Day => new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void Construct_OneFault_IsNamedWithPlaceAndValue(string code, string path, string message, FunnelDefinition definition)
    {
        DefinitionIssue issue = Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new FunnelModel(definition)).Issues);

        Assert.Equal(new DefinitionIssue(code, path, message), issue);
    }

    [Fact]
    public void Construct_ManyFaults_ListsThemAll()
    {
        FunnelDefinition definition = Excluding(2, 1) with
        {
            Window = TimeSpan.FromTicks(-1),
            Counting = FunnelCounting.Totals,
            Steps = [new() { Events = "a", Optional = true, Within = TimeSpan.Zero }, new() { Events = EventFilter.Named("") }, "c"],
        };

        Assert.Equal(
            ["withinOnFirstStep", "optionalFirstStep", "emptyName", "negativeDuration", "stepsNotAscending", "exclusionsWithTotals"],
            Assert.Throws<InvalidDefinitionException>(() => new FunnelModel(definition)).Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void Construct_EverythingThatGoesTogether_IsAccepted()
    {
        FunnelDefinition definition = Excluding(0, 2) with
        {
            Order = FunnelOrder.Strict,
            Ties = FunnelTies.Input,
            ReuseEvents = true,
            Entry = FunnelEntry.First,
            Unit = Field.Category("org"),
            HoldConstant = [Field.Category("session")],
            ExclusionEffect = FunnelExclusionEffect.Drop,
            Range = new() { AppliesTo = FunnelRangeScope.Entry },
            Breakdown = AtStep(2),
            Detail = FunnelDetail.Chains,
            Histogram = new() { FromStep = 0, ToStep = 2 },
            Trend = new(),
            Window = TimeSpan.Zero,
        };

        Assert.Equal(definition, new FunnelModel(definition).Definition);
    }

    private static FunnelDefinition Excluding(int from, int to) => Good with { Exclusions = [new() { Events = "x", FromStep = from, ToStep = to }] };

    private static FunnelDefinition Unordered(FunnelDefinition definition) => definition with { Order = FunnelOrder.Unordered };

    private static FunnelDefinition Binned(int bins) => Good with { Detail = FunnelDetail.Chains, Histogram = new() { FromStep = 0, ToStep = 1, Bins = bins } };

    private static FunnelBreakdown AtStep(int? step) => new() { Property = Field.Category("p"), Attribution = FunnelAttribution.Step, Step = step };

    private static FunnelDefinition WithFirst(Func<FunnelStep, FunnelStep> change) => Good with { Steps = Good.Steps.SetItem(0, change(Good.Steps[0])) };

    private static FunnelDefinition WithSecond(Func<FunnelStep, FunnelStep> change) => Good with { Steps = Good.Steps.SetItem(1, change(Good.Steps[1])) };
}
