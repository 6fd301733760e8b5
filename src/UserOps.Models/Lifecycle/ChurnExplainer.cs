namespace UserOps.Models.Lifecycle;

/// <summary>Says why a user is where a churn warning puts them, by measuring the one user again.</summary>
internal static class ChurnExplainer
{
    internal static ChurnRisk Explain(ChurnPlan plan, int user, ChurnScratch scratch)
    {
        ChurnFigures figures = plan.Measure(user, scratch);
        ChurnAssessment assessment = plan.Judge.Judge(figures);
        return new()
        {
            User = plan.Data.Directory[user],
            State = assessment.State,
            UnknownBecause = assessment.UnknownBecause,
            Score = assessment.Score,
            Gap = GapOf(plan, figures, assessment),
            Amounts = plan.Definition.Amounts is { } amounts ? AmountsOf(plan, amounts, figures, assessment) : null,
        };
    }

    private static ChurnGapEvidence GapOf(ChurnPlan plan, in ChurnFigures figures, in ChurnAssessment assessment)
    {
        bool isActive = figures.LastEvent >= 0;
        var told = new ChurnGapEvidence
        {
            LastActivity = isActive ? plan.Clock.Calendar.InstantOf(figures.LastTicks) : null,
            LastEvent = isActive ? figures.LastEvent : null,
            Gaps = figures.Gaps,
            CurrentGap = isActive ? new TimeSpan(figures.CurrentTicks) : null,
            Ratio = assessment.GapRatio,
            Limit = plan.Definition.GapRatioLimit,
            Passes = assessment.GapPasses,
        };
        if (assessment.GapPasses is null)
        {
            return told;
        }

        decimal limit = plan.Judge.LimitTicks(figures);
        decimal beyond = decimal.Floor(figures.CurrentTicks - limit);
        return told with
        {
            UsualGap = new TimeSpan(figures.UsualTicks),
            BeyondLimit = beyond >= long.MinValue ? new TimeSpan((long)beyond) : null,
            PassesFrom = plan.Clock.InstantOfGap(figures.LastTicks, limit),
        };
    }

    private static ChurnAmountEvidence AmountsOf(ChurnPlan plan, ChurnAmounts amounts, in ChurnFigures figures, in ChurnAssessment assessment) => new()
    {
        Recent = DecimalUnits.ToDecimal(figures.RecentUnits, plan.Scale),
        Base = DecimalUnits.ToDecimal(figures.BaseUnits, plan.Scale),
        EventsWithoutAmount = figures.WithoutAmount,
        Trend = assessment.AmountTrend!.Value,
        Limit = amounts.TrendLimit,
        Passes = assessment.AmountsPass,
        BeyondLimit = amounts.TrendLimit - assessment.AmountTrend.Value.Value,
    };
}
