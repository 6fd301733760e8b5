using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmMigrationTests
{
    private const string Log = "ann:pay@2026-03-01T10:00=50 ann:pay@2026-04-20T10:00=90 bob:pay@2026-03-30T10:00=10 cat:pay@2026-04-21T10:00=5 dan:view@2026-03-01T10:00";

    private static readonly RfmDefinition Asked = PurchaseLogs.Paid with
    {
        LastDays = 90,
        Split = new() { Method = RfmSplitMethod.Given, Given = new() { Recency = 20, Frequency = 2, Monetary = 20 } },
        Segments = RfmSegmentTables.RecencyFrequency,
    };

    private static readonly UserOpsDataset Data = PurchaseLogs.DataOf(PurchaseLogs.Rows(Log));

    [Fact]
    public void Between_TwoMonths_CountsMoversByGroup()
    {
        RfmMigration migration = RfmMigration.Between(At("2026-03-31"), At("2026-04-30"));
        Assert.Equal(1, migration.Groups.CountOf(RfmGroup.ImportantWinBack, RfmGroup.ImportantValue)); // ann came back: two days, 140
        Assert.Equal(1, migration.Groups.CountOf(RfmGroup.GeneralDevelop, RfmGroup.GeneralWinBack));    // bob fell silent
        Assert.Equal(1, migration.Groups.CountOf(RfmState.Absent, RfmGroup.GeneralDevelop));            // cat is new
        Assert.Equal(1, migration.Groups.CountOf(RfmState.Outside, RfmState.Outside));                  // dan never bought
        Assert.Equal(2, migration.Groups.Moved);
        Assert.Equal(new Ratio(0, 1), migration.Groups.ShareOf(RfmState.Outside, RfmGroup.GeneralDevelop)); // who is new was not outside before
        Assert.Equal(["cat"], migration.Groups.Users(RfmState.Absent, RfmGroup.GeneralDevelop).Ids().Select(id => id.ToString()));
        Assert.Equal(["ann"], migration.Groups.Users(RfmGroup.ImportantWinBack, RfmGroup.ImportantValue).Ids().Select(id => id.ToString()));
    }

    [Fact]
    public void Between_TwoMonths_CountsEverybodyOnce()
    {
        RfmMigration migration = RfmMigration.Between(At("2026-03-31"), At("2026-06-30"));
        foreach (RfmMigrationTable table in new[] { migration.Groups, migration.Segments! })
        {
            Assert.Equal(4, table.States.Sum(from => table.States.Sum(to => table.CountOf(from, to))));
            Assert.Equal(2, table.States.Sum(from => table.CountOf(from, RfmState.Outside))); // nobody is lost when the window moves on: bob and dan
        }
    }

    [Fact]
    public void Between_WithTheCutsOfTheFirst_MovesOnlyWhoDidSomething()
    {
        RfmResult before = At("2026-03-31", PurchaseLogs.Paid);
        RfmResult after = At("2026-03-31", PurchaseLogs.Paid.With(before.Cuts!));
        Assert.Equal(0, RfmMigration.Between(before, after).Groups.Moved);
        Assert.Null(RfmMigration.Between(before, after).Segments);
    }

    [Fact]
    public void Between_NotThereAtEither_IsInNoCount()
    {
        RfmMigrationTable groups = RfmMigration.Between(At("2026-03-01"), At("2026-03-31")).Groups; // cat comes in April
        Assert.Equal(3, groups.States.Sum(from => groups.States.Sum(to => groups.CountOf(from, to))));
        Assert.Equal(0, groups.Users(RfmState.Absent, RfmState.Absent).Count);
    }

    [Fact]
    public void Summary_Json_IsReadAgain()
    {
        RfmMigrationSummary summary = RfmMigration.Between(At("2026-03-31"), At("2026-04-30")).Summary;
        RfmMigrationSummary read = UserOpsJson.Deserialize<RfmMigrationSummary>(UserOpsJson.Serialize(summary));
        Assert.Equal(summary, read);
        Assert.Equal(1, read.Groups.CountOf(RfmGroup.ImportantWinBack, RfmGroup.ImportantValue));
        Assert.Equal(2, read.Groups.Moved);
        Assert.Equal(RfmState.OfSegment("champions"), read.Segments!.States[0]);
        Assert.NotEqual(summary, summary with { Groups = summary.Segments! });
    }

    [Fact]
    public void Merge_TwoShards_IsTheWhole()
    {
        RfmDefinition shared = Asked.With(At("2026-03-31").Cuts!);
        RfmMigrationSummary of(string users) => Summary(shared, string.Join(' ', Log.Split(' ').Where(word => users.Contains(word[0], StringComparison.Ordinal))));
        Assert.Equal(of("abcd"), RfmMigrationSummary.Merge(of("ad"), of("bc")));
        Assert.Equal(of("abcd"), RfmMigrationSummary.Merge(of("c"), of("abd")));
    }

    [Fact]
    public void Merge_WhatDoesNotFit_IsRefused()
    {
        RfmMigrationSummary fine = Summary(Asked.With(At("2026-03-31").Cuts!), Log);
        Assert.StartsWith("The users of a part are compared with each other", Assert.Throws<ArgumentException>("a", () => RfmMigrationSummary.Merge(Summary(Asked, Log), Summary(Asked, Log))).Message);
        RfmMigrationSummary[] strange =
        [
            fine with { After = PurchaseLogs.AtEndOf("2026-05-01") },
            fine with { DefinitionBefore = Asked },
            fine with { Segments = null },
            fine with { Groups = fine.Segments! },
            fine with { Groups = new() { Rows = [.. fine.Groups.Rows.Select(row => row with { Users = [1] })] } },
        ];
        Assert.All(strange, other => Assert.Throws<ArgumentException>("b", () => RfmMigrationSummary.Merge(fine, other)));
        Assert.Throws<ArgumentNullException>("b", () => RfmMigrationSummary.Merge(fine, null!));
    }

    [Theory]
    [InlineData(RfmStateKind.Segment, null)]
    [InlineData(RfmStateKind.Outside, "champions")]
    public void State_APlaceThatDoesNotFitItsKind_IsRefused(RfmStateKind kind, string? place) => Assert.Throws<ArgumentException>(nameof(place), () => new RfmState(kind, place));

    [Theory]
    [InlineData("definition", "The answers are to different definitions; only their cuts may differ. (Parameter 'after')")]
    [InlineData("order", "The second instant is before the first. (Parameter 'after')")]
    [InlineData("data", "The answers are about different datasets; the second must be of the same, or of one the first grew into. (Parameter 'after')")]
    [InlineData("zone", "The answers are for the zones 'Asia/Shanghai' and 'UTC'. (Parameter 'after')")]
    public void Between_AnswersThatCannotBeCompared_AreRefused(string difference, string message)
    {
        RfmResult after = difference switch
        {
            "definition" => At("2026-04-30", Asked with { LastDays = 30 }),
            "order" => At("2026-03-01"),
            "data" => new RfmModel(Asked).Evaluate(PurchaseLogs.DataOf(PurchaseLogs.Rows(Log)), PurchaseLogs.AtEndOf("2026-04-30")),
            _ => new RfmModel(Asked).Evaluate(Data, EvaluationContext.AtEndOf(new(2026, 4, 30), TimeZoneInfo.Utc)),
        };
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => RfmMigration.Between(At("2026-03-31"), after)).Message);
    }

    [Fact]
    public void CountOf_AStateOfAnotherTable_IsRefused()
    {
        RfmMigrationTable groups = RfmMigration.Between(At("2026-03-31"), At("2026-04-30")).Groups;
        Assert.StartsWith("The table has no state 'champions'; it has importantValue, ", Assert.Throws<ArgumentException>(() => groups.CountOf(RfmState.OfSegment("champions"), RfmState.Outside)).Message);
        Assert.Throws<ArgumentException>(() => groups.CountOf(RfmState.OfSegment("outside"), RfmState.Outside)); // a segment of that name is another state
    }

    private static RfmMigrationSummary Summary(RfmDefinition definition, string log)
    {
        UserOpsDataset data = PurchaseLogs.DataOf(PurchaseLogs.Rows(log));
        var model = new RfmModel(definition);
        return RfmMigration.Between(model.Evaluate(data, PurchaseLogs.AtEndOf("2026-03-31")), model.Evaluate(data, PurchaseLogs.AtEndOf("2026-04-30"))).Summary;
    }

    private static RfmResult At(string day, RfmDefinition? definition = null) => new RfmModel(definition ?? Asked).Evaluate(Data, PurchaseLogs.AtEndOf(day));
}
