namespace UserOps.Models.Tests.Time;

public class RunOptionsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(64, 64)]
    public void MaxDegreeOfParallelism_AtLeastOne_IsTaken(int given, int threads)
        => Assert.Equal(threads, new RunOptions { MaxDegreeOfParallelism = given }.Threads);

    [Fact]
    public void Default_IsAThreadACoreAndNobodyTold()
    {
        var options = new RunOptions();
        Assert.Null(options.MaxDegreeOfParallelism);
        Assert.Null(options.Progress);
        Assert.Equal(Environment.ProcessorCount, options.Threads);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void MaxDegreeOfParallelism_BelowOne_Throws(int threads)
        => Assert.Equal(
            "MaxDegreeOfParallelism",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RunOptions { MaxDegreeOfParallelism = threads }).ParamName);
}
