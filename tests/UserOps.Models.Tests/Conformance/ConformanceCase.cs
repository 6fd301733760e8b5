using System.Text.Json;
using System.Text.Json.Nodes;

namespace UserOps.Models.Tests.Conformance;

/// <summary>One case of a conformance file, or the reason why there is none to run.</summary>
/// <param name="Id">What the test run shows: "funnel.json: ordered-basic-dropoff".</param>
/// <param name="Subject">What the case is about: the model of its file ("funnel"), or its area and kind ("area tags, kind nps").</param>
/// <param name="Body">The case as written.</param>
/// <param name="Fault">Why the case cannot be run, whatever the models can do; null where it can.</param>
internal sealed record ConformanceCase(string Id, string Subject, JsonElement Body, string? Fault = null)
{
    /// <summary>Gets what is asked; a case without it is a fault of the file.</summary>
    public JsonElement Definition => Body.GetProperty("definition");

    /// <summary>Gets the events, in order of arrival.</summary>
    public JsonElement Events => Body.GetProperty("events");

    /// <summary>Gets the members that must come out.</summary>
    public JsonElement Expected => Body.TryGetProperty("expect", out JsonElement expect) ? expect : Body.GetProperty("expected");

    /// <summary>Gets the input of a case of the files that have a format of their own.</summary>
    public JsonElement Input => Body.GetProperty("input");

    /// <summary>Gets the public data set the case is about; null where it brings its own input.</summary>
    public string? DataFile => Fault is null && Body.Member("data") is { ValueKind: JsonValueKind.Object } data ? data.Text("file") : null;

    /// <summary>Gets the last visible instant, of the case or of its definition; without one an instant after everything.</summary>
    public DateTimeOffset AsOf => (Body.Text("asOf") ?? Body.Member("definition")?.Text("asOf")) is { } given
        ? CaseTimes.Instant(given)
        : CaseTimes.AfterEverything;

    /// <summary>Makes the case of the events of some users: what is asked of one shard.</summary>
    public ConformanceCase WithUsers(Func<string, bool> users)
    {
        JsonObject body = JsonObject.Create(Body)!;
        body["events"] = new JsonArray([.. Events.EnumerateArray().Where(e => users(e.Text("user")!)).Select(e => JsonNode.Parse(e.GetRawText()))]);
        return this with { Body = JsonSerializer.SerializeToElement(body) };
    }
}
