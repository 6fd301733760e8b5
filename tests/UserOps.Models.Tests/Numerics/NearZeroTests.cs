namespace UserOps.Models.Tests.Numerics;

public class NearZeroTests
{
    [Theory] // x, ln(1 + x), e^x - 1, (1 - e^-x) / x: forty digits, rounded
    [InlineData(1e-12, 9.9999999999949998e-13, 1.00000000000049998e-12, 0.9999999999995)]
    [InlineData(-1e-9, -1.0000000005000000626e-9, -9.9999999950000006245e-10, 1.0000000005000000002)]
    [InlineData(0.001, 0.00099950033308353317, 0.0010005001667083417, 0.99950016662500833)]
    [InlineData(-0.4, -0.51082562376599072, -0.32967995396436071, 1.2295617441031758)]
    [InlineData(3, 1.3862943611198906, 19.085536923187668, 0.31673764387737869)]
    [InlineData(0, 0, 0, 1)]
    public void Functions_NearZeroAndNot_KeepTheirDigits(double x, double log, double power, double decay)
    {
        AssertSame(log, NearZero.LogOnePlus(x));
        AssertSame(power, NearZero.ExpMinusOne(x));
        AssertSame(decay, NearZero.MeanDecay(x));
    }

    private static void AssertSame(double expected, double actual) => Assert.True(Math.Abs(expected - actual) <= 4e-16 * Math.Abs(expected), $"{expected:R} against {actual:R}");
}
