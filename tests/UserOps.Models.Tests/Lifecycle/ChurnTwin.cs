using UserOps.Models.Lifecycle;

namespace UserOps.Models.Tests.Lifecycle;

/// <summary>The warning for one user, written a second time from the page: lists, the framework's own clock, one sentence a line.</summary>
internal sealed record ChurnTwin(
    ChurnState State, ChurnUnknownReason? Because, double? Score, double? GapRatio, decimal? Trend, decimal? Recent, decimal? Base, DateTimeOffset? Last)
{
    /// <param name="rows">All rows of the user, in any order.</param>
    internal static ChurnTwin Of(IEnumerable<ChurnRow> rows, ChurnWarningDefinition definition, EvaluationContext context, Func<ChurnRow, bool>? isActivity = null)
    {
        isActivity ??= row => definition.Activity.Names.Contains(row.Name) && (definition.Activity.Where is null || row.Amount is null);
        ChurnRow[] seen = [.. rows.Where(row => row.At <= context.AsOf)];
        DateTimeOffset[] active = [.. seen.Where(isActivity).Select(row => row.At).Order()];
        (double? ratio, bool? gapPasses, double gapScore) = Gap(active, definition, context);
        (decimal? trend, decimal? recent, decimal? before, ChurnUnknownReason? noTrend) = Amounts(seen, definition.Amounts, context);
        bool? falls = trend is { } known ? known <= definition.Amounts!.TrendLimit : null;
        double fallScore = trend is < 0 ? Logistic((double)trend.Value / (double)definition.Amounts!.TrendLimit) : 0;
        ChurnUnknownReason? noGap = active.Length == 0 ? ChurnUnknownReason.NoActivity : ratio is null ? ChurnUnknownReason.TooFewGaps : null;

        (ChurnState state, double? score) = (definition.WarnWhen, gapPasses, falls) switch
        {
            (ChurnCombination.GapOnly, null, _) => (ChurnState.Unknown, null),
            (ChurnCombination.GapOnly, true, _) => (ChurnState.Warned, gapScore),
            (ChurnCombination.GapOnly, false, _) => (ChurnState.NotWarned, gapScore),
            (ChurnCombination.Both, null, _) => (ChurnState.Unknown, null),
            (ChurnCombination.Both, true, null) => (ChurnState.Unknown, null),
            (ChurnCombination.Both, false, null) => (ChurnState.NotWarned, gapScore),
            (ChurnCombination.Both, true, true) => (ChurnState.Warned, Math.Min(gapScore, fallScore)),
            (ChurnCombination.Both, _, _) => (ChurnState.NotWarned, Math.Min(gapScore, fallScore)),
            (_, null, true) => (ChurnState.Warned, fallScore),
            (_, true, null) => (ChurnState.Warned, gapScore),
            (_, null, _) or (_, false, null) => (ChurnState.Unknown, (double?)null),
            (_, false, false) => (ChurnState.NotWarned, Math.Max(gapScore, fallScore)),
            _ => (ChurnState.Warned, Math.Max(gapScore, fallScore)),
        };
        return new(state, state == ChurnState.Unknown ? noGap ?? noTrend : null, score, ratio, trend, recent, before, active.Length == 0 ? null : active[^1]);
    }

    private static (double? Ratio, bool? Passes, double Score) Gap(DateTimeOffset[] active, ChurnWarningDefinition definition, EvaluationContext context)
    {
        if (active.Length == 0)
        {
            return default;
        }

        bool days = definition.GapUnit == ChurnGapUnit.LocalDays;
        long Mark(DateTimeOffset at) => days ? TimeZoneInfo.ConvertTime(at, context.Zone).Date.Ticks : at.UtcTicks;
        long[] marks = [.. active.Select(Mark).Distinct()];
        long[] rhythm = [.. marks.Where(mark => definition.RhythmDays is not { } reach || mark >= marks[^1] - reach * TimeSpan.TicksPerDay)];
        long[] gaps = [.. rhythm.Zip(rhythm.Skip(1), (a, b) => b - a).Order()];
        if (gaps.Length < definition.MinimumGaps)
        {
            return default;
        }

        decimal middle = (gaps[(gaps.Length - 1) / 2] + (decimal)gaps[gaps.Length / 2]) / 2;
        decimal usual = Math.Round(middle, MidpointRounding.ToEven);
        decimal current = Mark(context.AsOf) - marks[^1];
        return ((double)current / (double)usual, current >= definition.GapRatioLimit * usual, Logistic((double)(current / usual / definition.GapRatioLimit)));
    }

    private static (decimal? Trend, decimal? Recent, decimal? Base, ChurnUnknownReason? Because) Amounts(ChurnRow[] seen, ChurnAmounts? asked, EvaluationContext context)
    {
        if (asked is null)
        {
            return default;
        }

        DateTimeOffset recentFrom = context.AsOf.AddDays(-asked.RecentDays);
        DateTimeOffset baseFrom = recentFrom.AddDays(-asked.BaseDays);
        decimal Sum(DateTimeOffset after, DateTimeOffset to) => seen.Where(row => row.Name == "pay" && row.At > after && row.At <= to).Sum(row => row.Amount ?? 0);
        decimal recent = Sum(recentFrom, context.AsOf);
        decimal before = Sum(baseFrom, recentFrom);
        decimal expected = before * asked.RecentDays;
        return before > 0 ? ((recent * asked.BaseDays - expected) / expected, recent, before, null)
            : (null, recent, before, before == 0 ? ChurnUnknownReason.NoBaseAmount : ChurnUnknownReason.NegativeBaseAmount);
    }

    private static double Logistic(double partOfLimit) => 1 - 1 / (1 + partOfLimit);
}
