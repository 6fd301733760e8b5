using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>Runs the cases about revenue per user and lifetime value of areas <c>value</c> and <c>profitability</c> through the public doors.</summary>
internal static class RevenueCases
{
    public static JsonObject PerUserWithCost(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "revenue", "active_users", "paying_users", "cost");
        var perUser = new RevenuePerUser(
            Amount(asked, "revenue"), Count(asked, "active_users"), Count(asked, "paying_users"), "the case's", cost: Amount(asked, "cost"));
        return new()
        {
            ["arpu"] = perUser.Arpu.Value,
            ["arppu"] = perUser.Arppu.Value,
            ["paying_rate"] = perUser.PayingRate.Value,
            ["margin_per_user"] = perUser.MarginPerUser!.Value.Value,
        };
    }

    public static JsonObject PerUser(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "revenue", "activeUsers", "payingUsers", "period");
        var perUser = new RevenuePerUser(
            Amount(asked, "revenue"), Count(asked, "activeUsers"), Count(asked, "payingUsers"), asked.Input.Text("period")!);
        return new()
        {
            ["arpu"] = perUser.Arpu.Value,
            ["arpuUndefined"] = perUser.Arpu.Undefined == UndefinedReason.EmptyPopulation ? "noActiveUsers" : null,
            ["arppu"] = perUser.Arppu.Value,
            ["arppuUndefined"] = perUser.Arppu.Undefined == UndefinedReason.EmptyPopulation ? "noPayingUsers" : null,
            ["payingRate"] = perUser.PayingRate.Value,
        };
    }

    public static JsonObject ClosedForm(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "marginPerPeriod", "retention", "discountRate");
        (decimal margin, double retention, double rate) = (Amount(asked, "marginPerPeriod"), Number(asked, "retention"), Number(asked, "discountRate"));
        try
        {
            return new()
            {
                ["firstMarginNow"] = Node(LifetimeValue.Of(margin, retention, rate, MarginTiming.Now)),
                ["firstMarginAfterOnePeriod"] = Node(LifetimeValue.Of(margin, retention, rate, MarginTiming.AfterOnePeriod)),
            };
        }
        catch (ArgumentOutOfRangeException refused)
        {
            return new() { ["refused"] = new JsonArray("outOfRange"), ["rule"] = "outOfRange", ["argument"] = refused.ParamName };
        }
    }

    public static JsonObject LifetimeValues(ConformanceCase asked) => asked.Input.Member("retention_curve") is null ? Horizons(asked) : OverCurve(asked);

    public static JsonObject SingleUser(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "acquisitionCost", "marginPerMonth", "discountRatePerMonth");
        UnitEconomicsResult result = new UnitEconomicsModel(new()
        {
            AcquisitionCost = Amount(asked, "acquisitionCost"),
            MarginPerPeriod = [.. Amounts(asked, "marginPerMonth")],
            DiscountRate = Amount(asked, "discountRatePerMonth"),
            Timing = MarginTiming.AfterOnePeriod,
        }).Evaluate();
        return new()
        {
            ["cumulative"] = new JsonArray([.. result.Cumulative.Select(value => (JsonNode)value)]),
            ["paybackPeriodIndex"] = result.PaybackPeriodIndex,
            ["valueToCost"] = result.ValueToCost.Value,
        };
    }

    /// <summary>Writes a number, an infinite one as the cases do.</summary>
    public static JsonNode Node(double number) => double.IsPositiveInfinity(number) ? "+inf" : double.IsNegativeInfinity(number) ? "-inf" : number;

    private static JsonObject Horizons(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "margin_per_period", "retention", "discount_rate", "horizons");
        (decimal margin, double retention, double rate) = (Amount(asked, "margin_per_period"), Number(asked, "retention"), Number(asked, "discount_rate"));
        IEnumerable<int?> horizons = asked.Input.Items("horizons").Select(horizon => horizon.ValueKind == JsonValueKind.Null ? (int?)null : horizon.GetInt32());
        return new() { ["ltv"] = new JsonArray([.. horizons.Select(horizon => Node(LifetimeValue.Of(margin, retention, rate, MarginTiming.Now, horizon)))]) };
    }

    private static JsonObject OverCurve(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "retention_curve", "arpu_per_period", "gross_margin", "discount_rate", "acquisition_cost");
        UnitEconomicsResult result = LifetimeValue.OverCurve(
            [.. Amounts(asked, "retention_curve")],
            [.. Amounts(asked, "arpu_per_period")],
            Amount(asked, "gross_margin"),
            Amount(asked, "discount_rate"),
            Amount(asked, "acquisition_cost"));
        return new()
        {
            ["cumulative_ltv"] = new JsonArray([.. result.Value.Select(value => (JsonNode)value)]),
            ["payback_period_index"] = result.PaybackPeriodIndex,
            ["ltv_to_cac"] = result.ValueToCost.Value,
        };
    }

    private static decimal Amount(ConformanceCase asked, string name) => asked.Input.GetProperty(name).GetDecimal();

    private static IEnumerable<decimal> Amounts(ConformanceCase asked, string name) => asked.Input.Items(name).Select(amount => amount.GetDecimal());

    private static double Number(ConformanceCase asked, string name) => asked.Input.GetProperty(name).GetDouble();

    private static long Count(ConformanceCase asked, string name) => asked.Input.GetProperty(name).GetInt64();
}
