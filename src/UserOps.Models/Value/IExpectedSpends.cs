namespace UserOps.Models.Value;

/// <summary>What a purchase of each customer of a history is worth.</summary>
internal interface IExpectedSpends
{
    /// <summary>Gets the logarithms of the parameters behind the spends; none where they are known.</summary>
    double[] Logs { get; }

    /// <summary>Gets the covariance of the logarithms, shape [parameters, parameters]; null where it is not known.</summary>
    double[]? LogCovariance { get; }

    /// <summary>Gets the spend of a row; NaN where there is none.</summary>
    /// <param name="row">A row of the history.</param>
    /// <param name="logs">As <see cref="Logs"/>.</param>
    double At(int row, ReadOnlySpan<double> logs);
}
