using System.Globalization;
using System.Text.Json;
using UserOps.Models.Survival;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Survival;

/// <summary>Reads survival tables with covariates: the rows of a case, or a public data set.</summary>
internal static class RegressionData
{
    /// <summary>Reads a public data set.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="time">The column of the time.</param>
    /// <param name="event">The column of the event, 1 where the end was seen.</param>
    /// <param name="covariates">Columns, or <c>name = 2*column</c>, or <c>name = (column is value)</c>. Rows where one is missing are left out.</param>
    /// <param name="strata">The columns whose values together make a stratum, written one after the other; none for one.</param>
    public static SurvivalTable Read(string file, string time, string @event, IEnumerable<string> covariates, params string[] strata)
    {
        string[] lines = File.ReadAllLines(PublicDataFactAttribute.PathOf(file));
        string[] names = lines[0].Split(',');
        (string Name, Func<string[], string> Value)[] terms = [.. covariates.Select(term => Term(term, names))];
        IEnumerable<string[]> rows = lines.Skip(1).Select(line => line.Split(',')).Where(row => terms.All(term => term.Value(row) != ""));
        return SurvivalTable.FromRows(rows, map =>
        {
            map.Time(row => Number(row[Array.IndexOf(names, time)])).Event(row => row[Array.IndexOf(names, @event)] == "1");
            foreach ((string name, Func<string[], string> value) in terms)
            {
                map.Covariate(name, row => Number(value(row)));
            }

            if (strata.Length > 0)
            {
                map.Stratum(row => string.Concat(strata.Select(stratum => row[Array.IndexOf(names, stratum)])));
            }
        });
    }

    /// <summary>Reads the table a case speaks of.</summary>
    public static SurvivalTable Read(ConformanceCase asked)
    {
        string[] covariates = [.. asked.Input.Items("covariates").Select(name => name.GetString()!)];
        if (asked.Body.Member("data") is { } data)
        {
            data.OnlyKnown("data", "file", "columns", "filter");
            Assert.True(data.Text("filter") is null or "ph_ecog not missing", "a filter this runner does not know"); // what Read leaves out by itself
            JsonElement columns = data.GetProperty("columns");
            return Read(data.Text("file")!, columns.Text("time")!, columns.Text("event")!, covariates);
        }

        return CaseRows.Of(asked.Input);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static (string Name, Func<string[], string> Value) Term(string term, string[] names)
    {
        string[] parts = term.Split(" = ");
        if (parts.Length == 1)
        {
            int index = Array.IndexOf(names, term);
            return (term, row => row[index]);
        }

        if (parts[1].StartsWith("2*", StringComparison.Ordinal))
        {
            int index = Array.IndexOf(names, parts[1][2..]);
            return (parts[0], row => (2 * Number(row[index])).ToString(CultureInfo.InvariantCulture));
        }

        string[] test = parts[1].Trim('(', ')').Split(" is ");
        int tested = Array.IndexOf(names, test[0]);
        return (parts[0], row => row[tested] == test[1] ? "1" : "0");
    }
}
