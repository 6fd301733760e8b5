using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>
/// The funnel of the conformance contract, written a second time: it lists every chain and picks by the rules, in the order the
/// contract states them. Slow on purpose; made for journeys of up to a dozen events.
/// </summary>
internal sealed class TwinFunnel
{
    private readonly TwinDefinition _definition;
    private readonly IReadOnlyDictionary<string, TwinEvent[]> _units;
    private readonly Dictionary<string, TwinOutcome> _outcomes = new(StringComparer.Ordinal);

    public TwinFunnel(TwinDefinition definition, IReadOnlyList<TwinEvent> events)
    {
        _definition = definition;
        _units = events
            .Select(e => (Unit: definition.UnitProperty is { } property ? e.Value(property) : e.User, Event: e))
            .Where(pair => pair.Unit is not null)
            .GroupBy(pair => pair.Unit!, pair => pair.Event, StringComparer.Ordinal)
            .ToDictionary(unit => unit.Key, unit => unit.ToArray(), StringComparer.Ordinal);
        foreach ((string unit, TwinEvent[] history) in _units)
        {
            _outcomes.Add(unit, Judge(definition, TwinSight.Of(definition, history)));
        }
    }

    /// <summary>Gets what became of each unit.</summary>
    public IReadOnlyDictionary<string, TwinOutcome> Outcomes => _outcomes;

    /// <summary>Answers a conformance case in the shape of its <c>expected</c>.</summary>
    public static JsonObject Answer(ConformanceCase asked)
    {
        TwinDefinition definition = TwinDefinitionReader.Read(asked.Definition);
        IReadOnlyList<string> refusals = TwinRefusals.Of(definition);
        return refusals.Count > 0
            ? new JsonObject { ["refused"] = new JsonArray([.. refusals.Select(code => JsonValue.Create(code))]) }
            : new TwinFunnel(definition, TwinEvent.ReadAll(asked.Events, asked.AsOf)).Answer();
    }

    /// <summary>What became of one unit, whatever the order.</summary>
    public static TwinOutcome Judge(TwinDefinition definition, IReadOnlyList<TwinSight> sights) =>
        definition.Order == "unordered"
            ? TwinUnordered.Judge(sights)
            : TwinTries.Judge(definition, [.. sights.SelectMany(TwinTries.Of)]);

    /// <summary>Units whose chosen chain holds each step.</summary>
    public static long[] Count(TwinDefinition definition, IEnumerable<TwinOutcome> outcomes)
    {
        TwinOutcome[] all = [.. outcomes];
        return [.. Enumerable.Range(0, definition.Steps.Count).Select(step => all.LongCount(outcome => outcome.Holds(step)))];
    }

    public JsonObject Answer()
    {
        long[] counts = Count(_definition, _outcomes.Values);
        var answer = new JsonObject
        {
            ["counts"] = Numbers(counts),
            ["levels"] = new JsonObject(_outcomes.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)o.Value.Level))),
            ["conversionSeconds"] = TwinTimes.ConversionSeconds(_definition, _outcomes.Values),
            ["rates"] = Rates(counts),
        };
        if (_definition.Breakdown is not null)
        {
            answer["breakdown"] = TwinRows.Of(_definition, _units);
        }

        if (_definition.CountsTotals)
        {
            answer["totals"] = Numbers(TwinTotals.Of(_definition, _units.Values));
        }

        if (_definition.Histogram is { } histogram)
        {
            answer["histogram"] = TwinTimes.Histogram(histogram, _outcomes.Values);
        }

        if (_definition.Trend is { } trend)
        {
            answer["trend"] = TwinTrend.Of(_definition, trend, _units.Values);
        }

        if (_definition.UnitProperty is null)
        {
            answer["chains"] = new JsonObject(_outcomes.Select(o => KeyValuePair.Create(o.Key, (JsonNode?)Chain(o.Value))));
        }

        return answer;
    }

    public static JsonArray Numbers(IEnumerable<long> numbers) => new([.. numbers.Select(n => JsonValue.Create(n))]);

    /// <summary>Beyond what cases ask: when the chosen chain filled each step.</summary>
    private JsonArray Chain(TwinOutcome outcome) =>
        new([.. Enumerable.Range(0, _definition.Steps.Count).Select(step => outcome.Chain?.TicksAt(step) is { } ticks ? JsonValue.Create(ticks) : null)]);

    private static JsonObject Rates(long[] counts) => new()
    {
        ["ofFirst"] = new JsonArray([.. counts.Select(count => Rate(count, counts[0]))]),
        ["ofPrevious"] = new JsonArray([.. counts.Select((count, step) => step == 0 ? null : Rate(count, counts[step - 1]))]),
    };

    private static JsonValue? Rate(long part, long whole) => whole == 0 ? null : JsonValue.Create((double)part / whole);
}
