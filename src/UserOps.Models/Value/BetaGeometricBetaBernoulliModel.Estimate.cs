namespace UserOps.Models.Value;

/// <content>What is built on the model can say how well it is known.</content>
public sealed partial class BetaGeometricBetaBernoulliModel : IPurchaseEstimate
{
    double[] IPurchaseEstimate.Logs => Logs();

    FitEvidence? IPurchaseEstimate.Evidence => Parameters.Evidence;

    IPurchaseModel IPurchaseEstimate.At(ReadOnlySpan<double> logs) => new BetaGeometricBetaBernoulliModel(
        Parameters with { Alpha = Math.Exp(logs[0]), Beta = Math.Exp(logs[1]), Gamma = Math.Exp(logs[2]), Delta = Math.Exp(logs[3]), Evidence = null });
}
