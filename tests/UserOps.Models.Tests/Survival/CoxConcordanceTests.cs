using UserOps.Models.Survival;

namespace UserOps.Models.Tests.Survival;

public class CoxConcordanceTests
{
    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 3)]
    [InlineData(true, true, 2)]
    public void Count_RandomTables_IsTheCountOverAllPairs(bool hasEntries, bool hasWeights, int strata)
    {
        for (long seed = 0; seed < 30; seed++)
        {
            SurvivalTable table = RandomSurvivalTables.Draw(seed, 30, 1, hasEntries, hasWeights, strata);
            CoxRows rows = CoxRows.Of(table, [0]);
            var chance = new Xoshiro256(seed);
            double[] scores = [.. Enumerable.Range(0, table.Count).Select(_ => (double)chance.NextInt32(6))]; // many equal ones
            double[] inPlaces = [.. rows.Order.Select(row => scores[row])];
            Assert.Equal(TwinCox.Concordance(table, scores), CoxConcordanceKernels.Count(rows, inPlaces));
        }
    }

    [Theory] // concordant | discordant | tied | value
    [InlineData(3, 1, 0, 0.75)]
    [InlineData(1, 1, 2, 0.5)]
    [InlineData(0, 0, 5, 0.5)]
    public void Value_OfPairs_CountsTiesAsHalf(double concordant, double discordant, double tied, double expected) =>
        Assert.Equal(expected, new CoxConcordance(concordant, discordant, tied).Value.Value);

    [Fact]
    public void Value_WithoutPairs_IsUndefined() => Assert.Equal(UndefinedReason.EmptyPopulation, default(CoxConcordance).Value.Undefined);
}
