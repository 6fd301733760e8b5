namespace UserOps.Models.Value;

/// <summary>How many customers made so many repeat purchases, and how many a model expects.</summary>
/// <param name="RepeatPurchases">The repeat purchases of the bin; the fewest of them where it is open.</param>
/// <param name="IsOpen">Whether the bin holds all higher numbers too.</param>
/// <param name="Expected">Customers expected, given the age of each.</param>
/// <param name="Actual">Customers found.</param>
public sealed record PurchaseFrequencyBin(int RepeatPurchases, bool IsOpen, double Expected, double Actual)
{
    /// <summary>Writes the bin: <c>3</c>, or <c>7+</c> where it is open.</summary>
    public override string ToString() => FormattableString.Invariant($"{RepeatPurchases}{(IsOpen ? "+" : "")}");
}
