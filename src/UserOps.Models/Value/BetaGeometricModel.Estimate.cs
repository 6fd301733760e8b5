namespace UserOps.Models.Value;

/// <content>What is built on the model can say how well it is known.</content>
public sealed partial class BetaGeometricModel : IPurchaseEstimate
{
    double[] IPurchaseEstimate.Logs => Logs;

    FitEvidence? IPurchaseEstimate.Evidence => Parameters.Evidence;

    IPurchaseModel IPurchaseEstimate.At(ReadOnlySpan<double> logs) => new BetaGeometricModel(
        Parameters with { R = Math.Exp(logs[0]), Alpha = Math.Exp(logs[1]), A = Math.Exp(logs[2]), B = Math.Exp(logs[3]), Evidence = null });
}
