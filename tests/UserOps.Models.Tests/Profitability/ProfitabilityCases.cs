using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Profitability;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Profitability;

/// <summary>Runs the cases of <c>profitability.json</c> that belong to this room through the public doors.</summary>
internal static class ProfitabilityCases
{
    public static JsonObject ExpectedLossOf(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "pd", "lgd", "ead");
        return Answered(() => new() { ["expectedLoss"] = ExpectedLoss.Of(Number(input, "pd"), Number(input, "lgd"), Number(input, "ead")) });
    }

    public static JsonObject Raroc(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "revenue", "expectedLoss", "operatingCost", "fundingCost", "economicCapital", "capitalReturnRate", "taxRate");
        return Answered(() =>
        {
            RiskAdjustedReturn answer = RiskAdjustedReturn.Of(
                Number(input, "revenue"),
                Number(input, "expectedLoss"),
                Number(input, "operatingCost"),
                Number(input, "fundingCost"),
                Number(input, "economicCapital"),
                Number(input, "capitalReturnRate"),
                Number(input, "taxRate"));
            return new() { ["riskAdjustedProfit"] = answer.RiskAdjustedProfit, ["raroc"] = answer.Raroc };
        });
    }

    public static JsonObject CustomerProfit(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown(
            "input", "balances", "fees", "interchange", "activities", "expectedLoss", "benefitCost", "acquisitionCost", "economicCapital", "capitalChargeRate", "taxRate");
        var accounts = new CustomerAccounts
        {
            Balances = [.. input.Items("balances").Select(BalanceOf)],
            Fees = Number(input, "fees"),
            Interchange = Number(input, "interchange"),
            Activities = [.. (input.Member("activities")?.EnumerateObject() ?? []).Select(UsageOf)],
            OtherExpectedLoss = Number(input, "expectedLoss"),
            BenefitCost = Number(input, "benefitCost"),
            AcquisitionCost = Number(input, "acquisitionCost"),
            EconomicCapital = Number(input, "economicCapital"),
        };
        var terms = new ProfitTerms { Currency = "CNY", CapitalChargeRate = Number(input, "capitalChargeRate"), TaxRate = Number(input, "taxRate") };
        return Answered(() =>
        {
            CustomerProfitStatement statement = CustomerProfitStatement.Of(accounts, terms);
            return new()
            {
                ["netInterestIncome"] = statement.NetInterestIncome,
                ["feeIncome"] = statement.FeeIncome,
                ["costToServe"] = statement.CostToServe,
                ["preTaxProfit"] = statement.PreTaxProfit,
                ["afterTaxProfit"] = statement.AfterTaxProfit,
                ["economicProfit"] = statement.EconomicProfit,
            };
        });
    }

    public static JsonObject ActivityCost(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "pools", "usage");
        IEnumerable<string> drivers = PoolsOf(input).Select(pool => pool.Driver).Distinct();
        IEnumerable<DriverUsage> usage =
            from user in input.GetProperty("usage").EnumerateObject()
            from driver in user.Value.EnumerateObject().Select(driver => driver.Name).Union(drivers)
            select new DriverUsage { User = user.Name, Driver = driver, Quantity = user.Value.Member(driver)?.GetDecimal() ?? 0 }; // an absent driver is 0
        return Answered(() =>
        {
            ActivityCostResult answer = new ActivityCostModel(new() { Currency = "CNY", Pools = [.. PoolsOf(input)] }).Allocate(usage);
            return new()
            {
                ["rate"] = new JsonObject(answer.Pools.Select(pool => KeyValuePair.Create(pool.Pool.Id, (JsonNode?)pool.Rate.Value))),
                ["allocated"] = new JsonObject(answer.Users.Select(user => KeyValuePair.Create(user.User.ToString(), (JsonNode?)user.Cost))),
                ["unallocated"] = answer.Unallocated,
            };
        });
    }

    public static JsonObject Woe(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "good", "bad", "zeroAdjustment");
        return Answered(() =>
        {
            WeightOfEvidence answer = WeightOfEvidence.Of(Counts(input, "good"), Counts(input, "bad"), input.Member("zeroAdjustment")?.GetDecimal());
            return answer.InformationValue.Value is { } total
                ? new() { ["woe"] = new JsonArray([.. answer.Bins.Select(bin => (JsonNode?)bin.Weight.Value)]), ["iv"] = total }
                : new() { ["undefined"] = "zeroTotal" };
        });
    }

    public static JsonObject ScorecardScale(ConformanceCase asked)
    {
        JsonElement input = asked.Input;
        input.OnlyKnown("input", "pointsToDouble", "baseScore", "baseOdds", "odds");
        return Answered(() =>
        {
            var scale = new ScoreScale(Measured(input, "pointsToDouble"), Measured(input, "baseScore"), Measured(input, "baseOdds"));
            return new() { ["factor"] = scale.Factor, ["offset"] = scale.Offset, ["score"] = scale.ScoreOf(Measured(input, "odds")) };
        });
    }

    private static IEnumerable<CostPool> PoolsOf(JsonElement input) => input.GetProperty("pools").EnumerateObject().Select(pool =>
    {
        pool.Value.OnlyKnown("pool", "cost", "driver", "practicalCapacity");
        return new CostPool
        {
            Id = pool.Name,
            Cost = Number(pool.Value, "cost"),
            Driver = pool.Value.Text("driver")!,
            PracticalCapacity = pool.Value.Member("practicalCapacity")?.GetDecimal(),
        };
    });

    private static CustomerBalance BalanceOf(JsonElement balance)
    {
        balance.OnlyKnown("balance", "product", "averageBalance", "customerRate", "transferRate", "side");
        return new()
        {
            Product = balance.Text("product")!,
            Side = balance.Word("side", "liability", "asset") == "asset" ? BalanceSide.Asset : BalanceSide.Liability,
            AverageBalance = Number(balance, "averageBalance"),
            CustomerRate = Number(balance, "customerRate"),
            TransferRate = Number(balance, "transferRate"),
        };
    }

    private static ActivityUsage UsageOf(JsonProperty activity)
    {
        activity.Value.OnlyKnown("activity", "count", "unitCost");
        return new() { Activity = activity.Name, Count = Number(activity.Value, "count"), UnitCost = Number(activity.Value, "unitCost") };
    }

    // Money may be written as a text, so that no reader makes a binary number of it.
    private static decimal Number(JsonElement json, string name) => json.Member(name) is not { } number ? 0
        : number.ValueKind == JsonValueKind.String ? decimal.Parse(number.GetString()!, CultureInfo.InvariantCulture)
        : number.GetDecimal();

    private static double Measured(JsonElement json, string name) => json.GetProperty(name).GetDouble();

    private static long[] Counts(JsonElement json, string name) => [.. json.Items(name).Select(count => count.GetInt64())];

    private static JsonObject Answered(Func<JsonObject> answer)
    {
        try
        {
            return answer();
        }
        catch (EmptyBinException refused)
        {
            return Refused("zeroBin", refused.ParamName, refused.Index);
        }
        catch (ArgumentOutOfRangeException refused)
        {
            return Refused("outOfRange", NameOf(refused.ParamName), null);
        }
        catch (InvalidDefinitionException refused)
        {
            string path = refused.Issues[0].Path;
            return Refused(refused.Issues[0].Code, path[(path.LastIndexOf('/') + 1)..], null);
        }
    }

    private static string? NameOf(string? parameter) => parameter switch
    {
        "defaultProbability" => "pd",
        "lossGivenDefault" => "lgd",
        "exposureAtDefault" => "ead",
        _ => parameter,
    };

    private static JsonObject Refused(string rule, string? argument, int? index)
        => new() { ["refused"] = new JsonArray(rule), ["rule"] = rule, ["argument"] = argument, ["index"] = index };
}
