namespace UserOps.Models.Tests.Survival;

/// <summary>The contract read word by word: every number asks all rows again.</summary>
internal static class NaiveSurvival
{
    public static double[] EventTimes(IEnumerable<NaiveRow> rows) => [.. rows.Where(row => row.Ended).Select(row => row.Time).Distinct().Order()];

    public static double AtRisk(IEnumerable<NaiveRow> rows, double time) => rows.Where(row => row.IsAtRisk(time)).Sum(row => row.Weight);

    public static double Ends(IEnumerable<NaiveRow> rows, double time) => rows.Where(row => row.Ended && row.Time == time).Sum(row => row.Weight);

    public static bool AllEnd(IEnumerable<NaiveRow> rows, double time) => rows.All(row => !row.IsAtRisk(time) || (row.Ended && row.Time == time));

    public static double Survival(IReadOnlyList<NaiveRow> rows, double until)
    {
        double survival = 1;
        foreach (double time in EventTimes(rows).Where(time => time <= until))
        {
            survival *= AllEnd(rows, time) ? 0 : 1 - Ends(rows, time) / AtRisk(rows, time);
        }

        return survival;
    }

    public static double? StandardError(IReadOnlyList<NaiveRow> rows, double until)
    {
        double survival = Survival(rows, until);
        double sum = EventTimes(rows).Where(time => time <= until).Sum(time =>
        {
            double n = AtRisk(rows, time);
            double d = Ends(rows, time);
            return d / (n * (n - d));
        });
        return survival == 0 ? null : survival * Math.Sqrt(sum);
    }

    public static (double Hazard, double Variance) Hazard(IReadOnlyList<NaiveRow> rows, double until)
    {
        double[] times = [.. EventTimes(rows).Where(time => time <= until)];
        return (times.Sum(time => Ends(rows, time) / AtRisk(rows, time)), times.Sum(time => Ends(rows, time) / Math.Pow(AtRisk(rows, time), 2)));
    }

    public static double Area(IReadOnlyList<NaiveRow> rows, double from, double to)
    {
        double[] stops = [from, .. EventTimes(rows).Where(time => time > from && time < to), to];
        return stops.Zip(stops.Skip(1)).Sum(piece => Survival(rows, piece.First) * (piece.Second - piece.First));
    }

    public static (double Mean, double Error) RestrictedMean(IReadOnlyList<NaiveRow> rows, double horizon)
    {
        double variance = EventTimes(rows).Where(time => time < horizon && !AllEnd(rows, time)).Sum(time =>
        {
            double n = AtRisk(rows, time);
            double d = Ends(rows, time);
            return Math.Pow(Area(rows, time, horizon), 2) * d / (n * (n - d));
        });

        // The curve is 1 just after 0 unless somebody ends at 0, and that is what Survival(rows, 0) says.
        return (horizon == 0 ? 0 : Area(rows, 0, horizon), Math.Sqrt(variance));
    }

    public static double Incidence(IReadOnlyList<NaiveRow> rows, string cause, double until)
        => EventTimes(rows).Where(time => time <= until)
            .Sum(time => Before(rows, time) * Ends([.. rows.Where(row => row.Cause == cause)], time) / AtRisk(rows, time));

    public static double IncidenceVariance(IReadOnlyList<NaiveRow> rows, string cause, double until)
    {
        double now = Incidence(rows, cause, until);
        return EventTimes(rows).Where(time => time <= until).Sum(time =>
        {
            double n = AtRisk(rows, time);
            double d = Ends(rows, time);
            double c = Ends([.. rows.Where(row => row.Cause == cause)], time);
            double s = Before(rows, time);
            double rest = now - Incidence(rows, cause, time);
            double first = AllEnd(rows, time) ? 0 : rest * rest * d / (n * (n - d));
            return first + s * s * (n - c) * c / (n * n * n) - 2 * rest * s * c / (n * n);
        });
    }

    public static (double[] Observed, double[] Expected, double[,] Covariance) LogRank(IReadOnlyList<NaiveRow> rows, string[] groups, double rho)
    {
        var observed = new double[groups.Length];
        var expected = new double[groups.Length];
        var covariance = new double[groups.Length, groups.Length];
        foreach (NaiveRow[] stratum in rows.GroupBy(row => row.Stratum).Select(part => part.ToArray()))
        {
            foreach (double time in EventTimes(stratum))
            {
                double w = Math.Pow(Before(stratum, time), rho);
                double n = AtRisk(stratum, time);
                double d = Ends(stratum, time);
                double[] at = [.. groups.Select(group => AtRisk(stratum.Where(row => row.Group == group), time))];
                for (int g = 0; g < groups.Length; g++)
                {
                    observed[g] += w * Ends(stratum.Where(row => row.Group == groups[g]), time);
                    expected[g] += w * d * at[g] / n;
                    for (int h = 0; h < groups.Length && n > 1 && !AllEnd(stratum, time); h++)
                    {
                        covariance[g, h] += w * w * d * (n - d) / (n - 1) * ((g == h ? at[g] / n : 0) - at[g] * at[h] / n / n);
                    }
                }
            }
        }

        return (observed, expected, covariance);
    }

    private static double Before(IReadOnlyList<NaiveRow> rows, double time)
        => EventTimes(rows).Where(earlier => earlier < time).Select(earlier => (double?)earlier).LastOrDefault() is { } last ? Survival(rows, last) : 1;
}
