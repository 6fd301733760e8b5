using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Survival;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Survival;

/// <summary>Reads the rows a survival case gives, and the refusal of those that cannot be.</summary>
internal static class CaseRows
{
    /// <summary>Reads the table of rows: time, event, entry and weight by their names, the others by what the input says of them.</summary>
    /// <param name="input">Has rows; names the columns of group, strata and covariates where there are some.</param>
    public static SurvivalTable Of(JsonElement input)
    {
        JsonElement rows = input.GetProperty("rows");
        string? group = input.Text("group");
        string? stratum = input.Text("strata");
        string[] others = [.. rows.EnumerateObject().Select(column => column.Name).Except(["time", "event", "entry", "weight", group, stratum])!];
        string[] covariates = input.Member("covariates") is null ? others : [.. input.Items("covariates").Select(name => name.GetString()!)];
        rows.OnlyKnown("rows", ["time", "event", "entry", "weight", .. new[] { group, stratum }.OfType<string>(), .. covariates]);
        if (rows.Items("event").Any(ended => ended.ValueKind == JsonValueKind.Null))
        {
            return WithMissingEvents(rows);
        }

        return new(new()
        {
            Times = Numbers(rows, "time"),
            Events = [.. rows.Items("event").Select(ended => ended.GetInt32() == 1)],
            Entries = rows.Member("entry") is null ? default : Numbers(rows, "entry"),
            Weights = rows.Member("weight") is null ? default : Numbers(rows, "weight"),
            Groups = Labels(rows, group),
            Strata = Labels(rows, stratum),
            Covariates = [.. covariates.Select(name => new SurvivalCovariate(name, Numbers(rows, name)))],
        });
    }

    /// <summary>Gives an answer, or the refusal in its place.</summary>
    public static JsonObject Answered(Func<JsonObject> answer)
    {
        try
        {
            return answer();
        }
        catch (InvalidSurvivalDataException refused)
        {
            return new JsonObject
            {
                ["refused"] = new JsonArray([.. refused.Issues.Select(issue => (JsonNode)issue.Code)]),
                ["rule"] = refused.Issues[0].Code,
                ["argument"] = refused.Issues[0].Column,
            };
        }
        catch (ArgumentException refused)
        {
            return new JsonObject { ["refused"] = new JsonArray("invalid-argument"), ["argument"] = refused.ParamName };
        }
    }

    // A column of flags has no room for a missing one; a map of rows has.
    private static SurvivalTable WithMissingEvents(JsonElement rows) => SurvivalTable.FromRows(
        rows.Items("time").Zip(rows.Items("event"), (time, ended) => (Time: time.GetDouble(), Ended: ended)),
        map => map.Time(row => row.Time).Event(row => row.Ended.ValueKind == JsonValueKind.Null ? null : row.Ended.GetInt32() == 1));

    private static ImmutableArray<double> Numbers(JsonElement rows, string name)
        => [.. rows.Items(name).Select(value => value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble())];

    private static SurvivalLabels? Labels(JsonElement rows, string? name)
    {
        if (name is null)
        {
            return null;
        }

        JsonElement[] labels = [.. rows.Items(name)];
        return labels.Any(label => label.ValueKind == JsonValueKind.Number)
            ? SurvivalLabels.Of([.. Numbers(rows, name)])
            : SurvivalLabels.Of([.. labels.Select(label => label.ValueKind == JsonValueKind.Null ? null : label.GetString())]);
    }
}
