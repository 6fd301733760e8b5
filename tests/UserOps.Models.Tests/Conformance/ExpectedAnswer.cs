using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Models.Tests.Conformance;

/// <summary>Compares what a case expects with what a model answered.</summary>
/// <remarks>
/// The answer has the shape of <c>expected</c>; only members named in <c>expected</c> are checked, all of them, and a member the answer
/// does not have is a difference. A refused definition answers <c>{"refused": [codes]}</c> and nothing else. A case may expect a refusal as
/// <c>"refused": "code"</c> (this code is among those given), <c>"refused": ["code", …]</c> (exactly these, in any order; an entry may also be
/// <c>{"code": …}</c>), <c>"refused": true</c> (some code), with <c>error</c> or <c>errors</c> as other words for <c>refused</c>, and
/// <c>"error": "invalid-argument"</c> for any code, as files of the other format write it. Where the answer itself has <c>errors</c> they are compared
/// like any other member.
/// </remarks>
internal static class ExpectedAnswer
{
    /// <summary>Lists every difference in one readable line each; none if the answer is as expected.</summary>
    /// <param name="expected">What the case expects.</param>
    /// <param name="answer">What the model answered.</param>
    /// <param name="tolerance">
    /// The case's own <c>{rel, abs, keys}</c>: a number passes when it differs by at most the larger of abs and rel times the expected one. Null: whole
    /// numbers are equal, others may differ by 1e-6.
    /// </param>
    public static IReadOnlyList<string> Differences(JsonElement expected, JsonObject answer, JsonElement? tolerance = null)
    {
        CaseTolerance within = CaseTolerance.Of(tolerance);
        var differences = new List<string>();
        bool isRefused = answer.ContainsKey("refused");
        if (isRefused && !expected.EnumerateObject().Any(IsRefusal))
        {
            return [$"refused: {answer["refused"]!.ToJsonString()}, but an answer is expected"];
        }

        foreach (JsonProperty member in expected.EnumerateObject())
        {
            if (IsRefusal(member) && !IsAnswered(member, answer))
            {
                CompareRefusal(member.Value, isRefused ? answer["refused"]!.AsArray() : [], differences);
            }
            else
            {
                CompareMember(member, answer, within, differences);
            }
        }

        return differences;
    }

    private static bool IsRefusal(JsonProperty member) => member.Name is "refused" or "error" or "errors";

    // What a validation finds is its answer, and the order of what it finds is a part of it.
    private static bool IsAnswered(JsonProperty member, JsonObject answer) => member.Name == "errors" && answer.ContainsKey("errors");

    private static void CompareRefusal(JsonElement expected, JsonArray given, List<string> differences)
    {
        string[] codes = [.. given.Select(code => (string)code!).Distinct().Order(StringComparer.Ordinal)];
        bool asExpected = expected.ValueKind switch
        {
            JsonValueKind.True => codes.Length > 0,
            JsonValueKind.String when expected.GetString() == "invalid-argument" => codes.Length > 0,
            JsonValueKind.String => codes.Contains(expected.GetString()),
            JsonValueKind.Array => codes.SequenceEqual(expected.EnumerateArray().Select(Code).Distinct().Order(StringComparer.Ordinal)),
            _ => throw new FormatException($"A refusal is a code or a list of codes, not {expected.GetRawText()}."),
        };
        if (!asExpected)
        {
            differences.Add($"refused: expected {expected.GetRawText()}, actual [{string.Join(", ", codes)}]");
        }
    }

    private static string Code(JsonElement entry)
    {
        if (entry.ValueKind == JsonValueKind.String)
        {
            return entry.GetString()!;
        }

        entry.OnlyKnown("refusal", "code");
        return entry.GetProperty("code").GetString()!;
    }

    private static void CompareMember(JsonProperty member, JsonObject answer, CaseTolerance within, List<string> differences)
    {
        if (!answer.TryGetPropertyValue(member.Name, out JsonNode? actual))
        {
            differences.Add($"{member.Name}: the model gives no such member for this definition");
            return;
        }

        switch (member.Name)
        {
            case "levels":
                // A unit the result does not name has level 0.
                foreach (JsonProperty unit in member.Value.EnumerateObject())
                {
                    Compare($"levels.{unit.Name}", unit.Value, actual![unit.Name] ?? JsonValue.Create(0), within, differences);
                }

                break;
            case "breakdown":
                CompareRows(member.Value, actual!.AsObject(), within, differences);
                break;
            default:
                Compare(member.Name, member.Value, actual, within.For(member.Name), differences);
                break;
        }
    }

    private static void CompareRows(JsonElement expected, JsonObject actual, CaseTolerance within, List<string> differences)
    {
        Compare("breakdown", expected, actual, within, differences);
        differences.AddRange(
            actual.Where(row => !expected.TryGetProperty(row.Key, out _)).Select(row => $"breakdown.{row.Key}: a row that is not expected"));
    }

    private static void Compare(string path, JsonElement expected, JsonNode? actual, CaseTolerance within, List<string> differences)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when actual is JsonObject members:
                foreach (JsonProperty member in expected.EnumerateObject())
                {
                    if (members.TryGetPropertyValue(member.Name, out JsonNode? value))
                    {
                        Compare($"{path}.{member.Name}", member.Value, value, within.For(member.Name), differences);
                    }
                    else
                    {
                        differences.Add($"{path}.{member.Name}: expected {member.Value.GetRawText()}, but there is no such member");
                    }
                }

                break;
            case JsonValueKind.Array when actual is JsonArray items && items.Count == expected.GetArrayLength():
                for (int i = 0; i < items.Count; i++)
                {
                    Compare($"{path}[{i}]", expected[i], items[i], within, differences);
                }

                break;
            default:
                if (!IsSameValue(expected, actual, within))
                {
                    differences.Add($"{path}: expected {expected.GetRawText()}, actual {actual?.ToJsonString() ?? "null"}");
                }

                break;
        }
    }

    private static bool IsSameValue(JsonElement expected, JsonNode? actual, CaseTolerance within)
    {
        if (actual is null)
        {
            return expected.ValueKind == JsonValueKind.Null;
        }

        return expected.ValueKind == JsonValueKind.Number && actual.GetValueKind() == JsonValueKind.Number
            ? within.IsSame(expected.GetDouble(), double.Parse(actual.ToJsonString(), CultureInfo.InvariantCulture))
            : expected.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)
                && JsonNode.DeepEquals(JsonSerializer.SerializeToNode(expected), actual);
    }
}
