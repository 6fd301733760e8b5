namespace UserOps.Models.Value;

/// <summary>What must hold for columns a caller gives: the message names the first row at fault, the rule and the value.</summary>
internal static class PurchaseColumns
{
    internal static void RequireLength(int rows, int length, string column)
    {
        if (length != rows)
        {
            throw new ArgumentException($"The columns differ in length: {rows} and {length}.", column);
        }
    }

    internal static void Require(bool holds, int row, double value, string rule, string column)
    {
        if (!holds)
        {
            throw new ArgumentException(FormattableString.Invariant($"Row {row} has {value}: {rule}."), column);
        }
    }
}
