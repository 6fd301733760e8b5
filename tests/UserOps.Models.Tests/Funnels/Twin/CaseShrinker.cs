using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>Takes away whatever a failing case does not need, so that a person can judge what is left.</summary>
internal static class CaseShrinker
{
    /// <summary>Removes users, events, properties, options and steps one at a time while the case still fails.</summary>
    public static ConformanceCase Shrink(ConformanceCase failing, Func<ConformanceCase, bool> fails)
    {
        ConformanceCase smallest = failing;
        bool isSmaller;
        do
        {
            isSmaller = false;
            foreach (ConformanceCase candidate in Smaller(smallest))
            {
                if (fails(candidate))
                {
                    (smallest, isSmaller) = (candidate, true);
                    break;
                }
            }
        }
        while (isSmaller);

        return smallest;
    }

    private static IEnumerable<ConformanceCase> Smaller(ConformanceCase from) =>
    [
        .. WithoutUsers(from),
        .. Without(from, from.Events.GetArrayLength(), (_, events, i) => events.RemoveAt(i)),
        .. from.Definition.EnumerateObject().Where(member => member.Name != "steps")
            .Select(member => Changed(from, (definition, _) => definition.Remove(member.Name))),
        .. Without(from, Steps(from), (definition, _, i) => definition["steps"]!.AsArray().RemoveAt(i)),
        .. Without(from, Steps(from), (definition, _, i) => definition["steps"]![i]!.AsObject().Remove("where")),
        .. Without(from, from.Events.GetArrayLength(), (_, events, i) => events[i]!.AsObject().Remove("props")),
    ];

    private static IEnumerable<ConformanceCase> WithoutUsers(ConformanceCase from) =>
        from.Events.EnumerateArray().Select(e => e.GetProperty("user").GetString()).Distinct().Select(user =>
            Changed(from, (_, events) => events.RemoveAll(e => (string?)e!["user"] == user)));

    private static IEnumerable<ConformanceCase> Without(ConformanceCase from, int count, Action<JsonObject, JsonArray, int> remove) =>
        Enumerable.Range(0, count).Select(i => Changed(from, (definition, events) => remove(definition, events, i)))
            .Where(changed => changed.Body.GetRawText().Length < from.Body.GetRawText().Length);

    private static ConformanceCase Changed(ConformanceCase from, Action<JsonObject, JsonArray> change)
    {
        JsonObject definition = JsonNode.Parse(from.Definition.GetRawText())!.AsObject();
        JsonArray events = JsonNode.Parse(from.Events.GetRawText())!.AsArray();
        change(definition, events);
        return FunnelCaseGenerator.Case(from.Id, definition, events);
    }

    private static int Steps(ConformanceCase from) => from.Definition.GetProperty("steps").GetArrayLength();
}
