using UserOps.Models.Retention;

namespace UserOps.Models.Tests.Retention;

public class RetentionCurveModelTests
{
    private static readonly long[] HighEnd = [1000, 869, 743, 653, 593, 551, 517, 491];
    private static readonly long[] Regular = [1000, 631, 468, 382, 326, 289, 262, 241];

    public static TheoryData<RetentionCurveFamily> Families => [.. Enum.GetValues<RetentionCurveFamily>()];

    [Theory] // P. Fader, B. Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21(1), 2007: .668, 3.806 and .704, 1.182, years 0 to 7
    [InlineData(true, 0.668088351106, 3.80609496406, -1611.15814739)]
    [InlineData(false, 0.704077298474, 1.18204302621, -1680.26518846)]
    public void FitSurvivors_FaderAndHardie_GivesThePublishedValues(bool isHighEnd, double alpha, double beta, double logLikelihood)
    {
        var fitted = RetentionCurveModel.FitSurvivors(RetentionCurveFamily.ShiftedBetaGeometric, isHighEnd ? HighEnd : Regular);
        Assert.Equal(RetentionCurveStatus.Converged, fitted.Status);
        AssertClose(alpha, fitted.Parameters!.Values[0], 1e-6);
        AssertClose(beta, fitted.Parameters.Values[1], 1e-6);
        Assert.Equal(logLikelihood, fitted.LogLikelihood.Value!.Value, 1e-4);
    }

    [Theory] // 40-digit evaluation of the closed form
    [InlineData(0.668088351106, 3.80609496406, 1, 0.850679262774)]
    [InlineData(0.668088351106, 3.80609496406, 12, 0.377999071598)]
    [InlineData(0.704077298474, 1.18204302621, 7, 0.23902361403)]
    [InlineData(0.704077298474, 1.18204302621, 12, 0.170037452811)]
    public void RateAt_ShiftedBetaGeometric_IsTheClosedForm(double alpha, double beta, int period, double expected)
        => AssertClose(expected, Of(RetentionCurveFamily.ShiftedBetaGeometric, alpha, beta).RateAt(period).Value!.Value, 1e-11);

    [Fact]
    public void FitSurvivors_HeldOutYears_AreForetold()
    {
        var fitted = RetentionCurveModel.FitSurvivors(RetentionCurveFamily.ShiftedBetaGeometric, HighEnd, holdout: 3);
        Assert.Equal(3, fitted.Holdout!.Periods);
        double[] errors = [.. Enumerable.Range(5, 3).Select(year => fitted.RateAt(year).Value!.Value - HighEnd[year] / 1000.0)];
        Assert.Equal(errors.Average(Math.Abs), fitted.Holdout.MeanAbsoluteError, 12);
        Assert.Equal(Math.Sqrt(errors.Average(error => error * error)), fitted.Holdout.RootMeanSquareError, 12);
        Assert.True(fitted.Holdout.RootMeanSquareError < 0.04);

        // The holdout is not looked at: the fit is that of the first five years.
        Assert.Equal(RetentionCurveModel.FitSurvivors(RetentionCurveFamily.ShiftedBetaGeometric, HighEnd.AsSpan(0, 5)).Parameters, fitted.Parameters);

        // A constant loss foretells them twice as badly: users differ, and those who stay are loyal.
        Assert.True(RetentionCurveModel.FitSurvivors(RetentionCurveFamily.Exponential, HighEnd, 3).Holdout!.MeanAbsoluteError > 2 * fitted.Holdout.MeanAbsoluteError);
    }

    [Theory] // retention of each period = kept / exposed, in closed form
    [InlineData(new long[] { 1000, 800, 640, 512 })]
    [InlineData(new long[] { 1000, 900, 850, 849 })]
    [InlineData(new long[] { 7, 3 })]
    public void FitSurvivors_Exponential_IsTheClosedForm(long[] survivors)
    {
        double expected = (double)survivors.Skip(1).Sum() / survivors.SkipLast(1).Sum();
        AssertClose(expected, RetentionCurveModel.FitSurvivors(RetentionCurveFamily.Exponential, survivors).Parameters!.Values[0], 1e-6);
    }

    [Theory]
    [InlineData(RetentionCurveFamily.Power, 0.6, 0.4)]
    [InlineData(RetentionCurveFamily.Power, 0.25, 0.9)]
    [InlineData(RetentionCurveFamily.Exponential, 0.9, null)]
    [InlineData(RetentionCurveFamily.Weibull, 0.7, 0.5)]
    [InlineData(RetentionCurveFamily.Weibull, 0.95, 1.4)]
    [InlineData(RetentionCurveFamily.ShiftedBetaGeometric, 0.7, 1.2)]
    [InlineData(RetentionCurveFamily.ShiftedBetaGeometric, 2.5, 6.0)]
    public void Fit_CountsOfAKnownCurve_FindsItsValues(RetentionCurveFamily family, double first, double? second)
    {
        const long Users = 1_000_000_000;
        RetentionCurveModel known = second is { } value ? Of(family, first, value) : Of(family, first);
        long[] survivors = [.. Enumerable.Range(0, 20).Select(period => (long)Math.Round(Users * known.RateAt(period).Value!.Value))];
        Ratio[] shares = [.. survivors.Select(left => new Ratio(left, Users))];
        foreach (var fitted in new[] { RetentionCurveModel.FitSurvivors(family, survivors, 2), RetentionCurveModel.Fit(family, shares, 2) })
        {
            Assert.Equal(RetentionCurveStatus.Converged, fitted.Status);
            Assert.All(known.Parameters!.Values.Zip(fitted.Parameters!.Values), pair => AssertClose(pair.First, pair.Second, 1e-5));
            Assert.True(fitted.Holdout!.MeanAbsoluteError < 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void FitSurvivors_NoSmallStepFromTheMaximum_LeadsHigher(RetentionCurveFamily family)
    {
        var fitted = RetentionCurveModel.FitSurvivors(family, Regular);
        for (int i = 0; i < fitted.Parameters!.Values.Length; i++)
        {
            foreach (double factor in new[] { 0.999, 1.001 })
            {
                double[] beside = [.. fitted.Parameters.Values];
                beside[i] *= factor;
                Assert.True(LogLikelihood(Of(family, beside), Regular) < fitted.LogLikelihood.Value);
            }
        }

        Assert.Equal(LogLikelihood(fitted, Regular), fitted.LogLikelihood.Value!.Value, 1e-6);
    }

    [Theory] // what the data cannot say is a status, never a number
    [InlineData(RetentionCurveFamily.Exponential, new long[] { 100, 100, 100 })]          // nobody lost
    [InlineData(RetentionCurveFamily.Exponential, new long[] { 100, 0, 0 })]              // everybody lost
    [InlineData(RetentionCurveFamily.Exponential, new long[] { 100 })]                    // no period
    [InlineData(RetentionCurveFamily.Exponential, new long[] { 0, 0, 0 })]                // nobody there
    [InlineData(RetentionCurveFamily.Weibull, new long[] { 100, 50 })]                    // one period for two values
    [InlineData(RetentionCurveFamily.Weibull, new long[] { 100, 60, 60, 60 })]            // lost at once, then nobody
    [InlineData(RetentionCurveFamily.Power, new long[] { 100, 60, 60, 60 })]
    [InlineData(RetentionCurveFamily.ShiftedBetaGeometric, new long[] { 100, 60, 60, 60 })]
    [InlineData(RetentionCurveFamily.ShiftedBetaGeometric, new long[] { 1000, 800, 640, 512 })] // the same share every period: nobody differs
    [InlineData(RetentionCurveFamily.ShiftedBetaGeometric, new long[] { 1000, 900, 700, 300 })] // rising losses, which it does not know
    public void FitSurvivors_DataThatDetermineNothing_EndInAStatus(RetentionCurveFamily family, long[] survivors)
    {
        var fitted = RetentionCurveModel.FitSurvivors(family, survivors);
        Assert.Equal(RetentionCurveStatus.NotIdentified, fitted.Status);
        Assert.Null(fitted.Parameters);
        Assert.Equal(UndefinedReason.NoSolution, fitted.RateAt(3).Undefined);
        Assert.Equal(UndefinedReason.NoSolution, fitted.LogLikelihood.Undefined);
    }

    [Fact]
    public void Fit_SharesThatRiseAndFall_AreFittedPeriodByPeriod()
    {
        Ratio[] curve = [new(1000, 1000), new(400, 1000), new(0, 0), new(310, 900), new(330, 800), new(190, 600)];
        var fitted = RetentionCurveModel.Fit(RetentionCurveFamily.Power, curve, holdout: 1);
        Assert.Equal(RetentionCurveStatus.Converged, fitted.Status);
        Assert.InRange(fitted.RateAt(30).Value!.Value, 0, fitted.RateAt(5).Value!.Value);
        Assert.Equal(1, fitted.RateAt(0).Value);
        Assert.Equal(1, fitted.Holdout!.Periods);
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void RateAt_AnyFamily_StartsAtOneAndNeverRises(RetentionCurveFamily family)
    {
        var fitted = RetentionCurveModel.FitSurvivors(family, Regular);
        double[] rates = [.. Enumerable.Range(0, 400).Select(period => fitted.RateAt(period).Value!.Value)];
        Assert.Equal(1, rates[0]);
        Assert.All(rates.Zip(rates.Skip(1)), pair => Assert.True(pair.First >= pair.Second && pair.Second >= 0));
    }

    [Theory]
    [MemberData(nameof(Families))]
    public void Parameters_SavedAndRead_GiveTheSameCurve(RetentionCurveFamily family)
    {
        var fitted = RetentionCurveModel.FitSurvivors(family, Regular);
        var read = new RetentionCurveModel(UserOpsJson.Deserialize<RetentionCurveParameters>(UserOpsJson.Serialize(fitted.Parameters!)));
        Assert.Equal(fitted.RateAt(20), read.RateAt(20));
        Assert.Equal(RetentionCurveStatus.Converged, read.Status);
        Assert.Equal(fitted.LogLikelihood, read.LogLikelihood);
        Assert.True(read.LogLikelihood.Value < 0); // of probabilities below 1
        Assert.Equal(UndefinedReason.EmptyPopulation, new RetentionCurveModel(fitted.Parameters! with { LogLikelihood = null }).LogLikelihood.Undefined);
        Assert.Equal("notFinite", Assert.Single(Assert.Throws<InvalidDefinitionException>(() => new RetentionCurveModel(fitted.Parameters! with { LogLikelihood = double.NaN })).Issues).Code);
    }

    [Theory]
    [InlineData(2, RetentionCurveFamily.Weibull, new[] { 0.5, 0.5 }, "unknownVersion", "/version", "The version is 2; 1 is known.")]
    [InlineData(1, (RetentionCurveFamily)9, new[] { 0.5, 0.5 }, "unknownValue", "/family", "9 is no RetentionCurveFamily.")]
    [InlineData(1, RetentionCurveFamily.Exponential, new[] { 0.5, 0.5 }, "valuesInvalid", "/values", "The values are [0.5, 0.5]; the shape Exponential has 1, shares from 0 to 1 and the others above 0.")]
    [InlineData(1, RetentionCurveFamily.Weibull, new[] { 1.5, 0.5 }, "valuesInvalid", "/values", "The values are [1.5, 0.5]; the shape Weibull has 2, shares from 0 to 1 and the others above 0.")]
    [InlineData(1, RetentionCurveFamily.ShiftedBetaGeometric, new[] { 1.5, double.NaN }, "valuesInvalid", "/values", "The values are [1.5, NaN]; the shape ShiftedBetaGeometric has 2, shares from 0 to 1 and the others above 0.")]
    public void Model_ParametersOfNoCurve_AreRefused(int version, RetentionCurveFamily family, double[] values, string code, string path, string message)
    {
        var refusal = Assert.Throws<InvalidDefinitionException>(() => new RetentionCurveModel(new() { Version = version, Family = family, Values = [.. values] }));
        Assert.Equal(new DefinitionIssue(code, path, message), Assert.Single(refusal.Issues));
    }

    [Theory]
    [InlineData(new long[] { 3, 4 }, 0, "Period 1 has 4 survivors; the number cannot be negative or rise. Where users come back, fit shares.")]
    [InlineData(new long[] { 3, -1 }, 0, "Period 1 has -1 survivors; the number cannot be negative or rise. Where users come back, fit shares.")]
    [InlineData(new long[] { 3, 1 }, 2, "There are 2 periods, and 2 are to be held out; period 0 at least is left.")]
    [InlineData(new long[] { }, 0, "There are 0 periods, and 0 are to be held out; period 0 at least is left.")]
    public void FitSurvivors_BadArguments_AreRefused(long[] survivors, int holdout, string message)
    {
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => RetentionCurveModel.FitSurvivors(RetentionCurveFamily.Exponential, survivors, holdout));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    private static RetentionCurveModel Of(RetentionCurveFamily family, params double[] values) => new(new() { Version = 1, Family = family, Values = [.. values] });

    // As in the paper: who leaves in each period, and who is left in the end.
    private static double LogLikelihood(RetentionCurveModel curve, long[] survivors)
    {
        double sum = survivors[^1] * Math.Log(curve.RateAt(survivors.Length - 1).Value!.Value);
        for (int period = 1; period < survivors.Length; period++)
        {
            sum += (survivors[period - 1] - survivors[period]) * Math.Log(curve.RateAt(period - 1).Value!.Value - curve.RateAt(period).Value!.Value);
        }

        return sum;
    }

    private static void AssertClose(double expected, double actual, double relative)
        => Assert.True(Math.Abs(actual - expected) <= relative * Math.Abs(expected), $"{actual:R}, not {expected:R}");
}
