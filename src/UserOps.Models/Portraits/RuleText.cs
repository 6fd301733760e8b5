using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Models.Portraits;

/// <summary>A rule as its JSON form, in which single values are read and replaced by their RFC 6901 pointer.</summary>
internal sealed class RuleText
{
    private readonly JsonNode _root;

    internal RuleText(SegmentRule rule) => _root = JsonNode.Parse(UserOpsJson.Serialize(rule))!;

    /// <summary>Reads a value.</summary>
    /// <returns>Null where the pointer leads to nothing, or to no text, number or flag.</returns>
    internal RuleValue? ValueAt(string place) => Find(place) is JsonValue value ? UserOpsJson.Deserialize<RuleValue>(value.ToJsonString()) : null;

    /// <summary>Replaces a value that is there.</summary>
    internal void Replace(string place, RuleValue value)
    {
        JsonNode present = Find(place)!;
        JsonNode replacement = JsonNode.Parse(UserOpsJson.Serialize(value))!;
        if (present.Parent is JsonArray items)
        {
            items[present.GetElementIndex()] = replacement;
        }
        else
        {
            present.Parent!.AsObject()[present.GetPropertyName()] = replacement;
        }
    }

    /// <exception cref="JsonException">A value does not go where it was put.</exception>
    internal SegmentRule ToRule() => UserOpsJson.Deserialize<SegmentRule>(_root.ToJsonString());

    private JsonNode? Find(string place)
    {
        if (!place.StartsWith('/'))
        {
            return null;
        }

        JsonNode? node = _root;
        foreach (string step in place[1..].Split('/'))
        {
            string name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject members when members.TryGetPropertyValue(name, out JsonNode? member) => member,
                JsonArray items when IsIndex(name) && int.TryParse(name, out int index) && index < items.Count => items[index],
                _ => null,
            };
        }

        return node;
    }

    private static bool IsIndex(string text) => text.Length > 0 && text.All(char.IsAsciiDigit) && (text == "0" || text[0] != '0');
}
