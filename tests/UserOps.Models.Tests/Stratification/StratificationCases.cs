using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Stratification;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Stratification;

/// <summary>Runs the cases about strata of the areas stratification, value and profitability through the public doors.</summary>
internal static class StratificationCases
{
    public static JsonObject Pareto(ConformanceCase asked) => Answered(() =>
    {
        asked.Input.OnlyKnown("input", "values", "topFraction", "targetShare");
        _ = new ParetoModel().Evaluate(Decimals(asked.Input.GetProperty("values"))); // the contract refuses values before what is asked of them
        var model = new ParetoModel(new()
        {
            TopFractions = [asked.Input.GetProperty("topFraction").GetDecimal()],
            TargetShares = [asked.Input.GetProperty("targetShare").GetDecimal()],
        });
        ParetoSummary summary = model.Evaluate(Decimals(asked.Input.GetProperty("values")));
        return summary.Undefined is { } reason ? Undefined(reason) : new()
        {
            ["topCount"] = summary.Tops[0].Holds.Users,
            ["topShare"] = summary.Tops[0].Holds.ValueShare.Value,
            ["usersFor80"] = summary.Targets[0].Holds!.Users,
            ["usersFor80Share"] = summary.Targets[0].Holds!.UserShare.Value,
        };
    });

    public static JsonObject Abc(ConformanceCase asked) => Answered(() =>
    {
        asked.Input.OnlyKnown("input", "values", "cutoffs");
        JsonElement cutoffs = asked.Input.GetProperty("cutoffs");
        cutoffs.OnlyKnown("cutoffs", "A", "B");
        (decimal a, decimal b) = (CutOff(cutoffs, "A"), CutOff(cutoffs, "B"));
        PyramidDefinition abc = StratificationPresets.Abc;
        PyramidResult result = new PyramidModel(abc with
        {
            // A cut-off that does not rise leaves nobody for its class.
            Tiers = [abc.Tiers[0] with { Bound = a }, .. b > a ? [abc.Tiers[1] with { Bound = b }] : ReadOnlySpan<PyramidTier>.Empty, abc.Tiers[2]],
        }).Evaluate(Given(asked.Input.GetProperty("values")));
        return result.Summary.Undefined is { } reason ? Undefined(reason) : new() { ["classes"] = TierOf(asked, result) };
    }, asked);

    public static JsonObject Lorenz(ConformanceCase asked) => Answered(() =>
    {
        asked.Input.OnlyKnown("input", "values");
        LorenzCurve curve = new LorenzModel().Evaluate(Decimals(asked.Input.GetProperty("values")));
        return curve.Undefined is { } reason ? Undefined(reason) : new()
        {
            ["lorenz"] = new JsonArray([.. curve.Points.Select(point => (JsonNode)point.ValueShare)]),
            ["gini"] = curve.Gini.Value,
        };
    });

    public static JsonObject Pyramid(ConformanceCase asked) => Answered(() =>
    {
        asked.Input.OnlyKnown("input", "values", "tiers", "topShares", "ties");
        bool byShares = asked.Input.Member("topShares") is not null;
        PyramidResult result = new PyramidModel(new()
        {
            Id = "case",
            Name = new("金字塔", "pyramid"),
            Basis = byShares ? PyramidBasis.UserShares : PyramidBasis.Thresholds,
            Rounding = PyramidRounding.Down, // the contract: rank <= share x n
            Ties = asked.Input.Word("ties", "byId", "together") == "byId" ? PyramidTies.ById : PyramidTies.Together,
            Tiers = [.. asked.Input.Items(byShares ? "topShares" : "tiers").Select(tier => Tier(tier.Text("name")!, tier.GetProperty(byShares ? "share" : "from").GetDecimal()))],
        }).Evaluate(Given(asked.Input.GetProperty("values")));
        return new()
        {
            ["tierOf"] = TierOf(asked, result),
            ["counts"] = new JsonObject([.. result.Summary.Strata.Select(stratum => KeyValuePair.Create(stratum.Tier, (JsonNode?)stratum.Users))]),
            ["unassigned"] = result.Summary.Unassigned,
            ["isPyramid"] = result.IsPyramid,
        };
    });

    public static JsonObject Whale(ConformanceCase asked) => Answered(() =>
    {
        asked.Input.OnlyKnown("input", "profits");
        WhaleCurveSummary summary = new WhaleCurveModel().Evaluate(Decimals(asked.Input.GetProperty("profits")));
        return summary.Undefined is { } reason ? new() { ["undefined"] = reason == UndefinedReason.EmptyPopulation ? "emptyPopulation" : "nonPositiveTotal" } : new()
        {
            ["cumulativeShare"] = new JsonArray([.. summary.Points.Skip(1).Select(point => (JsonNode)point.ProfitShare)]),
            ["peak"] = summary.Peak.Value,
            ["peakAt"] = summary.PeakAt.Value,
            ["lossMakers"] = summary.LossMakers,
        };
    });

    public static JsonObject ValuePareto(ConformanceCase asked) => Answered(() =>
    {
        asked.Input.OnlyKnown("input", "values", "top_fractions", "value_fractions", "rule");
        var model = new ParetoModel(new()
        {
            TopFractions = [.. asked.Input.Items("top_fractions").Select(fraction => fraction.GetDecimal())],
            TargetShares = [.. asked.Input.Items("value_fractions").Select(share => share.GetDecimal())],
        });
        if (asked.DataFile is null && asked.Input.Items("values").Any(value => value.ValueKind == JsonValueKind.Null))
        {
            return Refused("missingValue", "values"); // no list of decimals holds a missing one
        }

        ParetoSummary summary = asked.DataFile is { } file
            ? model.Evaluate(PublicSpend.Read(file)).Summary
            : model.Evaluate(Decimals(asked.Input.GetProperty("values")));
        return summary.Undefined is UndefinedReason.EmptyPopulation ? Refused("emptyPopulation", "values")
            : summary.Undefined is { } reason ? Undefined(reason)
            : new()
            {
                ["customers"] = summary.Users,
                ["total"] = summary.Total,
                ["value_share_of_top"] = new JsonArray([.. summary.Tops.Select(top => (JsonNode?)top.Holds.ValueShare.Value)]),
                ["fewest_customers_for_value"] = new JsonArray([.. summary.Targets.Select(target => (JsonNode)target.Holds!.Users)]),
                ["gini"] = summary.Gini.Value,
            };
    });

    public static JsonObject ValuePyramid(ConformanceCase asked) => Answered(() =>
    {
        asked.Input.OnlyKnown("input", "values", "strata", "rule");
        decimal cumulative = 0;
        PyramidSummary summary = new PyramidModel(StratificationPresets.CustomerPyramid with
        {
            Tiers = [.. asked.Input.GetProperty("strata").EnumerateObject().Select(stratum => Tier(stratum.Name, cumulative += stratum.Value.GetDecimal()))],
        }).Evaluate(PublicSpend.Read(asked.DataFile!)).Summary;
        return new()
        {
            ["counts"] = new JsonArray([.. summary.Strata.Select(stratum => (JsonNode)stratum.Users)]),
            ["minimum_value"] = new JsonArray([.. summary.Strata.Select(stratum => (JsonNode?)stratum.Minimum)]),
            ["revenue_share"] = new JsonArray([.. summary.Strata.Select(stratum => (JsonNode?)summary.ValueShare(stratum.Tier).Value)]),
        };
    });

    // The contract's cut-off of 1 ends with the value; a bound of 1 takes those without any too, and the last decimal before it does not.
    private static decimal CutOff(JsonElement cutoffs, string name) => Math.Min(cutoffs.GetProperty(name).GetDecimal(), 0.9999999999999999999999999999m);

    private static JsonObject Refused(string rule, string argument) => new() { ["refused"] = new JsonArray(rule), ["rule"] = rule, ["argument"] = argument };

    private static JsonObject Answered(Func<JsonObject> answer, ConformanceCase? byUser = null)
    {
        try
        {
            return answer();
        }
        catch (NegativeValuesException refused)
        {
            return new()
            {
                ["refused"] = new JsonArray("negativeValue"),
                ["rule"] = "negativeValue",
                ["argument"] = refused.ParamName,
                ["index"] = byUser is null ? refused.Index : byUser.Input.GetProperty("values").EnumerateObject().Select(user => (UserId)user.Name).ToList().FindIndex(refused.Users.Contains),
            };
        }
        catch (InvalidDefinitionException refused)
        {
            return new()
            {
                ["refused"] = new JsonArray([.. refused.Issues.Select(issue => (JsonNode)issue.Code)]),
                ["rule"] = refused.Issues[0].Code,
                ["argument"] = refused.Issues[0].Path.Split('/')[1].TrimEnd('s'),
            };
        }
    }

    private static JsonObject Undefined(UndefinedReason reason) => new()
    {
        ["undefined"] = reason switch
        {
            UndefinedReason.EmptyPopulation => "emptyPopulation",
            UndefinedReason.ZeroBase => "zeroTotal",
            _ => throw new FormatException($"{reason} is not a reason here."),
        },
    };

    private static PyramidTier Tier(string name, decimal bound) => new() { Id = name, Name = new(name, name), Bound = bound };

    private static ReadOnlySpan<decimal> Decimals(JsonElement values) => values.EnumerateArray().Select(value => value.GetDecimal()).ToArray();

    private static JsonObject TierOf(ConformanceCase asked, PyramidResult result)
        => new([.. asked.Input.GetProperty("values").EnumerateObject().Select(user => KeyValuePair.Create(user.Name, (JsonNode?)result.Users.TierOf(user.Name)))]);

    private static UserAmounts Given(JsonElement values)
    {
        UserDirectory users = Amounts.Directory([.. values.EnumerateObject().Select(user => user.Name)]);
        return UserAmounts.Of(users, values.EnumerateObject().Where(user => user.Value.ValueKind != JsonValueKind.Null)
            .Select(user => KeyValuePair.Create((UserId)user.Name, user.Value.GetDecimal())));
    }
}
