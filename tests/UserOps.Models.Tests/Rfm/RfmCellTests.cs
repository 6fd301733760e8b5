using UserOps.Models.Rfm;

namespace UserOps.Models.Tests.Rfm;

public class RfmCellTests
{
    [Theory]
    [InlineData(5, 4, 5, "545", 545, 14, "4.5")]
    [InlineData(1, 1, 1, "111", 111, 3, "1")]
    [InlineData(9, 9, 9, "999", 999, 27, "9")]
    [InlineData(10, 5, 4, "10-5-4", null, 19, "4.5")]
    [InlineData(1, 10, 10, "1-10-10", null, 21, "10")]
    public void Cell_OfThreeScores_HasCodeAndSum(int recency, int frequency, int monetary, string code, int? number, int sum, string mean)
    {
        var cell = new RfmCell(recency, frequency, monetary);
        Assert.Equal((code, number, sum), (cell.Code, cell.Number, cell.Sum));
        Assert.Equal(decimal.Parse(mean, System.Globalization.CultureInfo.InvariantCulture), cell.FrequencyMonetary);
        Assert.Equal(code, $"{cell}");
        Assert.Equal(cell, UserOpsJson.Deserialize<RfmCell>(UserOpsJson.Serialize(cell)));
    }

    [Fact]
    public void Code_OfEveryCell_IsItsOwn()
    {
        int[] scores = [.. Enumerable.Range(1, 10)];
        string[] codes = [.. from recency in scores from frequency in scores from monetary in scores select new RfmCell(recency, frequency, monetary).Code];
        Assert.Equal(1_000, codes.Distinct().Count());
    }

    [Theory]
    [InlineData(0, 1, 1, "recency")]
    [InlineData(1, 11, 1, "frequency")]
    [InlineData(1, 1, -1, "monetary")]
    public void Cell_ScoreOutOfRange_IsRefused(int recency, int frequency, int monetary, string axis)
        => Assert.Equal(axis, Assert.Throws<ArgumentOutOfRangeException>(() => new RfmCell(recency, frequency, monetary)).ParamName);

    [Fact]
    public void Weighted_Decimals_AreExact()
    {
        var weights = new RfmWeights { Recency = 0.1m, Frequency = 0.2m, Monetary = 0.000000000007m };
        Assert.Equal(0.300000000007m, new RfmCell(1, 1, 1).Weighted(weights));
        Assert.Equal(14m, new RfmCell(5, 4, 5).Weighted(new()));
    }

    [Fact]
    public void Weighted_WrongWeights_AreRefused()
    {
        var weights = new RfmWeights { Recency = -1, Frequency = 1_000_001, Monetary = 0.0000000000001m };
        Assert.Equal(
            ["weightOutOfRange", "weightOutOfRange", "tooManyDigits"],
            Assert.Throws<InvalidDefinitionException>(() => new RfmCell(1, 1, 1).Weighted(weights)).Issues.Select(issue => issue.Code));
        Assert.Equal("All weights are 0, so every score would be 0.", Assert.Single(new RfmWeights { Recency = 0, Frequency = 0, Monetary = 0 }.Validate()).Message);
    }
}
