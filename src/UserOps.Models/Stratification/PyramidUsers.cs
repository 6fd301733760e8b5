namespace UserOps.Models.Stratification;

/// <summary>The users behind a pyramid, bound to the directory of their values.</summary>
public sealed class PyramidUsers
{
    private readonly PyramidSummary _summary;
    private readonly UserAmounts _values;
    private readonly byte[] _codes;

    internal PyramidUsers(PyramidSummary summary, UserAmounts values, byte[] codes) => (_summary, _values, _codes) = (summary, values, codes);

    /// <summary>Gets the users in no tier: those without a value, those below the first threshold or beyond the last share.</summary>
    public UserSet Unassigned => OfCode(PyramidTiers.None).Intersect(_values.Users);

    /// <summary>Gets the users of a tier.</summary>
    /// <param name="tier">Its id.</param>
    /// <exception cref="ArgumentException">The pyramid has no such tier.</exception>
    public UserSet In(string tier) => OfCode((byte)_summary.Strata.IndexOf(_summary.Of(tier)));

    /// <summary>Gets the id of the tier of a user; null for none.</summary>
    /// <param name="id">The caller's key.</param>
    /// <exception cref="KeyNotFoundException">The directory does not know the user.</exception>
    public string? TierOf(UserId id) => _codes[_values.OrdinalOf(id)] is var code and not PyramidTiers.None ? _summary.Strata[code].Tier : null;

    /// <summary>Says why a user is in a tier, and how far away the next ones are.</summary>
    /// <param name="id">The caller's key.</param>
    /// <exception cref="KeyNotFoundException">The directory does not know the user.</exception>
    /// <remarks>O(users), for the rank.</remarks>
    public PyramidExplanation Explain(UserId id)
    {
        int ordinal = _values.OrdinalOf(id);
        if (_values[id] is not { } value)
        {
            return new() { User = id, Users = _summary.Users };
        }

        int? place = _codes[ordinal] is var code and not PyramidTiers.None ? code : null;
        int? above = Above(place);
        return new()
        {
            User = id,
            Value = value,
            Tier = TierOf(id),
            Rank = RankedUsers.RankOf(_values, ordinal),
            Users = _summary.Users,
            LowerBound = BeginOf(place),
            Above = above is { } next ? _summary.Strata[next].Tier : null,
            UpperBound = BeginOf(above),
        };
    }

    /// <summary>Finds the next higher tier; by shares one without users begins nowhere.</summary>
    /// <param name="tier">Null for no tier: below all of them.</param>
    private int? Above(int? tier)
    {
        if (_summary.Definition.Basis == PyramidBasis.Thresholds)
        {
            int next = (tier ?? -1) + 1;
            return next < _summary.Strata.Length ? next : null;
        }

        int higher = (tier ?? _summary.Strata.Length) - 1;
        while (higher >= 0 && _summary.Strata[higher].Users == 0)
        {
            higher--;
        }

        return higher >= 0 ? higher : null;
    }

    private decimal? BeginOf(int? tier) => tier is not { } index ? null
        : _summary.Definition.Basis == PyramidBasis.Thresholds ? _summary.Definition.Tiers[index].Bound
        : _summary.Strata[index].Minimum;

    private UserSet OfCode(byte code)
    {
        var users = new ulong[BitKernels.WordsFor(_codes.Length)];
        for (int ordinal = 0; ordinal < _codes.Length; ordinal++)
        {
            users[ordinal >> 6] |= _codes[ordinal] == code ? 1UL << ordinal : 0;
        }

        return new(_values.Directory, users);
    }
}
