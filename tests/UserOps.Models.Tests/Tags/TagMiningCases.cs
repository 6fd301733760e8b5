using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tags;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Tags;

/// <summary>Runs the cases of kinds <c>binning</c> and <c>naiveBayes</c> through the public doors.</summary>
internal static class TagMiningCases
{
    public static JsonObject Bins(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "bins", "items");
        JsonElement bins = asked.Input.GetProperty("bins");
        bins.OnlyKnown("bins", "edges", "labels", "closed");
        var model = new BinningModel(UserOpsJson.Deserialize<BinningDefinition>(bins.GetRawText()));
        return new JsonObject
        {
            ["items"] = new JsonArray([.. asked.Input.Items("items").Select(item => item.Member("value") is { } value ? (JsonNode)model.LabelOf(value.GetDecimal()) : null)]),
        };
    }

    public static JsonObject Posteriors(ConformanceCase asked)
    {
        NaiveBayesModel model = ModelOf(asked.Input);
        return new JsonObject
        {
            ["items"] = new JsonArray([.. asked.Input.Items("items").Select(item => Answer(model.Predict(FeaturesOf(item))))]),
        };
    }

    private static NaiveBayesModel ModelOf(JsonElement input)
    {
        input.OnlyKnown("input", "classes", "alpha", "vocabulary", "counts", "items");
        JsonProperty[] classes = [.. input.GetProperty("classes").EnumerateObject()];
        JsonElement counts = input.GetProperty("counts");
        string[] texts = [.. counts.EnumerateObject().SelectMany(one => one.Value.EnumerateObject()).Select(text => text.Name).Distinct()];
        return new(new NaiveBayesParameters
        {
            Version = 1,
            Alpha = input.GetProperty("alpha").GetDouble(),
            Classes = [.. classes.Select(one => new NaiveBayesClass { Name = one.Name, Prior = one.Value.GetProperty("prior").GetDouble() })],
            Features =
            [
                new NaiveBayesLearned
                {
                    Feature = new() { Name = "features" },
                    Vocabulary = input.GetProperty("vocabulary").GetInt64(),
                    Totals = [.. classes.Select(one => one.Value.GetProperty("featureTotal").GetInt64())],
                    Texts =
                    [
                        .. texts.Select(text => new NaiveBayesText
                        {
                            Text = text,
                            Counts = [.. classes.Select(one => counts.GetProperty(one.Name).Member(text)?.GetInt64() ?? 0)],
                        }),
                    ],
                },
            ],
        });
    }

    private static string[] FeaturesOf(JsonElement item) => [.. item.Items("features").Select(feature => feature.GetString()!)];

    private static JsonObject Answer(NaiveBayesPrediction prediction)
        => new JsonObject([.. prediction.Posteriors.Select(one => KeyValuePair.Create(one.Class, (JsonNode?)one.Probability))]);
}
