using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Rfm;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Rfm;

/// <summary>Runs the cases about purchases of <c>rfm.json</c> and <c>stratification.json</c> through the model.</summary>
internal static class RfmCases
{
    private const int CentsScale = 2;
    private const int DaysOf400Years = 146_097;
    private static readonly DateOnly Earliest = new(1970, 1, 1); // a dataset takes no events before
    private static readonly AmountField Amount = Field.Amount("amount", "USD", CentsScale);
    private static readonly RfmDefinition Asked = new() { Purchases = EventFilter.Any, Amount = Amount };

    public static JsonObject Table(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "analysis_date", "transactions");
        JsonElement[] transactions = [.. asked.Input.Items("transactions")];
        if (transactions.Length == 0 || transactions.Any(row => row.EnumerateArray().Any(value => value.ValueKind == JsonValueKind.Null)))
        {
            return RfmScoringCases.Refused(transactions.Length == 0 ? "noValues" : "missingValue"); // a log may be empty, a table of this format may not
        }

        RfmResult result = Evaluate(Asked, asked.Input, transactions.Select(row => new Purchase(row[0].GetString()!, CaseTimes.Date(row[1].GetString()!), row[2].GetDecimal())));
        return new()
        {
            ["rows"] = new JsonObject([.. result.Users.All().Select(user => KeyValuePair.Create(user.Id.ToString(), (JsonNode?)new JsonObject
            {
                ["recency_days"] = user.Recency,
                ["frequency"] = user.Frequency,
                ["monetary"] = decimal.Round(user.Monetary!.Value, CentsScale),
            }))]),
            ["absent"] = new JsonArray([.. transactions.Select(row => row[0].GetString()!).Distinct().Order(StringComparer.Ordinal)
                .Where(user => !result.Users.TryGet(user, out _)).Select(user => (JsonNode)user)]),
        };
    }

    public static JsonObject Scores(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "analysis_date", "method", "bins", "thresholds", "order");
        Assert.Equal("ascending customer_id", asked.Input.Text("order"));
        RfmResult result = Evaluate(Scored(asked.Input), asked.Input, PublicPurchases(asked));
        return new()
        {
            ["r"] = CountsOf(result, RfmAxis.Recency),
            ["f"] = CountsOf(result, RfmAxis.Frequency),
            ["m"] = CountsOf(result, RfmAxis.Monetary),
            ["customers_555"] = result.Users.CountOf(new(5, 5, 5)),
            ["sample"] = new JsonObject([.. (asked.Expected.Member("sample")?.EnumerateObject() ?? default)
                .Select(one => KeyValuePair.Create(one.Name, (JsonNode?)CellOf(result, one.Name)))]),
        };
    }

    public static JsonObject Segments(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "analysis_date", "method", "bins", "thresholds", "rules");
        RfmDefinition definition = Scored(asked.Input) with { Segments = TableOf(asked) };
        RfmSegmentTotals[] segments = [.. Evaluate(definition, asked.Input, PublicPurchases(asked)).Summary.Segments.Where(one => one.Totals.Users > 0)];
        return new()
        {
            ["customers"] = BySegment(segments, totals => totals.Users),
            ["revenue"] = BySegment(segments, totals => totals.Revenue),
            ["mean_recency"] = BySegment(segments, totals => totals.MeanRecency.Value),
        };
    }

    public static JsonObject Groups(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "asOf", "users", "threshold");
        Assert.Equal("mean", asked.Input.Text("threshold"));
        DateOnly asOf = CaseTimes.Date(asked.Input.Text("asOf")!);
        JsonProperty[] users = [.. asked.Input.GetProperty("users").EnumerateObject()];
        decimal[] Facts(Func<JsonElement, decimal> value) => [.. users.Select(user => value(user.Value))];
        decimal[] recency = Facts(user => asOf.DayNumber - CaseTimes.Date(user.Text("last")!).DayNumber);
        RfmSplitResult result = new RfmSplitModel().Evaluate(recency, Facts(user => user.Index("count") ?? 0), Facts(user => user.GetProperty("amount").GetDecimal()));
        if (users.All(user => user.Value.Index("count") > 0))
        {
            RequireSameOfEvents(asOf, users, result);
        }

        return new()
        {
            ["recencyDays"] = new JsonObject([.. users.Select((user, i) => KeyValuePair.Create(user.Name, (JsonNode?)recency[i]))]),
            ["means"] = new JsonObject { ["r"] = result.RecencyCut, ["f"] = result.FrequencyCut, ["m"] = result.MonetaryCut },
            ["group"] = new JsonObject([.. users.Select((user, i) => KeyValuePair.Create(user.Name, (JsonNode?)JsonNamingPolicy.CamelCase.ConvertName(result.Groups[i].ToString())))]),
        };
    }

    public static JsonObject Octants(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "analysis_date", "cut", "value_equal_to_cut");
        RfmResult result = Evaluate(Asked with { Split = RfmScoringCases.SplitOf(asked.Input) }, asked.Input, PublicPurchases(asked));
        return new()
        {
            ["cut"] = new JsonObject { ["r"] = result.SplitCuts!.Recency, ["f"] = result.SplitCuts.Frequency, ["m"] = result.SplitCuts.Monetary },
            ["counts"] = new JsonObject([.. result.Summary.Groups.Select(row => KeyValuePair.Create(
                JsonNamingPolicy.KebabCaseLower.ConvertName(row.Group.ToString()), (JsonNode?)row.Totals.Users))]),
        };
    }

    internal static RfmResult Evaluate(RfmDefinition definition, DateOnly asOf, IEnumerable<Purchase> purchases)
    {
        Purchase[] rows = [.. purchases];
        bool areNumbers = rows.All(row => long.TryParse(row.User, CultureInfo.InvariantCulture, out _)); // so that ties fall in their order
        AmountField amount = Field.Amount("amount", "USD", Math.Max(CentsScale, rows.Select(row => (int)row.Amount.Scale).DefaultIfEmpty().Max()));
        int later = rows.Any(row => row.Date < Earliest) ? DaysOf400Years : 0; // the calendar repeats, and days between dates are all that counts
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, events => (areNumbers ? events.User(row => long.Parse(row.User, CultureInfo.InvariantCulture)) : events.User(row => row.User))
            .At(row => new DateTimeOffset(row.Date.AddDays(later).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)).Name(_ => "purchase").With(amount, row => row.Amount));
        return new RfmModel(definition with { Amount = amount }).Evaluate(data, EvaluationContext.AtEndOf(asOf.AddDays(later), TimeZoneInfo.Utc));
    }

    private static RfmResult Evaluate(RfmDefinition definition, JsonElement input, IEnumerable<Purchase> purchases)
        => Evaluate(definition, CaseTimes.Date(input.Text("analysis_date")!), purchases);

    private static RfmDefinition Scored(JsonElement input)
    {
        RfmAxisScoring scoring = RfmScoringCases.ScoringOf(input);
        return Asked with { RecencyScoring = scoring, FrequencyScoring = scoring, MonetaryScoring = scoring };
    }

    // Who never bought has facts in this format, but no events; everybody else has the same group by both doors.
    private static void RequireSameOfEvents(DateOnly asOf, JsonProperty[] users, RfmSplitResult expected)
    {
        RfmResult result = Evaluate(Asked with { Frequency = RfmFrequency.Purchases }, asOf, users.SelectMany(user => PurchasesOf(user.Name, user.Value)));
        for (int i = 0; i < users.Length; i++)
        {
            Assert.True(result.Users.TryGet(users[i].Name, out RfmUser? user));
            Assert.Equal(expected.Groups[i], user.Group);
        }
    }

    // The rules of another case of the same file, but for the table that the library brings along.
    private static RfmSegmentTable TableOf(ConformanceCase asked)
    {
        string rules = asked.Input.Text("rules")!;
        string file = asked.Id[..(asked.Id.IndexOf(": ", StringComparison.Ordinal) + 2)];
        return rules == "segments-11-grid" ? RfmSegmentTables.RecencyFrequency : RfmScoringCases.TableOf(ConformanceFiles.Cases[file + rules].Input);
    }

    // Backwards, so that the order of the ids is not that of the rows.
    private static IEnumerable<Purchase> PublicPurchases(ConformanceCase asked)
    {
        JsonElement data = asked.Body.GetProperty("data");
        data.OnlyKnown("data", "file", "columns");
        JsonElement columns = data.GetProperty("columns");
        (string customer, string time, string value) = (columns.Text("customer")!, columns.Text("time")!, columns.Text("value")!);
        return PublicRows.Read(data.Text("file")!).Reverse()
            .Select(row => new Purchase(row[customer], CaseTimes.Date(row[time]), decimal.Parse(row[value], CultureInfo.InvariantCulture)));
    }

    // So many purchases, the last on a date, of an amount in all.
    private static IEnumerable<Purchase> PurchasesOf(string user, JsonElement facts)
    {
        facts.OnlyKnown("user", "last", "count", "amount");
        DateOnly last = CaseTimes.Date(facts.Text("last")!);
        return Enumerable.Range(0, facts.Index("count") ?? 0).Select(i => new Purchase(user, last.AddDays(-i), i == 0 ? facts.GetProperty("amount").GetDecimal() : 0));
    }

    private static JsonObject CountsOf(RfmResult result, RfmAxis axis)
        => new([.. result.Summary.Scores.Single(one => one.Axis == axis).Counts
            .Select((count, index) => KeyValuePair.Create((index + 1).ToString(CultureInfo.InvariantCulture), (JsonNode?)count))
            .Where(score => score.Value!.GetValue<long>() > 0)]);

    private static int? CellOf(RfmResult result, string customer)
        => result.Users.TryGet(long.Parse(customer, CultureInfo.InvariantCulture), out RfmUser? user) ? user.Cell!.Value.Number : null;

    private static JsonObject BySegment<T>(RfmSegmentTotals[] segments, Func<RfmTotals, T> value)
        => new([.. segments.Select(one => KeyValuePair.Create(one.Segment!, (JsonNode?)JsonValue.Create(value(one.Totals))))]);

    /// <summary>One purchase on one date.</summary>
    internal sealed record Purchase(string User, DateOnly Date, decimal Amount);
}
