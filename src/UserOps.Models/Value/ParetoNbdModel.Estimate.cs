namespace UserOps.Models.Value;

/// <content>What is built on the model can say how well it is known.</content>
public sealed partial class ParetoNbdModel : IPurchaseEstimate
{
    double[] IPurchaseEstimate.Logs => Logs();

    FitEvidence? IPurchaseEstimate.Evidence => Parameters.Evidence;

    IPurchaseModel IPurchaseEstimate.At(ReadOnlySpan<double> logs) => new ParetoNbdModel(
        Parameters with { R = Math.Exp(logs[0]), Alpha = Math.Exp(logs[1]), S = Math.Exp(logs[2]), Beta = Math.Exp(logs[3]), Evidence = null });
}
