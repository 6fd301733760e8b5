using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>Small tables with everything in them that a regression has to mind: ties, late entries, weights, strata, an offset.</summary>
internal static class RandomSurvivalTables
{
    /// <summary>Draws a table.</summary>
    /// <param name="seed">Equal seeds give equal tables.</param>
    /// <param name="rows">How many.</param>
    /// <param name="covariates">How many; the first has two values, the others are normal, one far from 0.</param>
    /// <param name="hasEntries">Whether rows enter late.</param>
    /// <param name="hasWeights">Whether rows have weights: 1, 2 or 3.</param>
    /// <param name="strata">How many; times are rounded, so that there are ties.</param>
    public static SurvivalTable Draw(long seed, int rows = 40, int covariates = 2, bool hasEntries = false, bool hasWeights = false, int strata = 1)
    {
        var chance = new Xoshiro256(seed);
        double[] entries = [.. Enumerable.Range(0, rows).Select(_ => hasEntries ? Math.Floor(chance.NextDouble() * 4) : 0)];
        double[] times = [.. entries.Select(entry => entry + 1 + Math.Floor(chance.NextDouble() * 8))];
        return new(new()
        {
            Times = [.. times],
            Events = [.. times.Select(_ => chance.NextDouble() < 0.6)],
            Entries = hasEntries ? [.. entries] : default,
            Weights = hasWeights ? [.. times.Select(_ => 1.0 + chance.NextInt32(3))] : default,
            Strata = strata > 1 ? SurvivalLabels.Of([.. times.Select(_ => $"s{chance.NextInt32(strata)}")]) : null,
            Covariates =
            [
                .. Enumerable.Range(0, covariates).Select(k => new SurvivalCovariate(
                    $"x{k}", [.. times.Select(_ => k == 0 ? (chance.NextDouble() < 0.4 ? 1.0 : 0) : chance.NextNormal() + 5 * k)])),
            ],
        });
    }

    /// <summary>Writes a row as often as its weight says.</summary>
    public static SurvivalTable Unfolded(SurvivalTable table)
    {
        int[] rows = [.. Enumerable.Range(0, table.Count).SelectMany(row => Enumerable.Repeat(row, (int)table.Weights[row]))];
        return Rows(table, rows);
    }

    /// <summary>Takes rows in another order; weights are left out.</summary>
    public static SurvivalTable Rows(SurvivalTable table, int[] rows) => new(new()
    {
        Times = [.. rows.Select(row => table.Times[row])],
        Events = [.. rows.Select(row => table.Events[row])],
        Entries = table.Entries.IsEmpty ? default : [.. rows.Select(row => table.Entries[row])],
        Strata = table.Strata is { } strata ? SurvivalLabels.Of([.. rows.Select(row => strata.Labels[strata.Codes[row]])]) : null,
        Covariates = [.. table.CovariateNames.Select((name, k) => new SurvivalCovariate(name, [.. rows.Select(row => table.Covariate(k)[row])]))],
    });

    /// <summary>Changes every covariate.</summary>
    public static SurvivalTable Changed(SurvivalTable table, Func<int, double, double> change) => new(new()
    {
        Times = [.. table.Times],
        Events = [.. table.Events],
        Entries = table.Entries.IsEmpty ? default : [.. table.Entries],
        Weights = table.Weights.IsEmpty ? default : [.. table.Weights],
        Strata = table.Strata,
        Covariates = [.. table.CovariateNames.Select((name, k) => new SurvivalCovariate(name, [.. table.Covariate(k).ToArray().Select(value => change(k, value))]))],
    });

    /// <summary>Takes columns.</summary>
    public static SurvivalTable Of(double[] times, int[] events, params (string Name, double[] Values)[] covariates) => new(new()
    {
        Times = [.. times],
        Events = [.. events.Select(flag => flag == 1)],
        Covariates = [.. covariates.Select(covariate => new SurvivalCovariate(covariate.Name, [.. covariate.Values]))],
    });
}
