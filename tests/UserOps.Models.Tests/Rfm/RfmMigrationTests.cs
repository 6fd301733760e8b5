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
        Assert.Equal(1, migration.Groups.CountOf(RfmState.Outside, RfmGroup.GeneralDevelop));           // cat began
        Assert.Equal(1, migration.Groups.CountOf(RfmState.Outside, RfmState.Outside));                  // dan never bought
        Assert.Equal(3, migration.Groups.Moved);
        Assert.Equal(new Ratio(1, 2), migration.Groups.ShareOf(RfmState.Outside, RfmGroup.GeneralDevelop));
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

    private static RfmResult At(string day, RfmDefinition? definition = null) => new RfmModel(definition ?? Asked).Evaluate(Data, PurchaseLogs.AtEndOf(day));
}
