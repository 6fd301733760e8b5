using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>Runs the cases of <c>value.json</c> about logs of purchases through the public doors.</summary>
internal static class HistoryCases
{
    private static readonly Lazy<UserOpsDataset> Cdnow = new(() => PurchaseLog.Cdnow("cdnow-master.csv"));
    private static readonly Lazy<UserOpsDataset> CdnowSample = new(() => PurchaseLog.Cdnow("cdnow-sample.csv"));

    public static JsonObject Summary(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "granularity", "unit", "observation_end", "include_first", "transactions");
        UserOpsDataset data = DataOf(asked);
        PurchaseHistoryResult result = new PurchaseHistoryModel(DefinitionOf(asked.Input)).Evaluate(data, PurchaseLog.Utc);
        bool withFirst = asked.Input.Flag("include_first");
        int[] rows = [.. Enumerable.Range(0, result.History.Count)];
        return new JsonObject
        {
            ["customers"] = result.Summary.Customers,
            ["totals"] = new JsonObject
            {
                ["frequency"] = rows.Sum(row => (double)Frequency(result, row, withFirst)),
                ["recency"] = rows.Sum(row => result.History[row].AgeAtLastPurchase),
                ["T"] = rows.Sum(row => result.History[row].Age),
                ["monetary_value"] = rows.Sum(row => Money(result, row, withFirst) ?? 0),
            },
            ["rows"] = RowsOf(asked, user => result.Customers.RowOf(user) is >= 0 and var row
                ? new JsonObject
                {
                    ["frequency"] = Frequency(result, row, withFirst),
                    ["recency"] = result.History[row].AgeAtLastPurchase,
                    ["T"] = result.History[row].Age,
                    ["monetary_value"] = Money(result, row, withFirst),
                }
                : null),
            ["absent_customers"] = new JsonArray([.. result.Customers.Users.Complement().Ids().Select(id => (JsonNode)id.ToString())]),
        };
    });

    public static JsonObject Holdout(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "granularity", "unit", "observation_end", "calibration_end", "transactions");
        CalibrationHoldoutResult result = new CalibrationHoldoutModel(new()
        {
            History = DefinitionOf(asked.Input),
            CalibrationEnd = Date(asked.Input.Text("calibration_end")!),
        }).Evaluate(DataOf(asked), PurchaseLog.Utc);
        PurchaseHistory history = result.Calibration.History;
        int[] rows = [.. Enumerable.Range(0, history.Count)];
        return new JsonObject
        {
            ["customers"] = result.Calibration.Summary.Customers,
            ["totals"] = new JsonObject
            {
                ["frequency_cal"] = rows.Sum(row => (double)history[row].RepeatPurchases),
                ["recency_cal"] = rows.Sum(row => history[row].AgeAtLastPurchase),
                ["T_cal"] = rows.Sum(row => history[row].Age),
                ["monetary_value_cal"] = rows.Sum(row => history.MeanSpendAt(row).Value ?? 0),
                ["frequency_holdout"] = rows.Sum(row => (double)result.HoldoutPurchases[row]),
                ["monetary_value_holdout"] = rows.Sum(row => (double)(result.HoldoutMeanSpendAt(row).Value ?? 0)),
                ["duration_holdout"] = result.Duration * rows.Length,
            },
            ["rows"] = RowsOf(asked, user => result.Calibration.Customers.RowOf(user) is >= 0 and var row
                ? new JsonObject
                {
                    ["frequency_cal"] = history[row].RepeatPurchases,
                    ["recency_cal"] = history[row].AgeAtLastPurchase,
                    ["T_cal"] = history[row].Age,
                    ["monetary_value_cal"] = history.MeanSpendAt(row).Value,
                    ["frequency_holdout"] = result.HoldoutPurchases[row],
                    ["monetary_value_holdout"] = (double?)result.HoldoutMeanSpendAt(row).Value,
                    ["duration_holdout"] = result.Duration,
                }
                : null),
        };
    });

    private static int Frequency(PurchaseHistoryResult result, int row, bool withFirst)
        => withFirst ? result.Customers[row].Purchases : result.History[row].RepeatPurchases;

    private static double? Money(PurchaseHistoryResult result, int row, bool withFirst)
        => withFirst ? (double?)result.Customers[row].MeanSpend.Value : result.History.MeanSpendAt(row).Value;

    private static JsonObject RowsOf(ConformanceCase asked, Func<string, JsonObject?> row)
    {
        var answer = new JsonObject();
        foreach (JsonProperty customer in asked.Expected.Member("rows")?.EnumerateObject() ?? default)
        {
            answer[customer.Name] = row(customer.Name);
        }

        return answer;
    }

    private static PurchaseHistoryDefinition DefinitionOf(JsonElement input)
    {
        CalendarUnit unit = input.Word("granularity", "day", "week", "week (Monday to Sunday)") == "day" ? CalendarUnit.Day : CalendarUnit.Week;
        input.Word("unit", unit == CalendarUnit.Day ? "day" : "week");
        return new()
        {
            Purchases = "pay",
            Amount = PurchaseLog.Money,
            Unit = new(unit),
            End = input.Text("observation_end") is { } end ? Date(end) : null,
        };
    }

    private static UserOpsDataset DataOf(ConformanceCase asked)
    {
        if (asked.Body.Member("data") is not { } data)
        {
            // A log may be empty and an amount unknown; a table of this format may not hold either.
            JsonElement[] lines = [.. asked.Input.Items("transactions")];
            return lines.Length > 0 && lines.All(line => line.EnumerateArray().All(cell => cell.ValueKind != JsonValueKind.Null))
                ? PurchaseLog.Of(lines.Select(line => new PurchaseLine(line[0].ToString(), PurchaseLog.Instant(line[1].GetString()!), line[2].GetDecimal())))
                : throw new ArgumentException("There is no transaction, or a cell of one is missing.", nameof(asked));
        }

        data.OnlyKnown("data", "file", "columns");
        JsonElement columns = data.GetProperty("columns");
        columns.OnlyKnown("columns", "customer", "time", "value");
        return (data.Text("file"), columns.Text("customer"), columns.Text("time"), columns.Text("value")) switch
        {
            ("cdnow-master.csv", "customer_id", "date", "amount") => Cdnow.Value,
            ("cdnow-sample.csv", "customer_id", "date", "amount") => CdnowSample.Value,
            _ => throw new FormatException($"This runner does not know the data {data.GetRawText()}."),
        };
    }

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
