using System.Text.Json;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Which events match: one of the names (null is any) and every property value.</summary>
internal sealed record TwinFilter(IReadOnlyList<string>? Names, IReadOnlyDictionary<string, string> Where)
{
    public bool HasName(TwinEvent e) => Names is null || Names.Contains(e.Name);

    public bool Matches(TwinEvent e) => HasName(e) && Where.All(test => e.Value(test.Key) == test.Value);

    public static TwinFilter Read(JsonElement json)
    {
        JsonElement name = json.GetProperty("event");
        IReadOnlyList<string>? names = name.ValueKind == JsonValueKind.Array
            ? [.. name.EnumerateArray().Select(item => item.GetString()!)]
            : name.GetString() == "*" ? null : [name.GetString()!];
        return new TwinFilter(names, ReadValues(json, "where"));
    }

    public static IReadOnlyDictionary<string, string> ReadValues(JsonElement json, string member) =>
        json.Member(member) is { } values
            ? values.EnumerateObject()
                .Where(p => p.Value.ValueKind != JsonValueKind.Null)
                .ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
}
