namespace UserOps.Models.Tests.Numerics;

public class MeasureTests
{
    [Fact]
    public void Default_ClaimsNoValue()
    {
        Measure<double> nothing = default;
        Assert.Null(nothing.Value);
        Assert.Equal(UndefinedReason.EmptyPopulation, nothing.Undefined);
        Assert.Equal(nothing, UndefinedReason.EmptyPopulation);
        Assert.NotEqual(nothing, 0.0);
    }

    [Fact]
    public void FromANumber_HasItAndNoReason()
    {
        Measure<decimal> measure = 12.50m;
        Assert.Equal(12.50m, measure.Value);
        Assert.Null(measure.Undefined);
        Assert.Equal("12.50", measure.ToString());
    }

    [Theory]
    [InlineData(UndefinedReason.EmptyPopulation)]
    [InlineData(UndefinedReason.ZeroBase)]
    [InlineData(UndefinedReason.NotYetObservable)]
    [InlineData(UndefinedReason.TooFew)]
    [InlineData(UndefinedReason.NoSolution)]
    [InlineData(UndefinedReason.EmptyTarget)]
    [InlineData(UndefinedReason.NegativeBase)]
    public void FromAReason_HasItAndNoNumber(UndefinedReason reason)
    {
        Measure<long> measure = reason;
        Assert.Null(measure.Value);
        Assert.Equal(reason, measure.Undefined);
        Assert.Equal(reason.ToString(), measure.ToString());
    }

    [Fact]
    public void FromNaN_Throws()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => (Measure<double>)double.NaN);
        Assert.StartsWith("A number that does not exist needs a reason, not NaN.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => (Measure<float>)float.NaN);
        Assert.Equal(double.PositiveInfinity, ((Measure<double>)double.PositiveInfinity).Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public void FromANumberThatIsNoReason_Throws(int reason)
        => Assert.Throws<ArgumentOutOfRangeException>(() => (Measure<double>)(UndefinedReason)reason);

    [Fact]
    public void Equality_ComparesValueOrReason()
    {
        Measure<double> zero = 0.0;
        Assert.Equal(zero, (Measure<double>)0.0);
        Assert.NotEqual(zero, (Measure<double>)1.0);
        Assert.NotEqual<Measure<double>>(UndefinedReason.ZeroBase, UndefinedReason.TooFew);
    }
}
