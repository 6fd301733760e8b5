using System.Text.Json;

namespace UserOps.Models.Tests.Conformance;

/// <summary>Reads a step or activity of a case as an event filter.</summary>
internal static class CaseFilter
{
    public static EventFilter Read(JsonElement json)
    {
        JsonElement name = json.GetProperty("event");
        EventFilter filter = name.ValueKind == JsonValueKind.Array
            ? EventFilter.Named([.. name.EnumerateArray().Select(item => item.GetString()!)])
            : name.GetString() == "*" ? EventFilter.Any : name.GetString()!;
        return json.Member("where") is { } where
            ? where.EnumerateObject().Aggregate(filter, (all, test) => all.And(Field.Category(test.Name).Is(test.Value.GetString()!)))
            : filter;
    }
}
