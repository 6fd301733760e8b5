using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>Runs the cases of the shifted beta-geometric model through the public doors.</summary>
internal static class ShiftedBetaGeometricCases
{
    public static JsonObject Fit(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "task", "survivors_of_1000");
        double[] survivors = [.. asked.Input.Items("survivors_of_1000").Select(number => number.GetDouble())];
        return ValueCases.Fit(ShiftedBetaGeometricModel.Fit(survivors));
    });

    public static JsonObject Projection(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "t");
        ShiftedBetaGeometricModel model = ModelOf(asked);
        long[] periods = [.. asked.Input.Items("t").Select(t => t.GetInt64())];
        return new()
        {
            ["survival"] = new JsonArray([.. periods.Select(t => (JsonNode)model.SurvivalAt(t))]),
            ["retention_rate"] = new JsonArray([.. periods.Select(t => (JsonNode?)model.RetentionRateAt(t).Value)]),
        };
    }

    public static JsonObject Lifetime(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "discount_rate", "next_renewal");
        ShiftedBetaGeometricModel model = ModelOf(asked);
        double rate = asked.Input.GetProperty("discount_rate").GetDouble();
        return new()
        {
            ["discounted_expected_lifetime"] = RevenueCases.Node(model.DiscountedExpectedLifetime(rate)),
            ["discounted_expected_residual_lifetime"] = new JsonArray(
                [.. asked.Input.Items("next_renewal").Select(renewal => RevenueCases.Node(model.DiscountedExpectedResidualLifetime(renewal.GetInt64(), rate)))]),
        };
    }

    private static ShiftedBetaGeometricModel ModelOf(ConformanceCase asked)
    {
        JsonElement given = asked.Input.GetProperty("params");
        given.OnlyKnown("params", "alpha", "beta");
        return new(given.GetProperty("alpha").GetDouble(), given.GetProperty("beta").GetDouble());
    }
}
