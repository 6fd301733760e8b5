using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class ShiftedBetaGeometricModelTests
{
    private static readonly double[] HighEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

    [Theory] // Fader and Hardie 2007, table 2: alpha, beta
    [InlineData("1000 869 743 653 593 551 517 491", 0.668, 3.806)]
    [InlineData("1000 631 468 382 326 289 262 241", 0.704, 1.182)]
    public void Fit_PublishedSurvivors_GivesThePublishedValues(string survivors, double alpha, double beta)
    {
        ValueFit<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit([.. survivors.Split(' ').Select(double.Parse)]);
        Assert.Equal(ValueFitStatus.Converged, fit.Status);
        Assert.Equal(alpha, fit.Model!.Parameters.Alpha, 5e-4);
        Assert.Equal(beta, fit.Model.Parameters.Beta, 5e-4);
    }

    [Theory] // alpha, beta
    [InlineData(0.668, 3.806)]
    [InlineData(2, 5)]
    [InlineData(1, 1)]
    [InlineData(0.2, 0.3)]
    public void Fit_SimulatedCohort_RecoversTheTruthWithinItsErrors(double alpha, double beta)
    {
        long[] survivors = new ShiftedBetaGeometricModel(alpha, beta).Simulate(200_000, 24, seed: 7);
        ValueFit<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit(survivors);
        Assert.Equal(ValueFitStatus.Converged, fit.Status);
        Assert.InRange(Math.Log(fit["alpha"].Value.Value!.Value / alpha) / fit["alpha"].LogStandardError.Value!.Value, -4, 4);
        Assert.InRange(Math.Log(fit["beta"].Value.Value!.Value / beta) / fit["beta"].LogStandardError.Value!.Value, -4, 4);
        Assert.InRange(alpha, fit["alpha"].Interval(0.9999)!.Value.Low, fit["alpha"].Interval(0.9999)!.Value.High);
    }

    [Fact]
    public void Simulate_ManyCustomers_FollowsTheCurve()
    {
        var model = new ShiftedBetaGeometricModel(0.7, 1.2);
        long[] survivors = model.Simulate(200_000, 10, seed: 3);
        for (int t = 0; t <= 10; t++)
        {
            double share = model.SurvivalAt(t);
            Assert.Equal(share, survivors[t] / 200_000.0, 5 * Math.Sqrt(share * (1 - share) / 200_000) + 1e-12);
        }

        Assert.Equal(survivors, model.Simulate(200_000, 10, seed: 3));
        Assert.NotEqual(survivors, model.Simulate(200_000, 10, seed: 4));
    }

    [Fact]
    public void Fit_AtTheMaximum_HasTheErrorsOfTheHessian()
    {
        ValueFit<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit(HighEnd);
        (double alpha, double beta) = (fit["alpha"].Value.Value!.Value, fit["beta"].Value.Value!.Value);
        const double Step = 1e-3;
        double Second(double da, double db, double ea, double eb)
            => (Likelihood(alpha + da + ea, beta + db + eb) - Likelihood(alpha + da - ea, beta + db - eb) - Likelihood(alpha - da + ea, beta - db + eb) + Likelihood(alpha - da - ea, beta - db - eb)) / (4 * Step * Step);
        (double aa, double ab, double bb) = (Second(Step, 0, Step, 0), Second(Step, 0, 0, Step), Second(0, Step, 0, Step));
        double determinant = aa * bb - ab * ab;
        Assert.Equal(1, fit["alpha"].StandardError.Value!.Value / Math.Sqrt(-bb / determinant), 1e-3);
        Assert.Equal(1, fit["beta"].StandardError.Value!.Value / Math.Sqrt(-aa / determinant), 1e-3);
        Assert.Equal(Likelihood(alpha, beta), fit.LogLikelihood, 1e-8);
    }

    [Theory] // the data do not decide on both
    [InlineData("1000 900")]                  // one renewal
    [InlineData("1000")]                      // none
    [InlineData("1000 1000 1000 1000")]       // nobody left
    [InlineData("1000 500 250 125 62.5")]     // everybody alike
    [InlineData("1000 900 500 100")]          // retention falls with age
    [InlineData("1000 0 0")]                  // everybody left at once
    public void Fit_DataThatDoNotDecide_SaysSo(string survivors)
    {
        ValueFit<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit([.. survivors.Split(' ').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.Equal(ValueFitStatus.NotIdentified, fit.Status);
        Assert.Null(fit.Model);
        Assert.False(fit["alpha"].IsIdentified && fit["beta"].IsIdentified);
    }

    [Theory] // everybody left at the first renewal: probability 1
    [InlineData("100 0")]
    [InlineData("1000 0 0")]
    [InlineData("1000 0 0 0 0")]
    public void Fit_EverybodyLeavesAtTheFirstRenewal_ComesNearToCertainty(string survivors)
    {
        ValueFit<ShiftedBetaGeometricModel> fit = ShiftedBetaGeometricModel.Fit([.. survivors.Split(' ').Select(double.Parse)]);
        Assert.Equal(ValueFitStatus.NotIdentified, fit.Status);
        Assert.InRange(fit.LogLikelihood, -1e-6 * fit.Customers, 0);
    }

    [Theory] // alpha, beta, renewals; the product of the rates with 40 digits
    [InlineData(1e12, 1e15, 1000, 0.3680633042889607274)]
    [InlineData(1e10, 1e10, 70, 8.470330495335345398e-22)]
    [InlineData(1e15, 1e15, 65, 2.710505431216580011e-20)]
    [InlineData(0.668, 3.806, 200_000, 6.826882347932476292e-4)]
    public void SurvivalAt_LargeParametersFarOut_KeepsItsDigits(double alpha, double beta, long renewals, double expected)
        => Assert.Equal(1, new ShiftedBetaGeometricModel(alpha, beta).SurvivalAt(renewals) / expected, 1e-13);

    [Fact]
    public void Intervals_OfAFit_HoldTheEstimateAndAreRefusedBeforeTheyAreMissing()
    {
        ShiftedBetaGeometricModel fitted = ShiftedBetaGeometricModel.Fit(HighEnd).Model!;
        AssertAround(fitted.SurvivalIntervalAt(12), fitted.SurvivalAt(12));
        AssertAround(fitted.DiscountedExpectedLifetimeInterval(0.1), fitted.DiscountedExpectedLifetime(0.1));
        AssertAround(fitted.DiscountedExpectedResidualLifetimeInterval(5, 0.1), fitted.DiscountedExpectedResidualLifetime(5, 0.1));
        Assert.Equal(new Interval(1, 1), fitted.SurvivalIntervalAt(0));
        Assert.Null(fitted.DiscountedExpectedLifetimeInterval(0)); // infinite: alpha is below 1
        var known = new ShiftedBetaGeometricModel(1, 2);
        Assert.Null(known.SurvivalIntervalAt(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => known.SurvivalIntervalAt(3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => known.DiscountedExpectedLifetimeInterval(0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => known.DiscountedExpectedResidualLifetimeInterval(1, 0.1, double.NaN));

        static void AssertAround(Interval? interval, double estimate)
        {
            Assert.NotNull(interval);
            Assert.InRange(estimate, interval.Value.Low, interval.Value.High);
            Assert.True(interval.Value.Low < estimate && interval.Value.High < 2 * estimate);
        }
    }

    [Theory]
    [InlineData(new double[] { }, "There is nobody to begin with. (Parameter 'cohorts')")]
    [InlineData(new double[] { 0, 0 }, "There is nobody to begin with. (Parameter 'cohorts')")]
    [InlineData(new double[] { 10, 11 }, "Cohort 0 has 11 survivors after renewal 1; the number cannot be negative, infinite or rise. (Parameter 'cohorts')")]
    [InlineData(new double[] { 10, -1 }, "Cohort 0 has -1 survivors after renewal 1; the number cannot be negative, infinite or rise. (Parameter 'cohorts')")]
    [InlineData(new double[] { double.NaN }, "Cohort 0 has NaN survivors after renewal 0; the number cannot be negative, infinite or rise. (Parameter 'cohorts')")]
    public void Fit_SurvivorsThatCannotBe_AreRefused(double[] survivors, string message)
        => Assert.Equal(message, Assert.Throws<ArgumentException>(() => ShiftedBetaGeometricModel.Fit(survivors)).Message);

    [Fact]
    public void FitCohorts_OfOneCohortCutInTwo_IsTheFitOfTheWhole()
    {
        ValueFit<ShiftedBetaGeometricModel> whole = ShiftedBetaGeometricModel.Fit(HighEnd);
        double[] part = [.. HighEnd.Select(number => number * 0.25)];
        double[] rest = [.. HighEnd.Select(number => number * 0.75)];
        ValueFit<ShiftedBetaGeometricModel> parts = ShiftedBetaGeometricModel.FitCohorts([part, rest]);
        Assert.Equal(whole["alpha"].Value.Value!.Value, parts["alpha"].Value.Value!.Value, 1e-7);
        Assert.Equal(whole.LogLikelihood, parts.LogLikelihood, 1e-7);
        ValueFit<ShiftedBetaGeometricModel> shorter = ShiftedBetaGeometricModel.FitCohorts([HighEnd, HighEnd[..4], HighEnd[..1]]);
        Assert.Equal(ValueFitStatus.Converged, shorter.Status);
        Assert.True(shorter["beta"].LogStandardError.Value < whole["beta"].LogStandardError.Value);
    }

    [Theory] // alpha, beta, d: against terms added one by one
    [InlineData(0.668, 3.806, 0.1)]
    [InlineData(0.01, 3, 0.05)]
    [InlineData(1, 1, 0.05)]
    [InlineData(3, 0.02, 0.5)]
    [InlineData(40, 900, 0.01)]
    [InlineData(2e5, 5e6, 0.02)]
    [InlineData(1, 2, 9)]
    public void DiscountedExpectedLifetime_AnyParameters_IsTheSumOfItsTerms(double alpha, double beta, double d)
    {
        (double sum, double survival, double worth) = (0, 1, 1);
        for (int t = 0; survival * worth > 1e-16 * d * sum; t++)
        {
            sum += survival * worth;
            survival *= (beta + t) / (alpha + beta + t);
            worth /= 1 + d;
        }

        var model = new ShiftedBetaGeometricModel(alpha, beta);
        Assert.Equal(1, model.DiscountedExpectedLifetime(d) / sum, 1e-11);
        double stays = model.RetentionRateAt(1).Value!.Value;
        Assert.Equal(1, (sum - 1) * (1 + d) / model.DiscountedExpectedResidualLifetime(1, d), 1e-9);
        Assert.True(stays < 1);
    }

    [Theory] // as the discount goes away
    [InlineData(1.8, 3.8, 5.75)]
    [InlineData(1.8, 1e-3, 1.00125)]
    public void DiscountedExpectedLifetime_WithoutDiscount_IsTheLimit(double alpha, double beta, double expected)
    {
        var model = new ShiftedBetaGeometricModel(alpha, beta);
        Assert.Equal(expected, model.DiscountedExpectedLifetime(0), 1e-12);
        Assert.Equal(expected, model.DiscountedExpectedLifetime(1e-14), 1e-9 * expected);
        Assert.Equal(double.PositiveInfinity, new ShiftedBetaGeometricModel(1, beta).DiscountedExpectedLifetime(0));
        Assert.Equal(double.PositiveInfinity, new ShiftedBetaGeometricModel(0.9, beta).DiscountedExpectedResidualLifetime(4, 0));
    }

    [Fact]
    public void DiscountedExpectedLifetime_AtAlphaOne_IsItsClosedForm()
    {
        // With alpha = beta = 1 the chance to leave is uniform: the mean of (1 + d) / (d + theta) is (1 + d) ln((1 + d) / d).
        foreach (double d in (double[])[1e-300, 1e-12, 1e-3, 0.5, 1e6])
        {
            double expected = (1 + d) * (Math.Log(1 + d) - Math.Log(d));
            double actual = new ShiftedBetaGeometricModel(1, 1).DiscountedExpectedLifetime(d);
            Assert.Equal(1, actual / (d > 1e5 ? (1 + d) * double.LogP1(1 / d) : expected), 1e-9);
        }
    }

    [Theory] // the product, term by term, up to where it was cut
    [InlineData(0.668, 3.806)]
    [InlineData(5, 0.01)]
    [InlineData(1e-3, 1e-3)]
    [InlineData(30, 7)]
    public void SurvivalAt_FarBeyondTheData_IsTheProductOfTheRates(double alpha, double beta)
    {
        var model = new ShiftedBetaGeometricModel(alpha, beta);
        double logProduct = 0;
        for (int t = 1; t <= 20_000; t++)
        {
            logProduct += Math.Log(model.RetentionRateAt(t).Value!.Value);
            if (t is 64 or 65 or 100 or 20_000)
            {
                Assert.Equal(0, Math.Log(model.SurvivalAt(t)) - logProduct, 1e-9);
            }
        }

        Assert.InRange(model.SurvivalAt(long.MaxValue), 0, model.SurvivalAt(20_000));
    }

    [Fact]
    public void Parameters_OfAFit_AreSavedAndReadAgain()
    {
        ShiftedBetaGeometricModel model = ShiftedBetaGeometricModel.Fit(HighEnd).Model!;
        string json = UserOpsJson.Serialize(model.Parameters);
        Assert.Equal(model.Parameters, new ShiftedBetaGeometricModel(UserOpsJson.Deserialize<ShiftedBetaGeometricParameters>(json)).Parameters);
        Assert.Equal(
            "The version is 2; this library reads version 1.",
            Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new ShiftedBetaGeometricModel(model.Parameters with { Version = 2 })).Issues).Message);
        Assert.Equal(
            ["/alpha", "/beta", "/evidence/logCovariance"],
            Assert.Throws<InvalidDefinitionException>(() => new ShiftedBetaGeometricModel(
                model.Parameters with { Alpha = 0, Beta = double.NaN, Evidence = model.Parameters.Evidence! with { LogCovariance = [1] } })).Issues.Select(issue => issue.Path));
        Assert.Equal(
            ["/evidence/customers", "/evidence/logLikelihood", "/evidence/logCovariance/1"],
            Assert.Throws<InvalidDefinitionException>(() => new ShiftedBetaGeometricModel(
                model.Parameters with { Evidence = new() { Customers = 0, LogLikelihood = double.NaN, LogCovariance = [1, double.NaN, 0, 1] } })).Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Arguments_BelowTheirLimits_AreRefused()
    {
        var model = new ShiftedBetaGeometricModel(1, 2);
        Assert.Equal(UndefinedReason.ZeroBase, model.RetentionRateAt(0).Undefined);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.SurvivalAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.RetentionRateAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedExpectedLifetime(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.DiscountedExpectedResidualLifetime(0, 0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Simulate(-1, 1, 1));
    }

    private static double Likelihood(double alpha, double beta)
    {
        double value = 0;
        double survival = 1;
        for (int t = 1; t < HighEnd.Length; t++)
        {
            double next = survival * (beta + t - 1) / (alpha + beta + t - 1);
            value += (HighEnd[t - 1] - HighEnd[t]) * Math.Log(survival - next);
            survival = next;
        }

        return value + HighEnd[^1] * Math.Log(survival);
    }
}
