using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Portraits;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Portraits;

/// <summary>Runs the cases of <c>tgi.json</c> through the public doors.</summary>
internal static class TargetGroupCases
{
    public static JsonObject Index(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "targetShare", "baseShare", "targetWith", "targetTotal", "baseWith", "baseTotal", "base");
        return Answered(() => AnswerOf(input.Member("targetShare") is { } share
            ? ModelOf(input).OfShares(share.GetDouble(), input.GetProperty("baseShare").GetDouble())
            : ModelOf(input).OfCounts(CountsOf(input)).Index));
    }

    public static JsonObject IndexWithInterval(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "targetWith", "targetTotal", "baseWith", "baseTotal", "base", "confidence");
        return Answered(() =>
        {
            TargetGroupIndex index = ModelOf(input).OfCounts(CountsOf(input));
            JsonObject answer = AnswerOf(index.Index);
            if (index.Interval.Value is { } interval)
            {
                answer["standardErrorLog"] = index.StandardErrorLog.Value;
                answer["low"] = interval.Low;
                answer["high"] = interval.High;
            }
            else
            {
                answer["undefined"] = NameOf(index.Interval.Undefined!.Value);
            }

            return answer;
        });
    }

    public static JsonObject Table(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "target", "population", "base");
        JsonElement target = input.GetProperty("target");
        JsonElement population = input.GetProperty("population");
        return Answered(() =>
        {
            IEnumerable<string> categories = population.EnumerateObject().Concat(target.EnumerateObject()).Select(category => category.Name).Distinct();
            TargetGroupTable table = ModelOf(input).OfTable("category", categories
                .Select(name => new TargetGroupCount(name, target.Member(name)?.GetInt64() ?? 0, population.Member(name)?.GetInt64() ?? 0)));
            if (table.WeightedMean.Undefined is { } reason)
            {
                return new JsonObject { ["undefined"] = NameOf(reason) };
            }

            return new JsonObject
            {
                ["tgi"] = new JsonObject([.. table.Indices.Select(row => KeyValuePair.Create(row.Value!, (JsonNode?)row.Result.Index.Value))]),
                ["weightedMean"] = table.WeightedMean.Value,
            };
        });
    }

    private static TargetGroupIndexModel ModelOf(JsonElement input) => new(new()
    {
        Scale = (input.Member("base")?.GetDecimal() ?? 100) switch
        {
            100 => IndexScale.Hundred,
            1 => IndexScale.One,
            decimal other => throw new FormatException($"The base is {other}; this runner knows 1 and 100."),
        },
        ConfidenceLevel = input.Member("confidence")?.GetDouble() ?? 0.95,
    });

    private static TargetGroupCounts CountsOf(JsonElement input) => new(
        input.GetProperty("targetWith").GetInt64(), input.GetProperty("targetTotal").GetInt64(), input.GetProperty("baseWith").GetInt64(), input.GetProperty("baseTotal").GetInt64());

    private static JsonObject Answered(Func<JsonObject> answer)
    {
        try
        {
            return answer();
        }
        catch (ArgumentOutOfRangeException refused)
        {
            return Refused(refused.ParamName);
        }
        catch (InvalidDefinitionException)
        {
            return Refused("confidence"); // the one thing of a definition that a case may have wrong
        }
    }

    private static JsonObject Refused(string? argument) =>
        new() { ["refused"] = new JsonArray("outOfRange"), ["rule"] = "outOfRange", ["argument"] = argument };

    private static JsonObject AnswerOf(Measure<double> index) => index.Value is { } value
        ? new JsonObject { ["tgi"] = value }
        : new JsonObject { ["undefined"] = NameOf(index.Undefined!.Value) };

    private static string NameOf(UndefinedReason reason) => reason switch
    {
        UndefinedReason.EmptyTarget => "emptyTarget",
        UndefinedReason.EmptyPopulation => "emptyPopulation",
        UndefinedReason.ZeroBase => "zeroBaseShare",
        UndefinedReason.TooFew => "zeroTargetCount",
        _ => throw new FormatException($"{reason} has no name in tgi.json."),
    };
}
