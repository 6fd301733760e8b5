namespace UserOps.Models.Value;

/// <summary>Spends that are known.</summary>
internal sealed class GivenSpends(double[] spends) : IExpectedSpends
{
    public double[] Logs => [];

    public double[] LogCovariance => [];

    public double At(int row, ReadOnlySpan<double> logs) => spends[row];
}
