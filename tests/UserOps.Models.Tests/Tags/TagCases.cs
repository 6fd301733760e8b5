using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tags;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Tests.Segments;

namespace UserOps.Models.Tests.Tags;

/// <summary>Runs the cases about tags through the public doors: rows, JSON of the rules, the models.</summary>
internal static class TagCases
{
    private const string Source = "case";

    private static readonly string[] WithUsers = ["asOf", "timeZone", "schema", "users", "segments", "eventProperties"];

    /// <summary>Answers a case of kind <c>multiValueTag</c>.</summary>
    public static JsonObject MultiValue(ConformanceCase asked) => Refusing("tag", () =>
    {
        asked.Input.OnlyKnown("input", [.. WithUsers, "tag"]);
        var rules = new CaseRules(asked.Input);
        JsonElement tag = asked.Input.GetProperty("tag");
        tag.OnlyKnown("tag", "id", "values");
        JsonElement[] values = [.. tag.Items("values")];
        string id = tag.Text("id")!;
        TagDefinition definition = SampleTags.Ordered(id, [.. values.Select(value => (value.GetProperty("value").ToString(), rules.Read(value.GetProperty("rule"))))]);
        TagColumn column = Evaluate(asked.Input, rules, definition)[id];
        JsonElement ValueOf(string text) => values.First(value => value.GetProperty("value").ToString() == text).GetProperty("value");
        return ByUser(asked.Input, user => new()
        {
            ["value"] = column.Of(user)?.Value?.Text is { } text ? JsonNode.Parse(ValueOf(text).GetRawText()) : null,
            ["uncertain"] = column.Directory.TryGetOrdinal(user, out int ordinal) && column.Uncertain.Contains(ordinal),
        });
    });

    /// <summary>Answers a case of kind <c>score</c>.</summary>
    public static JsonObject Score(ConformanceCase asked) => Refusing("score", () =>
    {
        asked.Input.OnlyKnown("input", [.. WithUsers, "score"]);
        var rules = new CaseRules(asked.Input);
        JsonElement score = asked.Input.GetProperty("score");
        score.OnlyKnown("score", "id", "elements", "bands");
        var computation = new ScoreComputation
        {
            Elements = [.. score.Items("elements").Select(element => new ScoreElement { Id = element.Text("id")!, Points = element.GetProperty("points").GetDecimal(), Rule = rules.Read(element.GetProperty("rule")) })],
            Bands = [.. score.Items("bands").Select(band => new ScoreBand { Name = band.Text("name")!, From = band.GetProperty("from").GetDecimal() })],
        };
        TagTable table = Evaluate(asked.Input, rules, SampleTags.Tag("score", TagValueType.Number, computation));
        TagScores scores = table["score"].Scores!;
        return ByUser(asked.Input, user =>
        {
            Assert.True(table.Directory.TryGetOrdinal(user, out int ordinal));
            decimal points = scores.Values[ordinal]!.Value;
            return new()
            {
                ["score"] = points,
                ["band"] = scores.BandOf(points),
                ["unknown"] = new JsonArray([.. scores.UnknownElements(user).Select(id => (JsonNode)id)]),
            };
        });
    });

    /// <summary>Answers a case of kind <c>tagValidity</c>.</summary>
    public static JsonObject Validity(ConformanceCase asked) => Refusing("assignments", () =>
    {
        asked.Input.OnlyKnown("input", "assignments", "queries");
        var ledger = new TagLedger(asked.Input.Items("assignments").Select(ReadAssignment));
        string[] tags = [.. ledger.Assignments.Select(assignment => assignment.Tag).Distinct()];
        Assert.True(tags.Length <= 1, "The answer of a query has one value a user, so a case is about one tag.");
        return new()
        {
            ["queries"] = new JsonArray([.. asked.Input.Items("queries").Select(query => new JsonObject(ledger.Users.Select(user => KeyValuePair.Create(
                user.ToString(),
                ledger.ValueAt(user, tags[0], CaseTimes.Instant(query.Text("at")!)) is { Value: { } value } ? JsonNode.Parse(UserOpsJson.Serialize(value)) : null))))]),
        };
    });

    private static TagAssignment ReadAssignment(JsonElement json)
    {
        json.OnlyKnown("assignment", "user", "tag", "value", "assignedAt", "validForDays");
        return new()
        {
            User = json.Text("user"),
            Tag = json.Text("tag")!,
            Value = UserOpsJson.Deserialize<RuleValue>(json.GetProperty("value").GetRawText()),
            AssignedAt = CaseTimes.Instant(json.Text("assignedAt")!),
            ValidFor = json.Member("validForDays") is { } days ? DaysOf(days.GetDecimal()) : null,
            Source = Source,
        };
    }

    private static TimeSpan DaysOf(decimal days) => days > (decimal)TimeSpan.MaxValue.TotalDays - 1 ? TimeSpan.MaxValue : new((long)(days * TimeSpan.TicksPerDay));

    private static TagTable Evaluate(JsonElement input, CaseRules rules, TagDefinition tag)
    {
        TagCatalog catalog = SampleTags.Catalog(tag).With(rules.Segments);
        return new TagModel(UserOpsJson.Deserialize<TagCatalog>(UserOpsJson.Serialize(catalog))).Evaluate(CaseUsers.Read(input), SegmentCases.ContextOf(input));
    }

    private static JsonObject ByUser(JsonElement input, Func<string, JsonObject> answer)
        => new(input.Items("users").Select(user => user.Text("id")!).Select(id => KeyValuePair.Create(id, (JsonNode?)answer(id))));

    /// <summary>Answers a refusal with its codes, and with the argument, its index and the rule that it breaks.</summary>
    private static JsonObject Refusing(string argument, Func<JsonObject> answer)
    {
        try
        {
            return answer();
        }
        catch (InvalidDefinitionException refusal)
        {
            DefinitionIssue first = refusal.Issues[0];
            string? index = first.Path.Split('/').Skip(first.Path.StartsWith("/tags/0/", StringComparison.Ordinal) ? 3 : 1).FirstOrDefault(part => part.All(char.IsAsciiDigit));
            return new()
            {
                ["refused"] = new JsonArray([.. refusal.Issues.Select(issue => (JsonNode)issue.Code)]),
                ["argument"] = argument,
                ["index"] = index is null ? null : JsonNode.Parse(index),
                ["rule"] = first.Code switch { "missingMember" => "missing", "notRising" => "outOfRange", _ => first.Code },
            };
        }
    }
}
