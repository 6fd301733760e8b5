namespace UserOps.Models.Stratification;

/// <summary>In which tier each user is: the work of a pyramid, before anything is counted.</summary>
internal static class PyramidTiers
{
    /// <summary>The code of users in no tier; there are never so many tiers.</summary>
    internal const byte None = byte.MaxValue;

    /// <summary>Places users by the value itself.</summary>
    /// <returns>Shape [users]: the index of the tier, or <see cref="None"/>.</returns>
    internal static byte[] ByThresholds(PyramidDefinition definition, UserAmounts values)
    {
        Int128[] bounds = Bounds(definition, values.Scale);
        byte[] codes = NoTiers(values);
        foreach (int ordinal in values.WithValue)
        {
            codes[ordinal] = (byte)StratificationKernels.TierOf(bounds, values.Units[ordinal]); // -1 becomes None
        }

        return codes;
    }

    /// <summary>Places users by rank or by what they hold together.</summary>
    /// <exception cref="NegativeValuesException">Shares of the value are asked for, and a value is negative.</exception>
    internal static byte[] ByShares(PyramidDefinition definition, UserAmounts values)
    {
        byte[] codes = NoTiers(values);
        var ranked = new RankedUsers(values);
        if (definition.Basis == PyramidBasis.ValueShares)
        {
            ranked.RequireNoneNegative(nameof(values));
            if (values.TotalUnits == 0)
            {
                return codes;
            }
        }

        int from = 0;
        for (int tier = 0; tier < definition.Tiers.Length; tier++)
        {
            int to = PositionOf(definition, definition.Tiers[tier].Bound, ranked.Descending, values.TotalUnits);
            foreach (int ordinal in ranked.OrdinalsBetween(from, to))
            {
                codes[ordinal] = (byte)tier;
            }

            from = to;
        }

        return codes;
    }

    internal static Int128[] Bounds(PyramidDefinition definition, int scale)
        => [.. definition.Tiers.Select(tier => CommonScale.CeilingUnits(tier.Bound, scale))];

    private static int PositionOf(PyramidDefinition definition, decimal bound, ReadOnlySpan<Int128> descending, Int128 total)
    {
        int position = definition.Basis == PyramidBasis.UserShares ? UsersUpTo(definition.Rounding, bound, descending.Length)
            : bound == 1 ? descending.Length
            : StratificationKernels.Fewest(descending, CommonScale.CeilingOf(bound, total));
        return definition.Ties == PyramidTies.Together ? StratificationKernels.RunEnd(descending, position) : position;
    }

    private static int UsersUpTo(PyramidRounding rounding, decimal bound, int users)
        => (int)(rounding == PyramidRounding.Up ? CommonScale.CeilingOf(bound, users) : CommonScale.FloorOf(bound, users));

    private static byte[] NoTiers(UserAmounts values)
    {
        var codes = new byte[values.Directory.Count];
        codes.AsSpan().Fill(None);
        return codes;
    }
}
