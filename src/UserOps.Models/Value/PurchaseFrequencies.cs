using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>How many customers made no, one, two, .. repeat purchases, beside what a model expects: the first check of a fit.</summary>
public sealed class PurchaseFrequencies
{
    internal PurchaseFrequencies(ImmutableArray<PurchaseFrequencyBin> bins) => Bins = bins;

    /// <summary>Gets the bins from 0 on; the last one is open.</summary>
    public ImmutableArray<PurchaseFrequencyBin> Bins { get; }
}
