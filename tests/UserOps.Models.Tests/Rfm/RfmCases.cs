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
    private static readonly AmountField Amount = Field.Amount("amount", "USD", CentsScale);
    private static readonly RfmDefinition Asked = new() { Purchases = EventFilter.Any, Amount = Amount };

    public static JsonObject Table(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "analysis_date", "transactions");
        JsonElement[] transactions = [.. asked.Input.Items("transactions")];
        RfmResult result = Evaluate(Asked, asked.Input, transactions.Select(row => new Purchase(row[0].GetString()!, CaseTimes.Date(row[1].GetString()!), row[2].GetDecimal())));
        return new()
        {
            ["rows"] = new JsonObject([.. result.Users.All().Select(user => KeyValuePair.Create(user.Id.ToString(), (JsonNode?)new JsonObject
            {
                ["recency_days"] = user.Recency,
                ["frequency"] = user.Purchases,
                ["monetary"] = user.Monetary,
            }))]),
            ["absent"] = new JsonArray([.. result.Users.Outside.Ids().Select(id => (JsonNode)id.ToString())]),
        };
    }

    public static JsonObject Scores(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "analysis_date", "method", "bins", "order");
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
        asked.Input.OnlyKnown("input", "analysis_date", "method", "bins", "rules");
        Assert.Equal("segments-11-grid", asked.Input.Text("rules"));
        RfmDefinition definition = Scored(asked.Input) with { Segments = RfmSegmentTables.RecencyFrequency };
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
        IEnumerable<Purchase> purchases = asked.Input.GetProperty("users").EnumerateObject().SelectMany(user => PurchasesOf(user.Name, user.Value));
        RfmResult result = Evaluate(Asked with { Frequency = RfmFrequency.Purchases }, CaseTimes.Date(asked.Input.Text("asOf")!), purchases);
        return new()
        {
            ["recencyDays"] = ByUser(result, user => user.Recency),
            ["means"] = new JsonObject
            {
                ["r"] = result.Summary.Members.MeanRecency.Value,
                ["f"] = result.Summary.Members.MeanFrequency.Value,
                ["m"] = result.Summary.Members.MeanMonetary.Value,
            },
            ["group"] = ByUser(result, user => JsonNamingPolicy.CamelCase.ConvertName(user.Group.ToString()!)),
        };
    }

    public static JsonObject Octants(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "analysis_date", "cut", "value_equal_to_cut");
        RfmSplit split = new()
        {
            Method = asked.Input.Word("cut", "mean", "median") == "mean" ? RfmSplitMethod.Mean : RfmSplitMethod.Median,
            EqualToCut = asked.Input.Word("value_equal_to_cut", "high", "low") == "high" ? RfmCutSide.High : RfmCutSide.Low,
        };
        RfmResult result = Evaluate(Asked with { Split = split }, asked.Input, PublicPurchases(asked));
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
        UserOpsDataset data = UserOpsDataset.FromEvents(rows, events => (areNumbers ? events.User(row => long.Parse(row.User, CultureInfo.InvariantCulture)) : events.User(row => row.User))
            .At(row => new DateTimeOffset(row.Date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)).Name(_ => "purchase").With(Amount, row => row.Amount));
        return new RfmModel(definition).Evaluate(data, EvaluationContext.AtEndOf(asOf, TimeZoneInfo.Utc));
    }

    private static RfmResult Evaluate(RfmDefinition definition, JsonElement input, IEnumerable<Purchase> purchases)
        => Evaluate(definition, CaseTimes.Date(input.Text("analysis_date")!), purchases);

    private static RfmDefinition Scored(JsonElement input)
    {
        var scoring = new RfmAxisScoring
        {
            Method = input.Word("method", "value-quantile", "rank-first", "ntile", "percent-rank") switch
            {
                "value-quantile" => RfmScoringMethod.ValueQuantile,
                "rank-first" => RfmScoringMethod.RankFirst,
                "ntile" => RfmScoringMethod.Ntile,
                _ => RfmScoringMethod.PercentRank,
            },
            Bins = input.Index("bins"),
        };
        return Asked with { RecencyScoring = scoring, FrequencyScoring = scoring, MonetaryScoring = scoring };
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

    private static JsonObject ByUser<T>(RfmResult result, Func<RfmUser, T> value)
        => new([.. result.Users.All().Select(user => KeyValuePair.Create(user.Id.ToString(), (JsonNode?)JsonValue.Create(value(user))))]);

    /// <summary>One purchase on one date.</summary>
    internal sealed record Purchase(string User, DateOnly Date, decimal Amount);
}
