using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>Numbers that stand in print, over the public data sets.</summary>
public class PublishedSurvivalTests
{
    // D. G. Kleinbaum, M. Klein, Survival Analysis: A Self-Learning Text, 3rd edition, 2012, chapter 2, table of the 6-MP group.
    [PublicDataFact("gehan.csv")]
    public void KaplanMeier_SixMercaptopurine_IsTheTextbookTable()
    {
        SurvivalCurve curve = CurveOf(Leukemia(), "6-MP");
        Assert.Equal(
            [(6, 21, 3, 0.8571), (7, 17, 1, 0.8067), (10, 15, 1, 0.7529), (13, 12, 1, 0.6902), (16, 11, 1, 0.6275), (22, 7, 1, 0.5378), (23, 6, 1, 0.4482)],
            curve.Points.Select(point => (point.Time, point.AtRisk, point.Events, Math.Round(point.Survival, 4))));
        Assert.Equal(23, curve.Median.Time.Value);
    }

    // The same chapter: log-rank statistic 16.793, observed 9 and 21, expected 19.251 and 10.749.
    [PublicDataFact("gehan.csv")]
    public void LogRank_Leukemia_IsThatOfTheTextbook()
    {
        LogRankResult result = new LogRankModel().Evaluate(Leukemia());
        Assert.Equal(16.793, Math.Round(result.Statistic.Value!.Value, 3));
        Assert.Equal([("6-MP", 9, 19.251), ("control", 21, 10.749)], result.Groups.Select(group => (group.Label, group.Observed, Math.Round(group.Expected, 3))));
    }

    // R package survival, vignette and help page of survfit: lung, n = 228, 165 events, median 310 (285 to 363).
    [PublicDataFact("lung.csv")]
    public void KaplanMeier_Lung_HasThePrintedMedian()
    {
        SurvivalTable table = SurvivalTable.FromRows(PublicTable.Read("lung.csv"), map => map.Time(row => row.Number("time")).Event(row => row["event"] == "1"));
        SurvivalQuantile median = new KaplanMeierModel().Evaluate(table).Curve.Median;
        Assert.Equal((228, 165), (table.Count, table.EventCount));
        Assert.Equal((310, 285, 363), (median.Time.Value, median.Lower.Value, median.Upper.Value));
    }

    // lifelines documentation, "Survival analysis with lifelines": median of the waltons data 56; log-rank 122.25 between its groups.
    [PublicDataFact("waltons.csv")]
    public void Waltons_MedianAndTest_AreThoseOfTheLifelinesDocumentation()
    {
        SurvivalTable table = SurvivalTable.FromRows(
            PublicTable.Read("waltons.csv"), map => map.Time(row => row.Number("time")).Event(row => row["event"] == "1").Group(row => row["group"]));
        Assert.Equal(56, new KaplanMeierModel().Evaluate(table).Curve.Median.Time.Value);
        Assert.Equal(122.25, Math.Round(new LogRankModel().Evaluate(table).Statistic.Value!.Value, 2));
    }

    // P. D. Allison, Survival Analysis Using SAS, 1995: 114 of 432 were arrested within the 52 weeks; nobody was lost before.
    [PublicDataFact("rossi.csv")]
    public void KaplanMeier_Recidivism_IsTheShareNotArrested()
    {
        SurvivalTable table = SurvivalTable.FromRows(PublicTable.Read("rossi.csv"), map => map.Time(row => row.Number("week")).Event(row => row["arrest"] == "1"));
        SurvivalCurve curve = new KaplanMeierModel().Evaluate(table).Curve;
        Assert.Equal(318.0 / 432, curve.SurvivalAt(52), 1e-14);
        Assert.Null(curve.Median.Time.Value);
    }

    private static SurvivalTable Leukemia() => SurvivalTable.FromRows(
        PublicTable.Read("gehan.csv"), map => map.Time(row => row.Number("time")).Event(row => row["event"] == "1").Group(row => row["group"]));

    private static SurvivalCurve CurveOf(SurvivalTable table, string group)
        => new KaplanMeierModel().Evaluate(table).Groups.Single(curve => curve.Label == group).Curve;
}
