using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>Cox's partial likelihood and what belongs to it, written as the definitions read: no sorting, no running sums, no centering.</summary>
internal static class TwinCox
{
    public static double LogLikelihood(SurvivalTable table, CoxTies ties, double[] coefficients) =>
        EventTimes(table).Sum(at => TermAt(table, ties, at.Stratum, at.Time, row => Score(table, row, coefficients)));

    /// <summary>The likelihood with terms covariate x g(time) added to the covariates: coefficients of both, one after the other.</summary>
    public static double LogLikelihoodOverTime(SurvivalTable table, CoxTies ties, double[] coefficients, Func<double, double> function)
    {
        int count = table.CovariateNames.Length;
        return EventTimes(table).Sum(at => TermAt(table, ties, at.Stratum, at.Time, row =>
            Enumerable.Range(0, count).Sum(k => table.Covariate(k)[row] * (coefficients[k] + coefficients[count + k] * function(at.Time)))));
    }

    public static double CumulativeHazard(SurvivalTable table, CoxTies ties, double[] coefficients, int stratum, double time) =>
        EventTimes(table).Where(at => at.Stratum == stratum && at.Time <= time).Sum(at =>
        {
            int[] ended = Ended(table, at.Stratum, at.Time);
            double risk = AtRisk(table, at.Stratum, at.Time).Sum(row => Risk(table, row, coefficients));
            double ending = ended.Sum(row => Risk(table, row, coefficients));
            double weight = ended.Sum(row => Weight(table, row));
            return ties == CoxTies.Efron
                ? Enumerable.Range(0, ended.Length).Sum(l => weight / ended.Length / (risk - l * ending / ended.Length))
                : weight / risk;
        });

    public static CoxConcordance Concordance(SurvivalTable table, double[] scores)
    {
        double concordant = 0, discordant = 0, tied = 0;
        for (int first = 0; first < table.Count; first++)
        {
            for (int second = 0; table.Events[first] && second < table.Count; second++)
            {
                bool isLater = table.Times[second] > table.Times[first] || (table.Times[second] == table.Times[first] && !table.Events[second]);
                bool isThere = table.Entries.IsEmpty || table.Entries[second] < table.Times[first];
                if (isLater && isThere && Stratum(table, first) == Stratum(table, second))
                {
                    double pairs = Weight(table, first) * Weight(table, second);
                    concordant += scores[first] > scores[second] ? pairs : 0;
                    discordant += scores[first] < scores[second] ? pairs : 0;
                    tied += scores[first] == scores[second] ? pairs : 0;
                }
            }
        }

        return new(concordant, discordant, tied);
    }

    public static IEnumerable<(int Stratum, double Time)> EventTimes(SurvivalTable table) =>
        Enumerable.Range(0, table.Count).Where(row => table.Events[row]).Select(row => (Stratum(table, row), table.Times[row])).Distinct().Order();

    private static double TermAt(SurvivalTable table, CoxTies ties, int stratum, double time, Func<int, double> score)
    {
        int[] ended = Ended(table, stratum, time);
        int[] atRisk = AtRisk(table, stratum, time);
        double own = ended.Sum(row => Weight(table, row) * score(row));
        double risk = atRisk.Sum(row => Weight(table, row) * Math.Exp(score(row)));
        double ending = ended.Sum(row => Weight(table, row) * Math.Exp(score(row)));
        double weight = ended.Sum(row => Weight(table, row));
        return ties switch
        {
            CoxTies.Breslow => own - weight * Math.Log(risk),
            CoxTies.Efron => own - Enumerable.Range(0, ended.Length).Sum(l => weight / ended.Length * Math.Log(risk - l * ending / ended.Length)),
            _ => own - Math.Log(Subsets(atRisk, ended.Length).Sum(set => Math.Exp(set.Sum(score)))),
        };
    }

    private static IEnumerable<int[]> Subsets(int[] rows, int size) => size == 0
        ? [[]]
        : rows.Length < size ? [] : Subsets(rows[1..], size - 1).Select(set => (int[])[rows[0], .. set]).Concat(Subsets(rows[1..], size));

    private static int[] Ended(SurvivalTable table, int stratum, double time) =>
        [.. AtRisk(table, stratum, time).Where(row => table.Events[row] && table.Times[row] == time)];

    private static int[] AtRisk(SurvivalTable table, int stratum, double time) =>
    [
        .. Enumerable.Range(0, table.Count).Where(row =>
            Stratum(table, row) == stratum && table.Times[row] >= time && (table.Entries.IsEmpty || table.Entries[row] < time)),
    ];

    private static double Score(SurvivalTable table, int row, double[] coefficients) => coefficients.Select((b, k) => b * table.Covariate(k)[row]).Sum();

    private static double Risk(SurvivalTable table, int row, double[] coefficients) => Weight(table, row) * Math.Exp(Score(table, row, coefficients));

    private static double Weight(SurvivalTable table, int row) => table.Weights.IsEmpty ? 1 : table.Weights[row];

    private static int Stratum(SurvivalTable table, int row) => table.Strata?.Codes[row] ?? 0;
}
