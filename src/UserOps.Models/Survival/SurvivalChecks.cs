using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Survival;

/// <summary>Checks the columns of survival data: every rule of every column, so that one run shows all faults.</summary>
internal static class SurvivalChecks
{
    internal static ImmutableArray<SurvivalDataIssue> Check(SurvivalColumns columns)
    {
        var found = ImmutableArray.CreateBuilder<SurvivalDataIssue>();
        int rows = columns.Times.IsDefault ? 0 : columns.Times.Length;
        if (rows == 0)
        {
            found.Add(OfColumn("noRows", "time", "There are no rows."));
        }

        CheckLengths(columns, rows, found);
        CheckNames(columns, found);
        if (found.Count == 0)
        {
            CheckTimes(columns, found);
            CheckEntries(columns, found);
            CheckWeights(columns, found);
            CheckPresent("group", columns.Groups, found);
            CheckPresent("stratum", columns.Strata, found);
            CheckCauses(columns, found);
            foreach (SurvivalCovariate covariate in OrNone(columns.Covariates))
            {
                ReadOnlySpan<double> values = covariate.Values.AsSpan();
                AddFirst(found, $"covariate {covariate.Name}", values, "missing", double.IsNaN, static _ => "The value is missing.");
                AddFirst(found, $"covariate {covariate.Name}", values, "notFinite", double.IsInfinity, static value => $"The value is {Text(value)}; it must be finite.");
            }
        }

        return found.ToImmutable();
    }

    internal static ImmutableArray<SurvivalCovariate> OrNone(ImmutableArray<SurvivalCovariate> covariates) => covariates.IsDefault ? [] : covariates;

    private static void CheckLengths(SurvivalColumns columns, int rows, ImmutableArray<SurvivalDataIssue>.Builder found)
    {
        Require("event", columns.Events.IsDefault ? 0 : columns.Events.Length);
        Require("entry", columns.Entries.IsDefault ? rows : columns.Entries.Length);
        Require("weight", columns.Weights.IsDefault ? rows : columns.Weights.Length);
        Require("group", columns.Groups?.Count ?? rows);
        Require("stratum", columns.Strata?.Count ?? rows);
        Require("cause", columns.Causes?.Count ?? rows);
        foreach (SurvivalCovariate covariate in OrNone(columns.Covariates))
        {
            if (covariate is not null)
            {
                Require($"covariate {covariate.Name}", covariate.Values.IsDefault ? 0 : covariate.Values.Length);
            }
        }

        void Require(string column, int length)
        {
            if (length != rows)
            {
                found.Add(OfColumn("lengthDiffers", column, $"There are {length} values for {rows} times."));
            }
        }
    }

    private static void CheckNames(SurvivalColumns columns, ImmutableArray<SurvivalDataIssue>.Builder found)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (SurvivalCovariate covariate in OrNone(columns.Covariates))
        {
            if (string.IsNullOrEmpty(covariate?.Name))
            {
                found.Add(OfColumn("nameMissing", "covariate", "A covariate has no name."));
            }
            else if (!seen.Add(covariate.Name))
            {
                found.Add(OfColumn("duplicateName", $"covariate {covariate.Name}", "Two covariates have this name."));
            }
        }
    }

    private static void CheckTimes(SurvivalColumns columns, ImmutableArray<SurvivalDataIssue>.Builder found)
    {
        ReadOnlySpan<double> times = columns.Times.AsSpan();
        bool areGood = true;
        foreach (double time in times)
        {
            areGood &= time is >= 0 and < double.PositiveInfinity;
        }

        if (areGood)
        {
            return; // one pass over a million rows instead of three
        }

        AddFirst(found, "time", times, "missing", double.IsNaN, static _ => "The time is missing.");
        AddFirst(found, "time", times, "notFinite", double.IsPositiveInfinity, static time => $"The time is {Text(time)}; it must be finite.");
        AddFirst(found, "time", times, "negativeValue", static time => time < 0, static time => $"The time is {Text(time)}; it must be zero or more.");
    }

    private static void CheckEntries(SurvivalColumns columns, ImmutableArray<SurvivalDataIssue>.Builder found)
    {
        if (columns.Entries.IsDefault)
        {
            return;
        }

        ReadOnlySpan<double> entries = columns.Entries.AsSpan();
        AddFirst(found, "entry", entries, "missing", double.IsNaN, static _ => "The entry is missing.");
        AddFirst(found, "entry", entries, "notFinite", double.IsInfinity, static entry => $"The entry is {Text(entry)}; it must be finite.");
        int first = -1;
        int count = 0;
        for (int row = 0; row < entries.Length; row++)
        {
            if (double.IsFinite(entries[row]) && entries[row] >= columns.Times[row])
            {
                first = count++ == 0 ? row : first;
            }
        }

        if (count > 0)
        {
            found.Add(new("entryNotBeforeTime", "entry", first, count, $"The entry {Text(entries[first])} is not before the time {Text(columns.Times[first])}."));
        }
    }

    private static void CheckWeights(SurvivalColumns columns, ImmutableArray<SurvivalDataIssue>.Builder found)
    {
        if (columns.Weights.IsDefault)
        {
            return;
        }

        ReadOnlySpan<double> weights = columns.Weights.AsSpan();
        AddFirst(found, "weight", weights, "missing", double.IsNaN, static _ => "The weight is missing.");
        AddFirst(found, "weight", weights, "notPositive", static weight => weight <= 0, static weight => $"The weight is {Text(weight)}; it must be more than zero.");
        AddFirst(
            found,
            "weight",
            weights,
            "outOfRange",
            static weight => weight is (> 0 and < SurvivalDefaults.SmallestWeight) or > SurvivalDefaults.LargestWeight,
            static weight => $"The weight is {Text(weight)}; it must be 1E-100 to 1E+100.");
    }

    private static void CheckPresent(string column, SurvivalLabels? labels, ImmutableArray<SurvivalDataIssue>.Builder found)
    {
        if (labels is null)
        {
            return;
        }

        int count = labels.Codes.Count(-1);
        if (count > 0)
        {
            found.Add(new("missing", column, labels.Codes.IndexOf(-1), count, $"The {column} is missing."));
        }
    }

    private static void CheckCauses(SurvivalColumns columns, ImmutableArray<SurvivalDataIssue>.Builder found)
    {
        if (columns.Causes is not { } causes)
        {
            return;
        }

        (int First, int Count) without = (-1, 0);
        (int First, int Count) beyond = (-1, 0);
        for (int row = 0; row < causes.Count; row++)
        {
            bool isNamed = causes.Codes[row] >= 0;
            if (columns.Events[row] && !isNamed)
            {
                without = (without.Count == 0 ? row : without.First, without.Count + 1);
            }
            else if (!columns.Events[row] && isNamed)
            {
                beyond = (beyond.Count == 0 ? row : beyond.First, beyond.Count + 1);
            }
        }

        if (without.Count > 0)
        {
            found.Add(new("missing", "cause", without.First, without.Count, "The row ended, but its cause is missing."));
        }

        if (beyond.Count > 0)
        {
            found.Add(new("causeOfCensored", "cause", beyond.First, beyond.Count, $"The row is censored, but has the cause '{causes.Labels[causes.Codes[beyond.First]]}'."));
        }
    }

    private static void AddFirst(
        ImmutableArray<SurvivalDataIssue>.Builder found, string column, ReadOnlySpan<double> values, string code, Predicate<double> isFault, Func<double, string> message)
    {
        int first = -1;
        int count = 0;
        for (int row = 0; row < values.Length; row++)
        {
            if (isFault(values[row]))
            {
                first = count++ == 0 ? row : first;
            }
        }

        if (count > 0)
        {
            found.Add(new(code, column, first, count, message(values[first])));
        }
    }

    private static SurvivalDataIssue OfColumn(string code, string column, string message) => new(code, column, -1, 0, message);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
