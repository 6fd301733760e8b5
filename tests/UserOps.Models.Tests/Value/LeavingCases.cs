using System.Text.Json.Nodes;
using UserOps.Models.Tests.Conformance;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

/// <summary>Runs the cases of the Pareto/NBD and of the BG/BB through the public doors.</summary>
internal static class LeavingCases
{
    public static JsonObject Fit(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "task", "rows");
        return ValueCases.Fit(ParetoNbdModel.Fit(ValueCases.History(asked)));
    });

    public static JsonObject FitOfOpportunities(ConformanceCase asked) => ValueCases.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "task", "rows");
        IReadOnlyDictionary<string, double[]> columns = ValueCases.Columns(asked);
        return ValueCases.Fit(BetaGeometricBetaBernoulliModel.Fit(PurchaseHistory.Of(
            [.. columns["frequency"].Select(ValueCases.Whole)], columns["recency"], columns["periods"], weights: columns.GetValueOrDefault("weight"))));
    });

    public static JsonObject Individual(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "x", "t_x", "T", "horizon");
        ParetoNbdModel model = ModelOf(asked);
        var customer = new PurchaseRecord(asked.Input.GetProperty("x").GetInt32(), asked.Input.GetProperty("t_x").GetDouble(), asked.Input.GetProperty("T").GetDouble());
        return new()
        {
            ["log_likelihood"] = model.LogLikelihood(customer),
            ["probability_alive"] = model.ProbabilityAlive(customer),
            ["expected_transactions"] = model.ExpectedPurchases(customer, asked.Input.GetProperty("horizon").GetDouble()),
        };
    }

    public static JsonObject Expectation(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "t");
        ParetoNbdModel model = ModelOf(asked);
        return new() { ["expected"] = ValueCases.List(asked.Input.Items("t").Select(time => (double?)model.ExpectedPurchases(time.GetDouble()))) };
    }

    public static JsonObject Probabilities(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "t", "n");
        ParetoNbdModel model = ModelOf(asked);
        double age = asked.Input.GetProperty("t").GetDouble();
        return new() { ["probability"] = ValueCases.List(asked.Input.Items("n").Select(n => (double?)model.ProbabilityOf(n.GetInt32(), age))) };
    }

    public static JsonObject Discounted(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "x", "t_x", "T", "discount_rate_continuous");
        ParetoNbdModel model = ModelOf(asked);
        DiscountRate discount = DiscountRate.OfContinuous(asked.Input.GetProperty("discount_rate_continuous").GetDouble());
        int[] repeats = [.. asked.Input.Items("x").Select(x => x.GetInt32())];
        double[] lasts = [.. asked.Input.Items("t_x").Select(time => time.GetDouble())];
        double[] ages = [.. asked.Input.Items("T").Select(time => time.GetDouble())];
        return new()
        {
            ["dert"] = ValueCases.List(repeats.Select((x, i) => (double?)model.DiscountedExpectedTransactions(new(x, lasts[i], ages[i]), discount))),
        };
    }

    public static JsonObject IndividualOfOpportunities(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "x", "t_x", "n", "horizon", "discount_rate_per_period");
        BetaGeometricBetaBernoulliModel model = OpportunityModelOf(asked);
        var customer = new PurchaseRecord(asked.Input.GetProperty("x").GetInt32(), asked.Input.GetProperty("t_x").GetInt32(), asked.Input.GetProperty("n").GetInt32());
        var answer = new JsonObject
        {
            ["log_likelihood"] = model.LogLikelihood(customer),
            ["probability_alive_next"] = model.ProbabilityAlive(customer, after: 1),
        };
        if (asked.Input.Member("horizon") is { } horizon)
        {
            answer["expected_transactions"] = model.ExpectedPurchases(customer, horizon.GetInt32());
        }

        if (asked.Input.Member("discount_rate_per_period") is { } rate)
        {
            answer["dert"] = model.DiscountedExpectedTransactions(customer, DiscountRate.OfUnit(rate.GetDouble()));
        }

        return answer;
    }

    public static JsonObject ProbabilitiesOfOpportunities(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "params", "n_periods", "x");
        BetaGeometricBetaBernoulliModel model = OpportunityModelOf(asked);
        int opportunities = asked.Input.GetProperty("n_periods").GetInt32();
        return new()
        {
            ["probability"] = ValueCases.List(asked.Input.Items("x").Select(x => (double?)model.ProbabilityOf(x.GetInt32(), opportunities))),
            ["expected"] = model.ExpectedPurchases(opportunities),
        };
    }

    /// <summary>Makes the Pareto/NBD of the parameters of a case.</summary>
    public static ParetoNbdModel ModelOf(ConformanceCase asked) => new(new()
    {
        Version = 1,
        R = ValueCases.Parameter(asked, "r"),
        Alpha = ValueCases.Parameter(asked, "alpha"),
        S = ValueCases.Parameter(asked, "s"),
        Beta = ValueCases.Parameter(asked, "beta"),
    });

    private static BetaGeometricBetaBernoulliModel OpportunityModelOf(ConformanceCase asked) => new(new()
    {
        Version = 1,
        Alpha = ValueCases.Parameter(asked, "alpha"),
        Beta = ValueCases.Parameter(asked, "beta"),
        Gamma = ValueCases.Parameter(asked, "gamma"),
        Delta = ValueCases.Parameter(asked, "delta"),
    });
}
