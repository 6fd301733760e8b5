using System.Text.Json;

namespace UserOps.Models.Tests.Conformance;

/// <summary>Reads the members of a JSON object of a case; absent and null are the same, and an unknown member is an error.</summary>
internal static class CaseMembers
{
    /// <summary>Refuses a member nobody reads: it would be a rule the run silently ignores.</summary>
    public static void OnlyKnown(this JsonElement json, string what, params ReadOnlySpan<string> known)
    {
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw new FormatException($"The {what} has a member '{member.Name}' that this runner does not know.");
            }
        }
    }

    public static JsonElement? Member(this JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public static string? Text(this JsonElement json, string name) => json.Member(name)?.GetString();

    public static bool Flag(this JsonElement json, string name) => json.Member(name)?.GetBoolean() ?? false;

    public static int? Index(this JsonElement json, string name) => json.Member(name)?.GetInt32();

    /// <summary>Reads a duration in seconds as ticks.</summary>
    public static long? Ticks(this JsonElement json, string name) =>
        json.Member(name) is { } seconds ? CaseTimes.Ticks(seconds.GetDecimal()) : null;

    /// <summary>Reads the elements of an array; none where the member is absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) =>
        json.Member(name) is { } array ? array.EnumerateArray() : [];

    /// <summary>Reads a word that must be one of the given ones; the first is the default.</summary>
    public static string Word(this JsonElement json, string name, params ReadOnlySpan<string> allowed)
    {
        string word = json.Text(name) ?? allowed[0];
        return allowed.Contains(word)
            ? word
            : throw new FormatException($"'{name}' is '{word}'; this runner knows {string.Join(", ", allowed!)}.");
    }
}
