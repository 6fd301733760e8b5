using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>Curves against a reading of the contract that asks all rows for every number, over random tables with ties, weights and late entry.</summary>
public class CurveTwinTests
{
    private const int Tables = 300;
    private static readonly double[] Anywhere = [0, 0.5, 1, 3, 4.25, 7, 9, 100];

    [Fact]
    public void KaplanMeier_RandomTables_AreThatOfTheContract() => ForEach(rows =>
    {
        SurvivalCurve curve = new KaplanMeierModel().Evaluate(RandomRows.TableOf(rows)).Curve;
        Assert.Equal(NaiveSurvival.EventTimes(rows), curve.Points.Select(point => point.Time));
        foreach (double time in Anywhere.Concat(NaiveSurvival.EventTimes(rows)))
        {
            SurvivalPoint point = curve.At(time);
            Close(NaiveSurvival.AtRisk(rows, time), point.AtRisk);
            Close(NaiveSurvival.Ends(rows, time), point.Events);
            Close(NaiveSurvival.Survival(rows, time), point.Survival);
            Assert.Equal(point.Survival, curve.SurvivalAt(time));
            Close(NaiveSurvival.StandardError(rows, time), point.StandardError.Value);
        }
    });

    [Fact]
    public void KaplanMeier_Groups_AreTheirRowsAlone() => ForEach(rows =>
    {
        KaplanMeierResult result = new KaplanMeierModel().Evaluate(RandomRows.TableOf(rows));
        Assert.Equal(rows.Select(row => row.Group).Distinct().Order(StringComparer.Ordinal), result.Groups.Select(group => group.Label));
        foreach (SurvivalGroupCurve group in result.Groups)
        {
            NaiveRow[] own = [.. rows.Where(row => row.Group == group.Label)];
            foreach (double time in Anywhere)
            {
                Close(NaiveSurvival.AtRisk(own, time), group.Curve.At(time).AtRisk);
                Close(NaiveSurvival.Survival(own, time), group.Curve.SurvivalAt(time));
            }
        }
    });

    [Fact]
    public void RestrictedMean_RandomTables_IsTheAreaUnderTheCurve() => ForEach(rows =>
    {
        SurvivalCurve curve = new KaplanMeierModel().Evaluate(RandomRows.TableOf(rows)).Curve;
        foreach (double horizon in Anywhere)
        {
            (double mean, double error) = NaiveSurvival.RestrictedMean(rows, horizon);
            RestrictedMean actual = curve.RestrictedMean(horizon);
            Close(mean, actual.Mean);
            Close(error, actual.StandardError);
        }
    });

    [Fact]
    public void NelsonAalen_RandomTables_AreThatOfTheContract() => ForEach(rows =>
    {
        HazardCurve curve = new NelsonAalenModel().Evaluate(RandomRows.TableOf(rows)).Curve;
        foreach (double time in Anywhere)
        {
            (double hazard, double variance) = NaiveSurvival.Hazard(rows, time);
            Close(hazard, curve.At(time).CumulativeHazard);
            Close(Math.Sqrt(variance), curve.At(time).StandardError);
        }
    });

    [Fact]
    public void AalenJohansen_RandomTables_AreTheSumsOfTheFormula() => ForEach(rows =>
    {
        IncidenceCurves curves = new CompetingRisksModel().Evaluate(RandomRows.TableOf(rows)).Curves;
        foreach (double time in Anywhere)
        {
            foreach (IncidenceCurve cause in curves.Causes)
            {
                IncidencePoint point = cause.At(time);
                Close(NaiveSurvival.Incidence(rows, cause.Cause, time), point.Incidence);
                Assert.Equal(NaiveSurvival.IncidenceVariance(rows, cause.Cause, time), point.StandardError * point.StandardError, 1e-11);
                Assert.True(point.Interval.Contains(point.Incidence) || Math.Abs(point.Interval.High - point.Incidence) < 1e-12);
            }

            Assert.Equal(1, curves.Survival.SurvivalAt(time) + curves.Causes.Sum(cause => cause.At(time).Incidence), 1e-12);
        }
    });

    [Fact]
    public void AalenJohansen_OneCause_IsOneMinusKaplanMeierWithGreenwood() => ForEach(rows =>
    {
        NaiveRow[] single = [.. rows.Select(row => row with { Cause = row.Ended ? "gone" : null })];
        IncidenceCurves curves = new CompetingRisksModel().Evaluate(RandomRows.TableOf(single)).Curves;
        foreach (double time in Anywhere.Where(_ => curves.Causes.Length > 0))
        {
            SurvivalPoint survival = curves.Survival.At(time);
            IncidencePoint gone = curves["gone"].At(time);
            Assert.Equal(1 - survival.Survival, gone.Incidence, 1e-12);
            Assert.Equal(survival.StandardError.Value ?? 0, gone.StandardError, 1e-7);
        }
    });

    [Fact]
    public void Bands_OfAnyKind_HoldTheCurveAndStayWithinZeroAndOne() => ForEach(rows =>
    {
        foreach (SurvivalIntervalKind kind in Enum.GetValues<SurvivalIntervalKind>())
        {
            foreach (SurvivalPoint point in new KaplanMeierModel(new() { Interval = kind }).Evaluate(RandomRows.TableOf(rows)).Curve.Points)
            {
                Assert.Equal(point.Survival == 0, point.Interval.Value is null);
                if (point.Interval.Value is { } limits)
                {
                    Assert.InRange(limits.Low, 0, point.Survival * (1 + 1e-12));
                    Assert.InRange(limits.High, point.Survival * (1 - 1e-12), 1);
                }
            }
        }
    });

    [Fact]
    public void Quantiles_RandomTables_AreTheFirstTimesTheCurveIsLowEnough() => ForEach(rows =>
    {
        SurvivalCurve curve = new KaplanMeierModel().Evaluate(RandomRows.TableOf(rows)).Curve;
        SurvivalPoint[] points = [.. curve.Points];
        foreach (double share in new[] { 0.01, 0.25, 0.5, 0.9, 1 })
        {
            double left = (1 - share) * (1 + 1e-12);
            SurvivalQuantile quantile = curve.Quantile(share);
            Assert.Equal(points.Where(point => point.Survival <= left).Select(point => (double?)point.Time).FirstOrDefault(), quantile.Time.Value);
            Assert.Equal(points.Where(point => point.Interval.Value?.Low <= left).Select(point => (double?)point.Time).FirstOrDefault(), quantile.Lower.Value);
            Assert.Equal(points.Where(point => point.Interval.Value?.High <= left).Select(point => (double?)point.Time).FirstOrDefault(), quantile.Upper.Value);
        }
    });

    [Fact]
    public void Weights_WholeNumbers_AreRepeatedRows() => ForEach(rows =>
    {
        NaiveRow[] weighted = [.. rows.Select((row, i) => row with { Weight = 1 + i % 3 })];
        NaiveRow[] repeated = [.. weighted.SelectMany(row => Enumerable.Repeat(row with { Weight = 1 }, (int)row.Weight))];
        RiskTable left = RiskTable.Of(RandomRows.TableOf(weighted));
        RiskTable right = RiskTable.Of(RandomRows.TableOf(repeated));
        Assert.Equal(right.Times.ToArray(), left.Times.ToArray());
        Assert.Equal(right.AtRisk.ToArray(), left.AtRisk.ToArray());
        Assert.Equal(right.Events.ToArray(), left.Events.ToArray());
        Assert.Equal(right.Causes.ToArray(), left.Causes.ToArray());
    });

    [Fact]
    public void Merge_OfAnyTwoParts_IsTheWhole() => ForEach(rows =>
    {
        NaiveRow[] even = [.. rows.Where((_, i) => i % 2 == 0)];
        NaiveRow[] odd = [.. rows.Where((_, i) => i % 2 == 1)];
        if (odd.Length == 0 || rows.Any(row => row.Entry is not null) != even.Any(row => row.Entry is not null))
        {
            return;
        }

        var model = new KaplanMeierModel();
        KaplanMeierResult whole = model.Evaluate(RandomRows.TableOf(rows));
        KaplanMeierResult merged = KaplanMeierResult.Merge(model.Evaluate(RandomRows.TableOf(even)), model.Evaluate(RandomRows.TableOf(odd)));
        Assert.Equal(whole.Risk.Times.ToArray(), merged.Risk.Times.ToArray());
        Assert.Equal(whole.Risk.AtRisk.ToArray(), merged.Risk.AtRisk.ToArray());
        Assert.Equal(whole.Risk.Events.ToArray(), merged.Risk.Events.ToArray());
        Assert.Equal(whole.Risk.Causes.ToArray(), merged.Risk.Causes.ToArray());
        Assert.Equal(whole.RiskByGroup.Select(group => group.Label), merged.RiskByGroup.Select(group => group.Label));
        Assert.Equal(whole.Curve.Points, merged.Curve.Points);
    });

    [Fact]
    public void Results_ThroughJson_AreEqual() => ForEach(rows =>
    {
        SurvivalTable table = RandomRows.TableOf(rows);
        AssertRoundTrip(new KaplanMeierModel().Evaluate(table));
        AssertRoundTrip(new NelsonAalenModel().Evaluate(table));
        AssertRoundTrip(new CompetingRisksModel().Evaluate(table));
    });

    [Fact]
    public void Rows_InAnyOrder_GiveTheSameSums() => ForEach(rows =>
    {
        RiskTable table = RiskTable.Of(RandomRows.TableOf(rows));
        RiskTable turned = RiskTable.Of(RandomRows.TableOf([.. rows.Reverse()]));
        Assert.Equal(table, turned); // quarters add up exactly
    });

    private static void AssertRoundTrip<T>(T value)
        where T : notnull
        => Assert.Equal(value, UserOpsJson.Deserialize<T>(UserOpsJson.Serialize(value)));

    private static void ForEach(Action<NaiveRow[]> check)
    {
        for (int seed = 0; seed < Tables; seed++)
        {
            check(RandomRows.Of(seed));
        }
    }

    private static void Close(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.True(expected is null || Math.Abs(expected.Value - actual!.Value) <= 1e-11 * Math.Max(1, Math.Abs(expected.Value)), $"expected {expected}, actual {actual}");
    }
}
