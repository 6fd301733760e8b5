using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class RiskTableMergeTests
{
    // Weights, causes, and late entry in the middle one alone; whole weights, so that sums are exact.
    private static readonly SurvivalColumns First = new()
    {
        Times = [1, 2, 2, 5],
        Events = [true, false, true, true],
        Weights = [2, 1, 3, 1],
        Causes = SurvivalLabels.Of("fees", null, "moved", "fees"),
    };

    private static readonly SurvivalColumns Second = new()
    {
        Times = [2, 4, 6],
        Events = [true, true, false],
        Weights = [1, 4, 2],
        Entries = [1, -1, 3],
        Causes = SurvivalLabels.Of("died", "fees", null),
    };

    private static readonly SurvivalColumns Third = new()
    {
        Times = [3, 7],
        Events = [true, true],
        Weights = [1, 1],
        Causes = SurvivalLabels.Of("moved", "died"),
    };

    private static readonly SurvivalColumns All = new()
    {
        Times = [1, 2, 2, 5, 2, 4, 6, 3, 7],
        Events = [true, false, true, true, true, true, false, true, true],
        Weights = [2, 1, 3, 1, 1, 4, 2, 1, 1],
        Entries = [-1, -1, -1, -1, 1, -1, 3, -1, -1],
        Causes = SurvivalLabels.Of("fees", null, "moved", "fees", "died", "fees", null, "moved", "died"),
    };

    [Fact]
    public void Merge_ThreeWeightedPartsWithCausesAndLateEntryInOne_IsTheWholeInAnyOrder()
    {
        RiskTable whole = RiskTable.Of(new(All));
        RiskTable[] parts = [RiskTable.Of(new(First)), RiskTable.Of(new(Second)), RiskTable.Of(new(Third))];
        foreach (int[] order in (int[][])[[0, 1, 2], [0, 2, 1], [2, 1, 0]])
        {
            Assert.Equal(whole, RiskTable.Merge(RiskTable.Merge(parts[order[0]], parts[order[1]]), parts[order[2]]));
            Assert.Equal(whole, RiskTable.Merge(parts[order[0]], RiskTable.Merge(parts[order[1]], parts[order[2]])));
        }

        Assert.Equal(whole, UserOpsJson.Deserialize<RiskTable>(UserOpsJson.Serialize(whole)));
    }

    [Fact]
    public void Merge_ResultsOfThreeParts_IsTheWholeResult()
    {
        var model = new CompetingRisksModel();
        CompetingRisksResult[] parts = [model.Evaluate(new(First)), model.Evaluate(new(Second)), model.Evaluate(new(Third))];
        CompetingRisksResult whole = model.Evaluate(new(All));
        CompetingRisksResult merged = CompetingRisksResult.Merge(CompetingRisksResult.Merge(parts[0], parts[1]), parts[2]);
        Assert.Equal(whole.Risk, merged.Risk);
        Assert.Equal(whole, merged);
    }
}
