using System.Text.Json;
using System.Text.Json.Nodes;
using UserOps.Models.Survival;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Survival;

/// <summary>Runs the cases of regressions of area <c>survival</c> through the public doors.</summary>
internal static class RegressionCases
{
    public static JsonObject Cox(ConformanceCase asked) => CaseRows.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "covariates", "ties", "rows");
        CoxModel model = CoxModel.Fit(RegressionData.Read(asked), OptionsOf(asked.Input));
        if (model.Status != SurvivalFitStatus.Converged)
        {
            return new() { ["status"] = StatusOf(model.Status) };
        }

        return new()
        {
            ["status"] = StatusOf(model.Status),
            ["names"] = List(model.Coefficients.Select(one => (JsonNode)one.Name)),
            ["coef"] = Numbers(model.Coefficients.Select(one => one.Estimate.Value)),
            ["se"] = Numbers(model.Coefficients.Select(one => one.StandardError.Value)),
            ["hazard_ratio"] = Numbers(model.Coefficients.Select(one => one.HazardRatio.Value)),
            ["loglik_null"] = model.Parameters.LogLikelihoodNull,
            ["loglik"] = model.Parameters.LogLikelihood,
            ["lr_test"] = model.LikelihoodRatio?.Statistic,
            ["score_test"] = model.Score?.Statistic,
            ["concordance"] = model.Concordance.Value.Value,
        };
    });

    public static JsonObject CoxPrediction(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "covariates", "ties", "baseline_at", "predict", "rows");
        CoxModel model = CoxModel.Fit(RegressionData.Read(asked), OptionsOf(asked.Input));
        double[] zero = new double[model.Coefficients.Length];
        double[] predicted = [.. model.Coefficients.Select(one => asked.Input.GetProperty("predict").GetProperty(one.Name).GetDouble())];
        return new()
        {
            ["coef"] = Numbers(model.Coefficients.Select(one => one.Estimate.Value)),
            ["baseline"] = AtTimes(asked, "baseline", "cumulative_hazard", time => model.CumulativeHazard(time, zero)),
            ["prediction"] = AtTimes(asked, "prediction", "survival", time => model.Survival(time, predicted)),
        };
    }

    public static JsonObject ProportionalHazards(ConformanceCase asked)
    {
        asked.Input.OnlyKnown("input", "covariates", "ties", "transform", "rows");
        Assert.Equal("identity", asked.Input.Text("transform"));
        SurvivalTable table = RegressionData.Read(asked);
        ProportionalHazardsTest test = CoxModel.Fit(table, OptionsOf(asked.Input)).TestProportionalHazards(table);
        CoxTest?[] tests = [.. test.Covariates.Select(one => one.Test), test.Global];
        return new()
        {
            ["order"] = List([.. test.Covariates.Select(one => (JsonNode)one.Name), "GLOBAL"]),
            ["chisq"] = Numbers(tests.Select(one => one?.Statistic)),
            ["p"] = Numbers(tests.Select(one => one?.PValue)),
        };
    }

    public static JsonObject Parametric(ConformanceCase asked) => CaseRows.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "distribution", "form", "rows");
        AftModel model = AftModel.Fit(RegressionData.Read(asked), new() { Family = FamilyOf(asked.Input), Covariates = [] });
        if (model.Status != SurvivalFitStatus.Converged)
        {
            return new() { ["status"] = StatusOf(model.Status) };
        }

        return new()
        {
            ["intercept"] = model.Coefficients[0].Estimate.Value,
            ["scale"] = model.Scale.Value,
            ["se"] = ErrorsOf(model),
            ["loglik"] = model.Parameters.LogLikelihood,
            ["median"] = model.At().Median,
        };
    });

    public static JsonObject Aft(ConformanceCase asked) => CaseRows.Answered(() =>
    {
        asked.Input.OnlyKnown("input", "distribution", "covariates", "form", "rows");
        AftModel model = AftModel.Fit(RegressionData.Read(asked), new() { Family = FamilyOf(asked.Input) });
        if (model.Status != SurvivalFitStatus.Converged)
        {
            return new() { ["status"] = StatusOf(model.Status) };
        }

        return new()
        {
            ["names"] = List(model.Coefficients.Select(one => (JsonNode)one.Name)),
            ["coef"] = Numbers(model.Coefficients.Select(one => one.Estimate.Value)),
            ["scale"] = model.Scale.Value,
            ["se"] = ErrorsOf(model),
            ["loglik"] = model.Parameters.LogLikelihood,
        };
    });

    // An exponential has no scale to be unsure of.
    private static JsonArray ErrorsOf(AftModel model)
        => Numbers(model.Coefficients.Select(one => one.StandardError).Append(model.LogScaleStandardError).Select(error => error.Value).Where(error => error is not null));

    private static CoxOptions OptionsOf(JsonElement input) => new()
    {
        Ties = input.Word("ties", "efron", "breslow", "exact") switch
        {
            "efron" => CoxTies.Efron,
            "breslow" => CoxTies.Breslow,
            _ => CoxTies.Exact,
        },
    };

    private static LifetimeFamily FamilyOf(JsonElement input) => input.Word("distribution", "weibull", "exponential", "lognormal", "loglogistic") switch
    {
        "exponential" => LifetimeFamily.Exponential,
        "lognormal" => LifetimeFamily.LogNormal,
        "loglogistic" => LifetimeFamily.LogLogistic,
        _ => LifetimeFamily.Weibull,
    };

    private static string StatusOf(SurvivalFitStatus status) => status switch
    {
        SurvivalFitStatus.Converged => "converged",
        SurvivalFitStatus.NotIdentified => "not-identified",
        _ => "iteration-limit",
    };

    private static JsonObject AtTimes(ConformanceCase asked, string member, string name, Func<double, double> value)
    {
        double[] times = [.. asked.Expected.GetProperty(member).Items("time").Select(time => time.GetDouble())];
        return new() { ["time"] = Numbers(times.Select(time => (double?)time)), [name] = Numbers(times.Select(time => (double?)value(time))) };
    }

    private static JsonArray Numbers(IEnumerable<double?> values) => List(values.Select(value => value is { } number ? JsonValue.Create(number) : (JsonNode?)null));

    private static JsonArray List(IEnumerable<JsonNode?> values) => new([.. values]);
}
