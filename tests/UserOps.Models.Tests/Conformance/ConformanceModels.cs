using UserOps.Models.Tests.Activity;
using UserOps.Models.Tests.Funnels;
using UserOps.Models.Tests.GrowthModels;
using UserOps.Models.Tests.Lifecycle;
using UserOps.Models.Tests.Numerics;
using UserOps.Models.Tests.Portraits;
using UserOps.Models.Tests.Profitability;
using UserOps.Models.Tests.Retention;
using UserOps.Models.Tests.Rfm;
using UserOps.Models.Tests.Segments;
using UserOps.Models.Tests.Stratification;
using UserOps.Models.Tests.Survival;
using UserOps.Models.Tests.Tags;
using UserOps.Models.Tests.Value;

namespace UserOps.Models.Tests.Conformance;

/// <summary>Which models run which cases: a room registers its runner here when its first model is there.</summary>
internal static class ConformanceModels
{
    private static readonly Dictionary<string, ConformanceRun.Answering> BySubject = new(StringComparer.Ordinal)
    {
        ["funnel"] = FunnelConformance.Answer,
        ["growthStages"] = GrowthCases.Answer,
        ["sessions"] = SessionCases.Answer,
        ["lifecycle"] = DecompositionCases.Answer,
        ["stickiness"] = StickinessCases.Answer,
        ["retention"] = RetentionCases.Answer,
        ["area tags, kind segment"] = SegmentCases.Answer,
        ["area tags, kind algebra"] = AlgebraCases.Answer,
        ["area tags, kind incremental"] = IncrementalCases.Answer,
        ["area tags, kind multiValueTag"] = TagCases.MultiValue,
        ["area tags, kind tagValidity"] = TagCases.Validity,
        ["area tags, kind score"] = TagCases.Score,
        ["area tgi, kind tgi"] = TargetGroupCases.Index,
        ["area tgi, kind tgiInterval"] = TargetGroupCases.IndexWithInterval,
        ["area tgi, kind tgiTable"] = TargetGroupCases.Table,
        ["area tags, kind binning"] = TagMiningCases.Bins,
        ["area tags, kind naiveBayes"] = TagMiningCases.Posteriors,
        ["area tags, kind validation"] = ValidationCases.Answer,
        ["area tags, kind explain"] = ExplainCases.Answer,
        ["area stratification, kind lifecycleShape"] = LifecycleCases.Shape,
        ["area stratification, kind userTier"] = LifecycleCases.Tiers,
        ["area stratification, kind pareto"] = StratificationCases.Pareto,
        ["area stratification, kind abc"] = StratificationCases.Abc,
        ["area stratification, kind lorenz"] = StratificationCases.Lorenz,
        ["area stratification, kind pyramid"] = StratificationCases.Pyramid,
        ["area value, kind pareto"] = StratificationCases.ValuePareto,
        ["area value, kind pyramid"] = StratificationCases.ValuePyramid,
        ["area profitability, kind whaleCurve"] = StratificationCases.Whale,
        ["area profitability, kind expectedLoss"] = ProfitabilityCases.ExpectedLossOf,
        ["area profitability, kind raroc"] = ProfitabilityCases.Raroc,
        ["area profitability, kind customerProfit"] = ProfitabilityCases.CustomerProfit,
        ["area profitability, kind activityCost"] = ProfitabilityCases.ActivityCost,
        ["area profitability, kind woe"] = ProfitabilityCases.Woe,
        ["area profitability, kind scorecard"] = ProfitabilityCases.ScorecardScale,
        ["area stratification, kind rfm8"] = RfmCases.Groups,
        ["area rfm, kind rfmTable"] = RfmCases.Table,
        ["area rfm, kind rfmScores"] = RfmCases.Scores,
        ["area rfm, kind rfmSegments"] = RfmCases.Segments,
        ["area survival, kind km"] = SurvivalCases.Table,
        ["area survival, kind kmBand"] = SurvivalCases.Band,
        ["area survival, kind kmQuantiles"] = SurvivalCases.Quantiles,
        ["area survival, kind nelsonAalen"] = SurvivalCases.Hazard,
        ["area survival, kind rmst"] = SurvivalCases.RestrictedMean,
        ["area survival, kind logRank"] = SurvivalCases.LogRank,
        ["area survival, kind logRankStratified"] = SurvivalCases.LogRank,
        ["area survival, kind cox"] = RegressionCases.Cox,
        ["area survival, kind coxPrediction"] = RegressionCases.CoxPrediction,
        ["area survival, kind scaledSchoenfeldResidualTest"] = RegressionCases.ProportionalHazards,
        ["area survival, kind parametricFit"] = RegressionCases.Parametric,
        ["area survival, kind aft"] = RegressionCases.Aft,
        ["area value, kind arpu"] = RevenueCases.PerUserWithCost,
        ["area value, kind ltv"] = RevenueCases.LifetimeValues,
        ["area value, kind sbgFit"] = ShiftedBetaGeometricCases.Fit,
        ["area value, kind sbgProjection"] = ShiftedBetaGeometricCases.Projection,
        ["area value, kind sbgLifetime"] = ShiftedBetaGeometricCases.Lifetime,
        ["area value, kind descriptive"] = MomentsCases.Answer,
        ["area profitability, kind arpu"] = RevenueCases.PerUser,
        ["area profitability, kind ltv"] = RevenueCases.ClosedForm,
        ["area profitability, kind singleUserValue"] = RevenueCases.SingleUser,
        ["area rfm, kind score"] = RfmScoringCases.Score,
        ["area rfm, kind composite"] = RfmScoringCases.Composite,
        ["area rfm, kind octants"] = asked => asked.DataFile is null ? RfmScoringCases.Octants(asked) : RfmCases.Octants(asked),
        ["area rfm, kind segmentRules"] = RfmScoringCases.SegmentRules,
        ["area value, kind transactionSummary"] = HistoryCases.Summary,
        ["area value, kind calibrationHoldout"] = HistoryCases.Holdout,
        ["area value, kind gammaGammaFit"] = SpendCases.Fit,
        ["area value, kind gammaGammaExpected"] = SpendCases.Expected,
        ["area value, kind clv"] = SpendCases.LifetimeValue,
        ["area value, kind bgnbdFit"] = BuyingCases.Fit,
        ["area value, kind mbgnbdFit"] = BuyingCases.ModifiedFit,
        ["area value, kind bgcnbdFit"] = BuyingCases.RegularFit,
        ["area value, kind nbdFit"] = BuyingCases.WithoutLeaving,
        ["area value, kind bgnbdIndividual"] = BuyingCases.Individual,
        ["area value, kind mbgnbdIndividual"] = BuyingCases.ModifiedIndividual,
        ["area value, kind bgcnbdIndividual"] = BuyingCases.RegularIndividual,
        ["area value, kind bgnbdExpectation"] = BuyingCases.Expectation,
        ["area value, kind bgnbdPmf"] = BuyingCases.Probabilities,
        ["area value, kind bgcnbdPmf"] = BuyingCases.RegularProbabilities,
        ["area value, kind cohortTotals"] = BuyingCases.Totals,
        ["area value, kind bgnbdFrequencyBins"] = BuyingCases.FrequencyBins,
        ["area value, kind paretoNbdFit"] = LeavingCases.Fit,
        ["area value, kind paretoNbdIndividual"] = LeavingCases.Individual,
        ["area value, kind paretoNbdExpectation"] = LeavingCases.Expectation,
        ["area value, kind paretoNbdPmf"] = LeavingCases.Probabilities,
        ["area value, kind paretoNbdDert"] = LeavingCases.Discounted,
        ["area value, kind bgbbFit"] = LeavingCases.FitOfOpportunities,
        ["area value, kind bgbbIndividual"] = LeavingCases.IndividualOfOpportunities,
        ["area value, kind bgbbPmf"] = LeavingCases.ProbabilitiesOfOpportunities,
    };

    /// <summary>Finds the runner of a case; null where no room knows its subject.</summary>
    public static ConformanceRun.Answering? Of(ConformanceCase asked) => BySubject.GetValueOrDefault(asked.Subject);
}
