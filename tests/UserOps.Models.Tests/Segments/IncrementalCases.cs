using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>Runs a case of kind <c>incremental</c>: a state is carried on, and every step is compared with a full evaluation as well.</summary>
internal static class IncrementalCases
{
    public static JsonObject Answer(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "timeZone", "rule", "users", "steps", "schema", "segments", "eventProperties");
        SegmentModel model = SegmentCases.ModelOf(input);
        string[] users = [.. input.Items("users").Select(user => user.GetString()!)];
        CaseProperties properties = CaseProperties.Of(input);
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(users, map => map.User(id => id)).Build();
        SegmentState? state = null;
        var answers = new JsonArray();
        foreach (JsonElement step in input.Items("steps"))
        {
            data = data.Append(new UserOpsDatasetBuilder().AddEvents(step.Items("newEvents").Select(one => (one.Text("user")!, one)), properties.Map));
            var asOf = DateTimeOffset.Parse(step.Text("asOf")!, CultureInfo.InvariantCulture);
            UserSet before = state?.Audience.Members ?? UserSet.None(data.Directory);
            state = state is null
                ? model.Begin(data, new EvaluationContext { AsOf = asOf, Zone = SegmentCases.ZoneOf(input) })
                : state.Advance(asOf, data).State;
            Audience full = model.Evaluate(data, state.Audience.Context);
            Assert.Equal((full.Members, full.Uncertain), (state.Audience.Members, state.Audience.Uncertain));
            answers.Add(new JsonObject
            {
                ["entered"] = Ids(users, full.Members.Except(before)),
                ["left"] = Ids(users, before.Except(full.Members)),
            });
        }

        return new JsonObject { ["steps"] = answers };
    }

    private static JsonArray Ids(string[] users, UserSet set) => [.. users.Where(id => set.Contains(id)).Select(id => (JsonNode)id)];
}
