using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Rfm;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Rfm;

/// <summary>Runs the cases of <c>rfm.json</c> about plain values through the public doors.</summary>
internal static class RfmScoringCases
{
    public static JsonObject Score(ConformanceCase asked) => Answered(() =>
    {
        asked.Input.OnlyKnown("input", "values", "method", "bins", "thresholds", "higher_is_better");
        var scorer = new RfmScorer(ScoringOf(asked.Input), lowerIsBetter: !asked.Input.Flag("higher_is_better"));
        decimal?[] values = [.. asked.Input.GetProperty("values").EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (decimal?)null : value.GetDecimal())];
        byte[] exact = scorer.Score(values);
        Assert.Equal(exact, scorer.Score([.. values.Select(value => (double?)value)])); // doors for the same numbers
        return new JsonObject { ["scores"] = new JsonArray([.. exact.Select(score => score == 0 ? null : (JsonNode)score)]) };
    });

    public static JsonObject Composite(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "r", "f", "m", "weights");
        if (RefusalOf(asked.Input, "r", "f", "m") is { } refusal)
        {
            return refusal;
        }

        JsonElement given = asked.Input.GetProperty("weights");
        var weights = new RfmWeights
        {
            Recency = given.GetProperty("r").GetDecimal(),
            Frequency = given.GetProperty("f").GetDecimal(),
            Monetary = given.GetProperty("m").GetDecimal(),
        };
        int[] Scores(string axis) => [.. asked.Input.GetProperty(axis).EnumerateArray().Select(score => score.GetInt32())];
        RfmCell[] cells = [.. Scores("r").Zip(Scores("f"), Scores("m")).Select(scores => new RfmCell(scores.First, scores.Second, scores.Third))];
        return new JsonObject
        {
            ["cell"] = Array(cells, cell => cell.Number),
            ["cell_text"] = Array(cells, cell => cell.Code),
            ["sum"] = Array(cells, cell => cell.Sum),
            ["weighted"] = Array(cells, cell => cell.Weighted(weights)),
        };
    }

    /// <summary>Runs a case that brings its values along; those of a data set are the business of the model that reads events.</summary>
    public static JsonObject Octants(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "recency_days", "frequency", "monetary", "cut", "value_equal_to_cut");
        if (RefusalOf(asked.Input, "recency_days", "frequency", "monetary") is { } refusal)
        {
            return refusal;
        }

        var model = new RfmSplitModel(SplitOf(asked.Input));
        decimal[] Values(string axis) => [.. asked.Input.GetProperty(axis).EnumerateArray().Select(value => value.GetDecimal())];
        decimal[] recency = Values("recency_days");
        decimal[] frequency = Values("frequency");
        decimal[] monetary = Values("monetary");
        RfmSplitResult result = model.Evaluate(recency, frequency, monetary);
        if (recency.Concat(frequency).Concat(monetary).All(IsDouble))
        {
            Assert.Equal(result.Groups.AsEnumerable(), model.Evaluate(Doubles(recency), Doubles(frequency), Doubles(monetary)).Groups); // doors for the same numbers
        }

        return new JsonObject
        {
            ["cut"] = new JsonObject { ["r"] = result.RecencyCut, ["f"] = result.FrequencyCut, ["m"] = result.MonetaryCut },
            ["code"] = Array(result.Groups, group => RfmGroups.CodeOf(group)),
            ["segment"] = Array(result.Groups, NameOf),
            ["counts"] = new JsonObject(RfmGroups.All.Select(group => KeyValuePair.Create(NameOf(group), (JsonNode?)result.CountOf(group)))),
        };
    }

    public static JsonObject SegmentRules(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "rules_in_order", "rule");
        var model = new RfmSegmentModel(TableOf(asked.Input));
        RfmSegmentCoverage coverage = model.Coverage;
        var cells = new JsonObject();
        for (int recency = 1; recency <= 5; recency++)
        {
            for (int frequency = 1; frequency <= 5; frequency++)
            {
                // Named only where money does not matter.
                string?[] ids = [.. Enumerable.Range(1, 5).Select(monetary => model.SegmentOf(new(recency, frequency, monetary))?.Id).Distinct()];
                cells[$"{recency}{frequency}"] = ids.Length == 1 ? ids[0] : null;
            }
        }

        return new JsonObject
        {
            ["cells"] = cells,
            ["counts"] = new JsonObject(coverage.Segments.Where(segment => segment.Won > 0).Select(segment => KeyValuePair.Create(segment.Id, (JsonNode?)segment.Won))),
            ["uncovered"] = Array(coverage.Uncovered, cell => cell.Code),
            ["samples"] = new JsonObject(
                from recency in Enumerable.Range(1, 5)
                from frequency in Enumerable.Range(1, 5)
                from monetary in Enumerable.Range(1, 5)
                let cell = new RfmCell(recency, frequency, monetary)
                select KeyValuePair.Create(cell.Code, (JsonNode?)model.SegmentOf(cell)?.Id)),
        };
    }

    /// <summary>Reads how an axis is scored.</summary>
    public static RfmAxisScoring ScoringOf(JsonElement input) => new()
    {
        Method = MethodOf(input.Word("method", "value-quantile", "value-quantile-dense", "rank-first", "ntile", "percent-rank", "thresholds")),
        Bins = input.Index("bins"),
        Thresholds = [.. input.Items("thresholds").Select(threshold => threshold.GetDecimal())],
    };

    /// <summary>Reads where axes are cut.</summary>
    public static RfmSplit SplitOf(JsonElement input)
    {
        JsonElement cut = input.GetProperty("cut");
        bool isGiven = cut.ValueKind == JsonValueKind.Object;
        return new()
        {
            Method = isGiven ? RfmSplitMethod.Given : input.Word("cut", "mean", "median") == "mean" ? RfmSplitMethod.Mean : RfmSplitMethod.Median,
            Given = isGiven
                ? new() { Recency = cut.GetProperty("r").GetDecimal(), Frequency = cut.GetProperty("f").GetDecimal(), Monetary = cut.GetProperty("m").GetDecimal() }
                : null,
            EqualToCut = input.Word("value_equal_to_cut", "high", "low") == "high" ? RfmCutSide.High : RfmCutSide.Low,
        };
    }

    /// <summary>Reads a segment table.</summary>
    public static RfmSegmentTable TableOf(JsonElement input)
    {
        string rule = input.Text("rule")!;
        Assert.StartsWith("first match wins", rule, StringComparison.Ordinal);
        int other = rule.IndexOf("else ", StringComparison.Ordinal);
        return new()
        {
            Id = "case",
            Version = 1,
            Segments = [.. input.GetProperty("rules_in_order").EnumerateArray().Select(SegmentOf)],
            Else = other < 0 ? null : Named(rule[(other + "else ".Length)..]),
        };
    }

    /// <summary>Gets the name a group has in this file: important-win-back.</summary>
    public static string NameOf(RfmGroup group)
        => string.Concat($"{group}".Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    /// <summary>Makes the answer of a refusal.</summary>
    public static JsonObject Refused(string code) => new() { ["refused"] = new JsonArray(code) };

    private static RfmSegment SegmentOf(JsonElement rule)
    {
        rule.OnlyKnown("rule", "name", "r", "f", "m", "fm");
        return Named(rule.Text("name")!) with { Recency = RangeOf(rule, "r"), Frequency = RangeOf(rule, "f"), Monetary = RangeOf(rule, "m"), FrequencyMonetary = RangeOf(rule, "fm") };
    }

    private static RfmSegment Named(string id) => new() { Id = id, Name = new(id, id) };

    private static RfmScoreRange? RangeOf(JsonElement rule, string axis)
        => rule.Member(axis) is { } range ? new RfmScoreRange(range[0].GetDecimal(), range[1].GetDecimal()) : null;

    private static RfmScoringMethod MethodOf(string word) => word switch
    {
        "value-quantile" => RfmScoringMethod.ValueQuantile,
        "value-quantile-dense" => RfmScoringMethod.ValueQuantileDense,
        "rank-first" => RfmScoringMethod.RankFirst,
        "ntile" => RfmScoringMethod.Ntile,
        "percent-rank" => RfmScoringMethod.PercentRank,
        _ => RfmScoringMethod.Thresholds,
    };

    /// <summary>Gets the refusal of columns of which one is empty or lacks a value; null where there is nothing to refuse.</summary>
    /// <remarks>The columns of the library cannot lack a value, and a cell is one user's: there is no call to make that could refuse.</remarks>
    private static JsonObject? RefusalOf(JsonElement input, params ReadOnlySpan<string> columns)
    {
        foreach (string column in columns)
        {
            JsonElement values = input.GetProperty(column);
            if (values.GetArrayLength() == 0 || values.EnumerateArray().Any(value => value.ValueKind == JsonValueKind.Null))
            {
                return Refused(values.GetArrayLength() == 0 ? "noValues" : "missingValue");
            }
        }

        return null;
    }

    // The mean of 0.1, 0.2 and 0.3 is 0.2, that of the doubles nearest to them is not the double nearest to 0.2.
    private static bool IsDouble(decimal value) => value * 1024 == decimal.Truncate(value * 1024);

    // By way of the text, as a reader of doubles would have read the case.
    private static double[] Doubles(decimal[] values)
        => [.. values.Select(value => double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];

    private static JsonArray Array<T, TItem>(IEnumerable<T> items, Func<T, TItem> valueOf) => new([.. items.Select(item => (JsonNode?)JsonValue.Create(valueOf(item)))]);

    private static JsonObject Answered(Func<JsonObject> answer)
    {
        try
        {
            return answer();
        }
        catch (InvalidDefinitionException refused)
        {
            return new JsonObject { ["refused"] = new JsonArray([.. refused.Issues.Select(issue => (JsonNode)issue.Code)]) };
        }
    }
}
