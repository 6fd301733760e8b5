using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>
/// Where nobody is censored, the restricted mean up to the last end is the mean, and its error the standard deviation: NIST's Statistical Reference
/// Datasets certify both.
/// </summary>
public class NistMomentsTests
{
    private const string Data = "nist-strd-univariate.csv";
    private const string Certified = "nist-strd-univariate-certified.csv";

    [PublicDataFact(Certified)]
    public void RestrictedMean_NobodyCensored_IsTheCertifiedMeanAndDeviation()
    {
        ILookup<string?, double> numbers = PublicTable.Read(Data).ToLookup(row => row["dataset"], row => row.Number("y")!.Value);
        int compared = 0;
        foreach (IReadOnlyDictionary<string, string?> certified in PublicTable.Read(Certified))
        {
            double[] times = [.. numbers[certified["dataset"]]];
            if (times.Min() < 0)
            {
                continue; // no durations
            }

            RestrictedMean mean = new KaplanMeierModel().Evaluate(SurvivalTable.Of(times, [.. times.Select(_ => true)])).Curve.RestrictedMean(times.Max());
            Assert.Equal(1, mean.Mean / certified.Number("mean")!.Value, 1e-12);
            Assert.Equal(1, mean.StandardError * times.Length / Math.Sqrt(times.Length - 1) / certified.Number("sd")!.Value, 1e-7);
            compared++;
        }

        Assert.Equal(7, compared);
    }
}
