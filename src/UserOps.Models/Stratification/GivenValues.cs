namespace UserOps.Models.Stratification;

/// <summary>Values that come without users, as whole units, highest first.</summary>
internal static class GivenValues
{
    /// <summary>Sorts values none of which may be negative.</summary>
    /// <exception cref="NegativeValuesException">One is.</exception>
    /// <exception cref="OverflowException">Together they have more digits than a decimal holds.</exception>
    internal static Int128[] Descending(ReadOnlySpan<decimal> values, string parameterName, out int scale)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] < 0)
            {
                throw new NegativeValuesException(i, values[i], parameterName);
            }
        }

        return Descending(values, out scale);
    }

    /// <summary>Sorts values of any sign.</summary>
    /// <exception cref="OverflowException">Together they have more digits than a decimal holds.</exception>
    internal static Int128[] Descending(ReadOnlySpan<decimal> values, out int scale)
    {
        var units = new Int128[values.Length];
        scale = CommonScale.ToUnits(values, units);
        DescendingOrder.Sort(units);
        return units;
    }
}
