using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Funnels;

public sealed class FunnelExplainerTests
{
    [Theory] // window 3 minutes; event i happens at minute i
    [InlineData("AB....C", 2, FunnelObstacle.AfterWindow, 6, 3)]
    [InlineData("C....AB", 2, FunnelObstacle.BeforeWindow, 0, 3)]
    [InlineData("B....A.C", 1, FunnelObstacle.BeforeWindow, 0, 4)]       // the window has to hold the last of the others too
    [InlineData("C....AB......C", 2, FunnelObstacle.BeforeWindow, 0, 3)]
    [InlineData("C......AB....C", 2, FunnelObstacle.AfterWindow, 13, 3)]
    [InlineData("AB", 2, FunnelObstacle.NoEvent, null, null)]
    [InlineData("CB", 0, FunnelObstacle.NoEvent, null, null)]
    [InlineData("...", 0, FunnelObstacle.NoEvent, null, null)]
    public void Explain_Unordered_NamesAStepThatIsNotFilled(string journey, int next, FunnelObstacle obstacle, int? at, int? minutesBeyond)
        => Tells(
            Explain(Journeys.Funnel("ABC", TimeSpan.FromMinutes(3), d => d with { Order = FunnelOrder.Unordered }), Journeys.Of(journey)),
            next, obstacle, at, minutesBeyond);

    [Theory] // E fills A and B; window 3 minutes
    [InlineData("E.....A", 0, FunnelObstacle.AfterWindow, 6, 3)] // E can serve B
    [InlineData("E.....B", 1, FunnelObstacle.AfterWindow, 6, 3)] // E can serve A
    [InlineData("E.....E", 1, FunnelObstacle.AfterWindow, 6, 3)]
    [InlineData("E", 1, FunnelObstacle.NotByTheRules, 0, null)]  // it would have to serve twice
    public void Explain_UnorderedOverlappingSteps_AsksWhatTheServedEventCanLeaveFree(
        string journey, int next, FunnelObstacle obstacle, int? at, int? minutesBeyond)
    {
        FunnelModel funnel = Journeys.Funnel("AB", TimeSpan.FromMinutes(3), d => d with
        {
            Steps = [new EventFilter { Names = ["A", "E"] }, new EventFilter { Names = ["B", "E"] }],
            Order = FunnelOrder.Unordered,
        });

        Tells(Explain(funnel, Journeys.Of(journey)), next, obstacle, at, minutesBeyond);
    }

    [Theory] // B may be skipped and is to come within a minute; window 3 minutes
    [InlineData("A", 2, FunnelObstacle.NoEvent, null, null)]
    [InlineData("A.....C", 2, FunnelObstacle.AfterWindow, 6, 3)]
    [InlineData("A....BC", 1, FunnelObstacle.AfterWindow, 5, 2)]
    [InlineData("A..B..C", 1, FunnelObstacle.AfterStepLimit, 3, 2)]
    [InlineData("A.....B|C", 2, FunnelObstacle.AfterWindow, 7, 3)] // none closer: the required one
    [InlineData("AB....C", 2, FunnelObstacle.AfterWindow, 6, 3)]
    public void Explain_OptionalStepNext_LooksAtTheRequiredOneToo(string journey, int next, FunnelObstacle obstacle, int? at, int? minutesBeyond)
    {
        FunnelModel funnel = Journeys.Funnel("ABC", TimeSpan.FromMinutes(3), d => d with
        {
            Steps = ["A", new() { Events = "B", Optional = true, Within = TimeSpan.FromMinutes(1) }, "C"],
        });

        Tells(Explain(funnel, Journeys.Of(journey)), next, obstacle, at, minutesBeyond);
    }

    [Fact]
    public void Explain_OnlyOptionalStepsLeft_NamesTheFirst()
    {
        FunnelModel funnel = Journeys.Funnel("AB", null, d => d with
        {
            Steps = ["A", new() { Events = "B", Optional = true }, new() { Events = "C", Optional = true }],
        });

        Tells(Explain(funnel, Journeys.Of("A")), 1, FunnelObstacle.NoEvent, null, null);
    }

    [Theory] // X must not lie between A and B; window 5 minutes
    [InlineData("AXB", 1, 1, FunnelObstacle.Excluded, 1, null)]
    [InlineData("AXBC", 1, 1, FunnelObstacle.Excluded, 1, null)]
    [InlineData("AXBXAB", 2, 2, FunnelObstacle.NoEvent, null, null)]
    [InlineData("A.A...XB", 1, 1, FunnelObstacle.Excluded, 6, null)] // the second A went further; the first was chosen
    [InlineData("AX", 1, 1, FunnelObstacle.NoEvent, null, null)]     // there was nothing to cut off
    [InlineData("AX......B", 1, 1, FunnelObstacle.AfterWindow, 8, 3)]
    public void Explain_CutTry_NamesTheExcludedEvent(string journey, int level, int next, FunnelObstacle obstacle, int? at, int? minutesBeyond)
    {
        FunnelModel funnel = Journeys.Funnel("ABC", TimeSpan.FromMinutes(5), d => d with
        {
            Exclusions = [new() { Events = "X", FromStep = 0, ToStep = 1 }],
            ExclusionEffect = FunnelExclusionEffect.Drop,
        });

        FunnelExplanation explanation = Explain(funnel, Journeys.Of(journey));

        Assert.Equal(level, explanation.Level);
        Assert.Equal(level, explanation.Served.Length);
        Tells(explanation, next, obstacle, at, minutesBeyond);
    }

    [Theory] // from minute 2 to minute 6, the end not included; window 5 minutes
    [InlineData(FunnelRangeScope.All, "..A...B", 1, FunnelObstacle.OutsideRange, 6, 0)]
    [InlineData(FunnelRangeScope.All, "..A....B", 1, FunnelObstacle.OutsideRange, 7, 1)]
    [InlineData(FunnelRangeScope.All, "B.A", 1, FunnelObstacle.OutsideRange, 0, 2)]
    [InlineData(FunnelRangeScope.All, "..BA..B", 1, FunnelObstacle.OutsideRange, 6, 0)] // in time, the other came before
    [InlineData(FunnelRangeScope.All, "B.BA", 1, FunnelObstacle.OnlyBefore, 2, null)]    // widening the range would not help
    [InlineData(FunnelRangeScope.All, ".A...B", 0, FunnelObstacle.OutsideRange, 1, 1)]
    [InlineData(FunnelRangeScope.Entry, ".A...B", 0, FunnelObstacle.OutsideRange, 1, 1)]
    [InlineData(FunnelRangeScope.Entry, "A......A", 0, FunnelObstacle.OutsideRange, 7, 1)]
    [InlineData(FunnelRangeScope.Entry, "...A......B", 1, FunnelObstacle.AfterWindow, 10, 2)]
    public void Explain_EventOutsideTheRange_SaysByHowMuch(
        FunnelRangeScope scope, string journey, int next, FunnelObstacle obstacle, int? at, int? minutesBeyond)
    {
        FunnelModel funnel = Journeys.Funnel("AB", TimeSpan.FromMinutes(5), d => d with
        {
            Range = new() { From = Journeys.Start.AddMinutes(2), To = Journeys.Start.AddMinutes(6), AppliesTo = scope },
        });

        Tells(Explain(funnel, Journeys.Of(journey)), next, obstacle, at, minutesBeyond);
    }

    [Theory] // small letters have no channel
    [InlineData("Ab", 1, FunnelObstacle.NoHeldValue, 1)]
    [InlineData("a", 0, FunnelObstacle.NoHeldValue, 0)]
    [InlineData("AbbB", null, FunnelObstacle.None, null)]
    [InlineData("BbA", 1, FunnelObstacle.OnlyBefore, 0)]
    public void Explain_EventWithoutTheHeldValue_SaysSo(string journey, int? next, FunnelObstacle obstacle, int? at)
    {
        UserOpsDataset data = UserOpsDataset.FromEvents(journey.Index(), map => map
            .User(_ => "u0").At(e => Journeys.Start.AddMinutes(e.Index)).Name(e => char.ToUpperInvariant(e.Item).ToString())
            .With(Journeys.Channel, e => char.IsUpper(e.Item) ? "web" : null));

        Tells(Explain(Journeys.Funnel("AB", null, d => d with { HoldConstant = [Journeys.Channel] }), data), next, obstacle, at, null);
    }

    [Theory]
    [InlineData(FunnelOccurrence.FirstEver, "BAB", FunnelObstacle.NotFirst, 2)]
    [InlineData(FunnelOccurrence.FirstMatching, "BAB", FunnelObstacle.NotFirst, 2)]
    [InlineData(FunnelOccurrence.FirstEver, "BA", FunnelObstacle.OnlyBefore, 0)]
    public void Explain_EventThatIsNotTheFirst_SaysSo(FunnelOccurrence occurrence, string journey, FunnelObstacle obstacle, int at)
    {
        FunnelModel funnel = Journeys.Funnel("AB", null, d => d with { Steps = ["A", new() { Events = "B", Occurrence = occurrence }] });

        Tells(Explain(funnel, Journeys.Of(journey)), 1, obstacle, at, null);
    }

    [Fact]
    public void Explain_SameStepTwice_LooksBeyondTheEventThatServes()
    {
        FunnelModel funnel = Journeys.Funnel("AA", TimeSpan.FromMinutes(3));

        Tells(Explain(funnel, Journeys.Of("A.....A")), 1, FunnelObstacle.AfterWindow, 6, 3);
        Tells(Explain(funnel, Journeys.Of("A")), 1, FunnelObstacle.NotByTheRules, 0, null);
    }

    [Theory] // window 3 minutes; X must not lie between A and B
    [InlineData("...", "never entered\n  missing step 0: NoEvent")]
    [InlineData("AXB", "removed by an exclusion\n  step 0: A at 2026-03-01T00:00:00+00:00 (event 0)\n  step 1: B at 2026-03-01T00:02:00+00:00 (event 2)\n  missing step 2: Excluded (event 1)")]
    [InlineData("AB....C", "level 2\n  step 0: A at 2026-03-01T00:00:00+00:00 (event 0)\n  step 1: B at 2026-03-01T00:01:00+00:00 (event 1)\n  missing step 2: AfterWindow by 00:03:00 (event 6)")]
    [InlineData("ABC", "level 3\n  step 0: A at 2026-03-01T00:00:00+00:00 (event 0)\n  step 1: B at 2026-03-01T00:01:00+00:00 (event 1)\n  step 2: C at 2026-03-01T00:02:00+00:00 (event 2)")]
    public void ToString_AnyCulture_TellsItLineByLine(string journey, string expected)
    {
        FunnelExplanation told = Explain(
            Journeys.Funnel("ABC", TimeSpan.FromMinutes(3), d => d with { Exclusions = [new() { Events = "X", FromStep = 0, ToStep = 1 }] }), Journeys.Of(journey));

        using (new OtherCulture())
        {
            Assert.Equal(expected, told.ToString());
        }
    }

    private static FunnelExplanation Explain(FunnelModel funnel, UserOpsDataset data)
        => funnel.Evaluate(data, Journeys.Context).Users.Explain("u0");

    private static void Tells(FunnelExplanation explanation, int? next, FunnelObstacle obstacle, int? at, int? minutesBeyond)
    {
        TimeSpan? distance = minutesBeyond is { } minutes ? TimeSpan.FromMinutes(minutes) : null;
        Assert.Equal((next, obstacle, at, distance), (explanation.NextStep, explanation.Obstacle, explanation.Event, explanation.Distance));
    }
}
