using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

/// <summary>The likelihoods against their definitions, with derivatives by differences.</summary>
public class CoxLikelihoodTests
{
    public static TheoryData<CoxTies, bool, bool, int> Tables
    {
        get
        {
            var data = new TheoryData<CoxTies, bool, bool, int>();
            foreach (CoxTies ties in Enum.GetValues<CoxTies>())
            {
                foreach (bool hasEntries in new[] { false, true })
                {
                    data.Add(ties, hasEntries, false, 1);
                    data.Add(ties, hasEntries, false, 3);
                    if (ties != CoxTies.Exact)
                    {
                        data.Add(ties, hasEntries, true, 2);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Evaluate_RandomTables_IsTheDefinitionWithItsDerivatives(CoxTies ties, bool hasEntries, bool hasWeights, int strata)
    {
        for (long seed = 0; seed < 8; seed++)
        {
            SurvivalTable table = RandomSurvivalTables.Draw(seed, ties == CoxTies.Exact ? 16 : 40, 2, hasEntries, hasWeights, strata);
            CoxRows rows = CoxRows.Of(table, [0, 1]);
            double[] deviations = rows.Covariates.Deviations;
            var chance = new Xoshiro256(seed + 100);
            double[] at = [chance.NextNormal(), chance.NextNormal()];
            double Twin(double[] standardized) => TwinCox.LogLikelihood(table, ties, [.. standardized.Zip(deviations, (b, deviation) => b / deviation)]);

            var gradient = new double[2];
            var information = new double[4];
            double value = LikelihoodOf(rows, ties).Evaluate(at, gradient, information);
            Derivatives.AssertClose(Twin(at), value, 1e-11);
            Derivatives.AssertClose(Derivatives.Gradient(Twin, at), gradient, 1e-6);
            Derivatives.AssertClose([.. Derivatives.Hessian(Twin, at).Select(second => -second)], information, 1e-5);
        }
    }

    [Theory]
    [InlineData(CoxTies.Efron)]
    [InlineData(CoxTies.Breslow)]
    [InlineData(CoxTies.Exact)]
    public void Evaluate_Repeated_AllocatesNothing(CoxTies ties)
    {
        IAscentObjective likelihood = LikelihoodOf(CoxRows.Of(RandomSurvivalTables.Draw(1, hasEntries: true), [0, 1]), ties);
        var gradient = new double[2];
        var information = new double[4];
        likelihood.Evaluate([0.1, 0.2], gradient, information);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            likelihood.Evaluate([0.1, 0.2], gradient, information);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Scores so far apart that plain exponentials of them are infinite or zero.</summary>
    [Fact]
    public void Evaluate_ScoresFarApart_StaysFinite()
    {
        SurvivalTable table = RandomSurvivalTables.Draw(3, hasEntries: true);
        var gradient = new double[2];
        var information = new double[4];
        double value = LikelihoodOf(CoxRows.Of(table, [0, 1]), CoxTies.Efron).Evaluate([2000, -3000], gradient, information);
        Assert.True(double.IsFinite(value) && gradient.All(double.IsFinite) && information.All(double.IsFinite));
    }

    private static IAscentObjective LikelihoodOf(CoxRows rows, CoxTies ties)
        => ties == CoxTies.Exact ? new CoxExactLikelihood(rows, 0) : new CoxLikelihood(rows, ties, 0);
}
