namespace UserOps.Models.Stratification;

/// <summary>Counts and adds up the tiers of a pyramid.</summary>
internal static class PyramidCounts
{
    internal static PyramidSummary Of(PyramidDefinition definition, UserAmounts values, ReadOnlySpan<byte> codes)
    {
        var users = new long[byte.MaxValue + 1];
        var sums = new Int128[byte.MaxValue + 1];
        var lowest = new Int128[byte.MaxValue + 1];
        lowest.AsSpan().Fill(Int128.MaxValue);
        for (int ordinal = 0; ordinal < codes.Length; ordinal++)
        {
            byte code = codes[ordinal];
            Int128 value = values.Units[ordinal];
            users[code]++;
            sums[code] += value;
            lowest[code] = value < lowest[code] ? value : lowest[code];
        }

        return new()
        {
            Definition = definition,
            Source = values.Source,
            Currency = values.Currency,
            Strata =
            [
                .. definition.Tiers.Select((tier, i) => new PyramidStratum
                {
                    Tier = tier.Id,
                    Users = users[i],
                    Value = CommonScale.ToDecimal(sums[i], values.Scale),
                    Minimum = users[i] == 0 ? null : CommonScale.ToDecimal(lowest[i], values.Scale),
                }),
            ],
            Users = values.Known,
            Total = values.Total,
            Missing = values.Missing,
        };
    }
}
