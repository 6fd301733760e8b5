using UserOps.Models.Lifecycle;
using UserOps.Models.Tests.Samples;
using UserOps.Samples;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>The warning on the sample bank, whose users leave and return by a simulation that knows nothing of it.</summary>
public class ChurnSampleBankTests
{
    private static readonly SampleBank Bank = SampleBank.Create(new() { Users = 2_000 });
    private static readonly UserOpsDataset Data = SampleBankData.Of(Bank);
    private static readonly ChurnWarningModel Model = new(ChurnLogs.Definition);

    [Fact]
    public void Evaluate_SampleBank_IsWhatADirectCountGives()
    {
        EvaluationContext context = SampleBankData.AtTheEnd(Bank);
        ChurnWarningSummary summary = Model.Evaluate(Data, context).Summary;
        ChurnTwin[] twins =
        [
            .. Bank.Events.DistinctBy(row => row.Id).GroupBy(row => row.UserId).Select(user => ChurnTwin.Of(
                user.Select(row => new ChurnRow(row.UserId, row.Name, row.At, row.Amount)), Model.Definition, context)),
        ];
        Assert.Empty(summary.UnknownEvents);
        Assert.Equal(twins.LongCount(twin => twin.State == ChurnState.Warned), summary.Warned);
        Assert.Equal(twins.LongCount(twin => twin.State == ChurnState.NotWarned), summary.NotWarned);
        Assert.Equal(twins.LongCount(twin => twin.Because == ChurnUnknownReason.TooFewGaps), summary.TooFewGaps);
        Assert.Equal(twins.LongCount(twin => twin.Because == ChurnUnknownReason.NoBaseAmount), summary.NoBaseAmount);
        Assert.InRange(summary.WarnedShare.Value!.Value, 0.05, 0.60);
    }

    [Fact]
    public void Backtest_SampleBank_FindsMoreThanChance()
    {
        var gapOnly = new ChurnWarningModel(ChurnLogs.Definition with { WarnWhen = ChurnCombination.GapOnly, GapRatioLimit = 3 });
        ChurnBacktest told = gapOnly.Backtest(Data, SampleBankData.AtTheEnd(Bank), horizonDays: 30, activeWithinDays: 30);
        Assert.True(told.WarnedGone + told.WarnedStayed > 50, $"{told}");
        Assert.True(told.Lift.Value > 1.2, $"{told.Lift}");
        Assert.True(told.Precision.Wilson()!.Value.Low > told.BaseRate.Value, $"{told.Precision} of {told.BaseRate}");
    }
}
