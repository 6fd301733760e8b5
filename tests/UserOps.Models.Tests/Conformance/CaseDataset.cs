using System.Text.Json;

namespace UserOps.Models.Tests.Conformance;

/// <summary>Builds the dataset of a case through the typed door, as a caller would.</summary>
internal static class CaseDataset
{
    /// <summary>Reads the events of a case in order of arrival; every property is a category column.</summary>
    /// <param name="asked">The case.</param>
    /// <param name="used">Properties the definition uses: columns also where no event carries them.</param>
    public static UserOpsDataset Read(ConformanceCase asked, params IEnumerable<string> used)
    {
        CaseRow[] rows = [.. asked.Events.EnumerateArray().Select(CaseRow.Read)];
        string[] properties = [.. rows.SelectMany(row => row.Properties.Keys).Concat(used).Distinct().Order(StringComparer.Ordinal)];
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, map =>
        {
            map.User(row => row.User).At(row => row.Time).Name(row => row.Event);
            foreach (string property in properties)
            {
                map.With(Field.Category(property), row => row.Properties.GetValueOrDefault(property));
            }
        });
        Assert.Equal(rows.Length, data.Ingest.Accepted);
        return data;
    }

    /// <summary>Lists every property a definition may name, wherever it stands: the values of these members, and the keys of <c>where</c>.</summary>
    public static IEnumerable<string> PropertiesIn(JsonElement definition) => definition.ValueKind switch
    {
        JsonValueKind.Object => definition.EnumerateObject().SelectMany(member => member.Name switch
        {
            "where" => member.Value.EnumerateObject().Select(test => test.Name),
            "unit" or "property" => member.Value.GetString() is { } name and not "user" ? [name] : [],
            "hold" => member.Value.EnumerateArray().Select(name => name.GetString()!),
            _ => PropertiesIn(member.Value),
        }),
        JsonValueKind.Array => definition.EnumerateArray().SelectMany(PropertiesIn),
        _ => [],
    };

    private sealed record CaseRow(string User, string Event, DateTimeOffset Time, IReadOnlyDictionary<string, string?> Properties)
    {
        public static CaseRow Read(JsonElement json)
        {
            json.OnlyKnown("event", "user", "event", "time", "props");
            return new CaseRow(
                json.GetProperty("user").GetString()!,
                json.GetProperty("event").GetString()!,
                CaseTimes.Instant(json.GetProperty("time").GetString()!),
                json.Member("props")?.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString(), StringComparer.Ordinal)
                    ?? new Dictionary<string, string?>(StringComparer.Ordinal));
        }
    }
}
