namespace UserOps.Models.Value;

/// <summary>Times of two sources are joined only where a time of 1 means the same.</summary>
internal static class PurchaseUnits
{
    /// <summary>Refuses units that differ; one that was never said fits any.</summary>
    /// <exception cref="ArgumentException">Both are known, and they differ.</exception>
    internal static void RequireSame(PurchaseTimeUnit? history, PurchaseTimeUnit? model, string parameterName)
    {
        if (history is not null && model is not null && history != model)
        {
            throw new ArgumentException($"Times of the model are in {model}, those of the history in {history}.", parameterName);
        }
    }
}
