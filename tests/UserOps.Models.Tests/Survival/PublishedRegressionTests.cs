using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>Numbers printed in books and manuals, beside those of the conformance cases.</summary>
public class PublishedRegressionTests
{
    /// <summary>R survival 2, as quoted by lifelines' tests (tests/test_estimation.py, "strata against R output"): the Rossi data in sixteen strata.</summary>
    [PublicDataFact("rossi.csv")]
    public void Cox_RossiInStrata_IsThatOfR()
    {
        CoxModel model = CoxModel.Fit(RegressionData.Read("rossi.csv", "week", "arrest", ["fin", "age", "prio"], "race", "paro", "mar", "wexp"));
        Assert.Equal([-0.3355, -0.0590, 0.1002], model.Coefficients.Select(one => Math.Round(one.Estimate.Value!.Value, 4)));
        Assert.Equal(-436.9339, model.Parameters.LogLikelihood, 5.1e-5);

        // basehaz(centered = TRUE): the hazard of a row whose covariates are the means.
        double[] means = [.. model.Parameters.Covariates.Select(covariate => covariate.Center)];
        double[] none = [.. new[] { 14.0, 35, 37, 43, 52 }.Select(time => model.CumulativeHazard(time, means, "0000"))];
        double[] worked = [.. new[] { 27.0, 43, 48, 52 }.Select(time => model.CumulativeHazard(time, means, "0001"))];
        Derivatives.AssertClose([0.076600555, 0.169748261, 0.272088807, 0.396562717, 0.396562717], none, 1e-8);
        Derivatives.AssertClose([0.095499001, 0.204196905, 0.338393113, 0.338393113], worked, 1e-8);
    }

    /// <summary>R survival 2, as quoted there ("penalized output against R"): ridge(..., theta = 1, scale = TRUE), whose deviations are over n - 1.</summary>
    [PublicDataFact("rossi.csv")]
    public void Cox_RossiWithPenalty_IsTheRidgeRegressionOfR()
    {
        CoxModel model = CoxModel.Fit(RegressionData.Read("rossi.csv", "week", "arrest", ["fin", "age", "race", "wexp", "mar", "paro", "prio"]), new() { Penalty = 432.0 / 431 });
        Assert.Equal([-0.3761, -0.0565, 0.3099, -0.1532, -0.4295, -0.0837, 0.0909], model.Coefficients.Select(one => Math.Round(one.Estimate.Value!.Value, 4)));
    }

    /// <summary>The same there ("z values"): Wald's statistic of each coefficient.</summary>
    [PublicDataFact("rossi.csv")]
    public void Cox_Rossi_HasTheStatisticsOfR()
    {
        CoxModel model = CoxModel.Fit(RegressionData.Read("rossi.csv", "week", "arrest", ["fin", "age", "race", "wexp", "mar", "paro", "prio"]));
        Assert.Equal(
            [-1.983, -2.611, 1.019, -0.706, -1.136, -0.434, 3.194],
            model.Coefficients.Select(one => Math.Round(one.Estimate.Value!.Value / one.StandardError.Value!.Value, 3)));
    }

    /// <summary>lifelines, documentation, "Introduction to survival analysis", Weibull model of the Waltons data: rho 3.45, standard error 0.24, 1 / lambda 0.02.</summary>
    [PublicDataFact("waltons.csv")]
    public void Weibull_Waltons_IsTheTableOfLifelines()
    {
        AftModel model = AftModel.Fit(RegressionData.Read("waltons.csv", "time", "event", []));
        double shape = 1 / model.Scale.Value!.Value;
        Assert.Equal(-672.062, model.Parameters.LogLikelihood, 5.1e-4);
        Assert.Equal(3.45, shape, 5.1e-3);
        Assert.Equal(0.24, shape * model.LogScaleStandardError.Value!.Value, 5.1e-3);
        Assert.Equal(0.02, Math.Exp(-model.Parameters.Intercept!.Value), 5.1e-3);
    }

    /// <summary>W. Venables, B. Ripley, Modern Applied Statistics with S, 4th edition, 2002, section 13.2: the Gehan data, Weibull and exponential.</summary>
    [PublicDataFact("gehan.csv")]
    public void Weibull_Gehan_IsTheTableOfVenablesAndRipley()
    {
        SurvivalTable table = RegressionData.Read("gehan.csv", "time", "event", ["control = (group is control)"]);
        AftModel model = AftModel.Fit(table);
        // The book codes 6-MP; the control is what is left.
        Assert.Equal([3.516, -1.267], model.Coefficients.Select(one => Math.Round(one.Estimate.Value!.Value, 3)));
        Assert.Equal([0.252, 0.311], model.Coefficients.Select(one => Math.Round(one.StandardError.Value!.Value, 3)));
        Assert.Equal(0.732, model.Scale.Value!.Value, 5.1e-4);
        Assert.Equal(-106.6, model.Parameters.LogLikelihood, 0.051);
        Assert.Equal(-116.4, AftModel.Fit(table, new() { Covariates = [] }).Parameters.LogLikelihood, 0.051);
        Assert.Equal(-108.5, AftModel.Fit(table, new() { Family = LifetimeFamily.Exponential }).Parameters.LogLikelihood, 0.051);
        Assert.Equal(-116.8, AftModel.Fit(table, new() { Family = LifetimeFamily.Exponential, Covariates = [] }).Parameters.LogLikelihood, 0.051);
    }

    /// <summary>In a Weibull, proportional hazards and accelerated time are one model: ln of the hazard ratio is minus the coefficient by the scale.</summary>
    [PublicDataFact("lung.csv")]
    public void Weibull_Lung_AgreesWithCoxOnTheHazardRatios()
    {
        SurvivalTable table = RegressionData.Read("lung.csv", "time", "event", ["ph_ecog", "age", "sex"]);
        AftModel model = AftModel.Fit(table);

        // R survival, example of survreg over these covariates, as printed by Therneau and Grambsch's package.
        Assert.Equal([6.273435, -0.339638, -0.007475, 0.401091], model.Coefficients.Select(one => Math.Round(one.Estimate.Value!.Value, 6)));
        Assert.Equal(0.731109, model.Scale.Value!.Value, 5.1e-7);
        CoxModel cox = CoxModel.Fit(table);
        Assert.All(cox.Coefficients.Zip(model.Coefficients.Skip(1)), pair =>
            Assert.Equal(pair.First.Estimate.Value!.Value, -pair.Second.Estimate.Value!.Value / model.Scale.Value!.Value, pair.First.StandardError.Value!.Value / 3));
    }
}
