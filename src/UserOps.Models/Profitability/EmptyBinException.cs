namespace UserOps.Models.Profitability;

/// <summary>A bin has no goods, or no bads, and nothing was said about it: its weight of evidence would be infinite.</summary>
public sealed class EmptyBinException : ArgumentException
{
    internal EmptyBinException(int index, string parameterName)
        : base(FormattableString.Invariant($"Bin {index} has none of these; join it with a neighbor, or give an adjustment."), parameterName)
        => Index = index;

    /// <summary>Gets the position of the first such bin, 0-based; <see cref="ArgumentException.ParamName"/> says of which counts.</summary>
    public int Index { get; }
}
