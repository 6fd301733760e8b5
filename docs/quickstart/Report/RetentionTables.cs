using System.Collections.Immutable;
using System.Globalization;
using UserOps.Models;
using UserOps.Models.Presentation;
using UserOps.Models.Retention;

namespace UserOps.Quickstart.Report;

/// <summary>The retention triangle: a row a cohort, a column a week after it.</summary>
internal static class RetentionTables
{
    /// <summary>The cell of a week that is not over; nothing is not 0.</summary>
    internal const string NotOver = "·";

    private const int CohortsShown = 8;

    /// <summary>Chooses the cohorts to look at first: the last ones with users and a week after theirs that is over; in shorter data, the last ones with users.</summary>
    internal static ImmutableArray<RetentionCohort> Shown(RetentionSummary summary)
    {
        var cohorts = summary.Cohorts.ToList();
        int last = cohorts.FindLastIndex(cohort => cohort.Size > 0 && cohort.Retained[1] is not null);
        last = last >= 0 ? last : cohorts.FindLastIndex(cohort => cohort.Size > 0);
        return [.. cohorts.Take(last + 1).TakeLast(CohortsShown)];
    }

    internal static TextTable Triangle(RetentionSummary summary, ImmutableArray<RetentionCohort> cohorts)
    {
        int columns = Math.Max(1, cohorts.Max(cohort => cohort.Retained.ToList().FindLastIndex(users => users is not null)));
        var table = new TextTableBuilder([TextColumn.Left("week of"), TextColumn.Right("new users"), .. Enumerable.Range(1, columns).Select(week => TextColumn.Right($"week {week}"))]);
        foreach (var cohort in cohorts)
        {
            table.AddRow([Day(cohort), CellText.Count(cohort.Size), .. Enumerable.Range(1, columns).Select(week => Share(cohort.RetentionRate(week)))]);
        }
        var mean = summary.MeanCurveOf(cohorts);
        return table.AddRow(["mean", "", .. mean.Skip(1).Take(columns).Select(week => week.Cohorts == 0 ? NotOver : CellText.Percent(week.Weighted.Value))]).Build();
    }

    /// <summary>Says what <see cref="Shown"/> leaves out; null for nothing.</summary>
    internal static string? LeftOut(RetentionSummary summary, ImmutableArray<RetentionCohort> cohorts)
    {
        int weeks = summary.Cohorts.Length - cohorts.Length;
        long users = summary.Cohorts.Sum(cohort => cohort.Size) - cohorts.Sum(cohort => cohort.Size);
        return weeks == 0 ? null : $"Not shown: {Cells.Count(weeks, "week")} with {Cells.Count(users, "new user")}; all are in --json.";
    }

    private static string Day(RetentionCohort cohort) => cohort.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Share(Measure<Ratio> rate) => rate.Value is { } share ? CellText.Percent(share.Value) : NotOver;
}
