using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tags;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Tags;

/// <summary>Runs the cases of kinds <c>binning</c> and <c>naiveBayes</c> through the public doors.</summary>
internal static class TagMiningCases
{
    public static JsonObject Bins(ConformanceCase asked) => Refusing(() =>
    {
        asked.Input.OnlyKnown("input", "bins", "items");
        JsonElement bins = asked.Input.GetProperty("bins");
        bins.OnlyKnown("bins", "edges", "labels", "closed");
        string[] labels = [.. bins.Items("labels").Select(label => label.GetString()!)];
        var model = new BinningModel(new()
        {
            Edges = [.. bins.Items("edges").Select(edge => edge.GetDecimal())],
            Labels = [.. labels.Select((_, bin) => NumberOf(bin))], // a case may repeat a label, a definition may not
            Closed = bins.Word("closed", "left", "right") == "left" ? BinClosure.Left : BinClosure.Right,
        });
        return new()
        {
            ["items"] = new JsonArray([.. asked.Input.Items("items").Select(item => item.Member("value") is { } value
                ? (JsonNode)labels[int.Parse(model.LabelOf(value.GetDecimal()), CultureInfo.InvariantCulture)]
                : null)]),
        };
    });

    public static JsonObject Posteriors(ConformanceCase asked) => Refusing(() =>
    {
        NaiveBayesModel model = ModelOf(asked.Input);
        return new()
        {
            ["items"] = new JsonArray([.. asked.Input.Items("items").Select(item => Answer(model.Predict(FeaturesOf(item))))]),
        };
    });

    private static NaiveBayesModel ModelOf(JsonElement input)
    {
        input.OnlyKnown("input", "classes", "alpha", "vocabulary", "counts", "items");
        JsonProperty[] classes = [.. input.GetProperty("classes").EnumerateObject()];
        JsonElement? counts = input.Member("counts");
        string[] texts = [.. (counts?.EnumerateObject() ?? []).Where(one => one.Value.ValueKind == JsonValueKind.Object).SelectMany(one => one.Value.EnumerateObject()).Select(text => text.Name).Distinct()];
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
                            Counts = [.. classes.Select(one => counts?.Member(one.Name)?.Member(text)?.GetInt64() ?? 0)],
                        }),
                    ],
                },
            ],
        });
    }

    private static string[] FeaturesOf(JsonElement item) => [.. item.Items("features").Select(feature => feature.GetString()!)];

    private static JsonObject Answer(NaiveBayesPrediction prediction)
        => new JsonObject([.. prediction.Posteriors.Select(one => KeyValuePair.Create(one.Class, (JsonNode?)one.Probability))]);

    private static string NumberOf(int bin) => bin.ToString(CultureInfo.InvariantCulture);

    /// <summary>Answers a refusal with its codes, the member it is about, its index there and the rule that it breaks.</summary>
    private static JsonObject Refusing(Func<JsonObject> answer)
    {
        try
        {
            return answer();
        }
        catch (InvalidDefinitionException refusal)
        {
            DefinitionIssue first = refusal.Issues[0];
            string[] path = first.Path.Split('/');
            return new()
            {
                ["refused"] = new JsonArray([.. refusal.Issues.Select(issue => (JsonNode)issue.Code)]),
                ["argument"] = path[1],
                ["index"] = path.Length > 2 && int.TryParse(path[2], CultureInfo.InvariantCulture, out int index) ? index : null,
                ["rule"] = "outOfRange",
            };
        }
    }
}
