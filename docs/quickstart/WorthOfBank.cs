using UserOps.Models;
using UserOps.Models.Profitability;
using UserOps.Models.Stratification;
using UserOps.Models.Value;
using UserOps.Quickstart.Inputs;

namespace UserOps.Quickstart;

/// <summary>What the sample bank's users hold, what it earns with them, and what it paid to win them.</summary>
internal sealed record WorthOfBank(PyramidResult Pyramid, ChannelEconomicsSummary Channels, CustomerProfitResult Profit, WhaleCurveSummary Whale)
{
    internal static WorthOfBank Of(Loaded loaded, EvaluationContext context, Screen screen)
    {
        var pyramid = new PyramidModel(StratificationPresets.AssetTiers).Evaluate(UserAmounts.FromColumn(loaded.Data, SampleFields.Assets));
        var tiers = pyramid.Definition.Tiers.Select(tier => KeyValuePair.Create(tier.Id, pyramid.Users.In(tier.Id)));
        var channels = screen.Track("channels", progress => new ChannelEconomicsModel(WorthQuestions.Channels(loaded, context)).Evaluate(loaded.Data, context, new RunOptions { Progress = progress }));
        var profit = screen.Track("profit", progress => new CustomerProfitModel(WorthQuestions.Profit(loaded, context)).Evaluate(loaded.Data, tiers, context, new RunOptions { Progress = progress }));
        return new WorthOfBank(pyramid, channels.Summary, profit, new WhaleCurveModel().Evaluate(profit.Users.EconomicProfit).Summary);
    }
}
