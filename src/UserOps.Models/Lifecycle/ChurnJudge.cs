namespace UserOps.Models.Lifecycle;

/// <summary>Judges what was measured of a user by the limits of a definition.</summary>
internal sealed class ChurnJudge(ChurnWarningDefinition definition)
{
    internal ChurnAssessment Judge(in ChurnFigures figures)
    {
        ChurnSign gap = GapOf(figures);
        Measure<decimal>? trend = TrendOf(figures);
        ChurnSign fall = trend is { } known ? FallOf(known) : default;
        (ChurnState state, ChurnSign deciding) = definition.WarnWhen == ChurnCombination.GapOnly ? (StateOf(gap), gap) : Combined(gap, fall);
        return new()
        {
            State = state,
            UnknownBecause = state == ChurnState.Unknown ? deciding.Because : null,
            Score = state == ChurnState.Unknown ? deciding.Undefined : deciding.Score,
            GapRatio = GapRatioOf(figures),
            GapPasses = gap.Passes,
            AmountTrend = trend,
            AmountsPass = fall.Passes,
        };
    }

    /// <summary>Gets the current gap over the usual one.</summary>
    private Measure<double> GapRatioOf(in ChurnFigures figures) => figures.LastEvent < 0 ? UndefinedReason.EmptyPopulation
        : figures.Gaps < definition.MinimumGaps ? UndefinedReason.TooFew
        : (double)figures.CurrentTicks / figures.UsualTicks;

    /// <summary>Gets the trend of the amounts; null where none are asked for.</summary>
    private Measure<decimal>? TrendOf(in ChurnFigures figures) => definition.Amounts is { } amounts
        ? ChurnKernels.Trend(figures.RecentUnits, amounts.RecentDays, figures.BaseUnits, amounts.BaseDays)
        : null;

    /// <summary>Gets the gap at which the sign passes, in ticks.</summary>
    internal decimal LimitTicks(in ChurnFigures figures) => definition.GapRatioLimit * figures.UsualTicks;

    // Both sides in decimals: a ratio that is exactly at the limit passes it.
    private ChurnSign GapOf(in ChurnFigures figures)
    {
        if (figures.LastEvent < 0)
        {
            return ChurnSign.Missing(ChurnUnknownReason.NoActivity, UndefinedReason.EmptyPopulation);
        }

        if (figures.Gaps < definition.MinimumGaps)
        {
            return ChurnSign.Missing(ChurnUnknownReason.TooFewGaps, UndefinedReason.TooFew);
        }

        decimal limit = LimitTicks(figures);
        return ChurnSign.Of((double)figures.CurrentTicks / (double)limit, figures.CurrentTicks >= limit);
    }

    private ChurnSign FallOf(Measure<decimal> trend) => trend switch
    {
        { Value: { } value } => ChurnSign.Of(value >= 0 ? 0 : (double)value / (double)definition.Amounts!.TrendLimit, value <= definition.Amounts!.TrendLimit),
        { Undefined: UndefinedReason.ZeroBase } => ChurnSign.Missing(ChurnUnknownReason.NoBaseAmount, UndefinedReason.ZeroBase),
        _ => ChurnSign.Missing(ChurnUnknownReason.NegativeBaseAmount, UndefinedReason.NoSolution),
    };

    private static ChurnState StateOf(ChurnSign sign)
        => sign.Passes switch { null => ChurnState.Unknown, true => ChurnState.Warned, false => ChurnState.NotWarned };

    // One sign decides alone where the other cannot change the answer - but who has no rhythm is never fine, whatever was paid.
    private (ChurnState State, ChurnSign Deciding) Combined(ChurnSign gap, ChurnSign fall)
    {
        bool needsBoth = definition.WarnWhen == ChurnCombination.Both;
        if (gap.Passes is not { } gapPasses)
        {
            return !needsBoth && fall.Passes == true ? (ChurnState.Warned, fall) : (ChurnState.Unknown, gap);
        }

        if (fall.Passes is null)
        {
            return gapPasses != needsBoth ? (StateOf(gap), gap) : (ChurnState.Unknown, fall);
        }

        ChurnSign deciding = gap.Score < fall.Score == needsBoth ? gap : fall;
        return (StateOf(deciding), deciding);
    }
}
