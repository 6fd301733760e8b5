namespace UserOps.Models.Value;

/// <summary>A model of repeat buying that knows how well its parameters are known, so that what is built on it can say so too.</summary>
internal interface IPurchaseEstimate
{
    /// <summary>Gets the natural logarithms of the parameters in the order of the evidence.</summary>
    double[] Logs { get; }

    /// <summary>Gets what the fit left behind; null for parameters that were given.</summary>
    FitEvidence? Evidence { get; }

    /// <summary>Gets the model with other parameters.</summary>
    /// <param name="logs">As <see cref="Logs"/>.</param>
    IPurchaseModel At(ReadOnlySpan<double> logs);
}
