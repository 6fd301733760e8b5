using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>Weight of evidence and information value of a characteristic cut into bins (证据权重, 信息值). Immutable, JSON round-trip.</summary>
/// <remarks>N. Siddiqi, Credit Risk Scorecards, 2006, chapter 6.</remarks>
public sealed record WeightOfEvidence
{
    /// <summary>Gets the bins, in the order given.</summary>
    public required ImmutableArray<WeightOfEvidenceBin> Bins { get; init; }

    /// <summary>
    /// Gets the information value (信息值), the sum over the bins: by Siddiqi's rule of thumb below 0.02 the characteristic tells nothing, above 0.3
    /// it is strong. Without a number where no customer is good, or none is bad.
    /// </summary>
    public required Measure<double> InformationValue { get; init; }

    /// <summary>Weighs the bins of one characteristic.</summary>
    /// <param name="good">Good customers by bin, each zero or more.</param>
    /// <param name="bad">Bad customers by bin; as many bins.</param>
    /// <param name="zeroAdjustment">
    /// What is added to both counts of a bin in which one is 0, more than 0; all other bins and the totals stay as they are. Null, the default, to refuse such a bin.
    /// </param>
    /// <returns>A bin each. Without numbers where all counts of one kind are 0, which no adjustment mends.</returns>
    /// <exception cref="ArgumentException">There is no bin, or the numbers of bins differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the adjustment is not more than 0.</exception>
    /// <exception cref="EmptyBinException">A bin has a 0 and there is no adjustment; it names the bin.</exception>
    public static WeightOfEvidence Of(ReadOnlySpan<long> good, ReadOnlySpan<long> bad, decimal? zeroAdjustment = null)
        => Of(good, bad, default, zeroAdjustment);

    /// <summary>Weighs the values of a column of the user table; who is missing there is a bin of its own, without a label, where anybody counted is.</summary>
    /// <param name="data">The dataset with the user table.</param>
    /// <param name="field">The column; numbers become one by a binning of the tags room.</param>
    /// <param name="good">The good customers.</param>
    /// <param name="bad">The bad ones; who is in neither set is not counted.</param>
    /// <param name="zeroAdjustment">As in <see cref="Of(ReadOnlySpan{long}, ReadOnlySpan{long}, decimal?)"/>.</param>
    /// <returns>A bin per value that a counted customer has, by value, ordinal; missing last. None where nobody is counted.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The sets belong to another dataset, or somebody is both good and bad.</exception>
    /// <exception cref="InvalidDefinitionException">There is no such column.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The adjustment is not more than 0.</exception>
    /// <exception cref="EmptyBinException">A bin has a 0 and there is no adjustment.</exception>
    public static WeightOfEvidence Of(UserOpsDataset data, CategoryField field, UserSet good, UserSet bad, decimal? zeroAdjustment = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(good);
        ArgumentNullException.ThrowIfNull(bad);
        if (good.Overlaps(bad))
        {
            throw new ArgumentException("Somebody is both a good and a bad customer.", nameof(bad));
        }

        CategoryColumn column = data.Users.Columns.Get(field);
        UserSet everyone = UserSet.Everyone(data.Directory);
        long[] goods = CountsOf(column, everyone.Intersect(good));
        long[] bads = CountsOf(column, everyone.Intersect(bad));
        int[] places = [.. Enumerable.Range(0, goods.Length).Where(code => goods[code] + bads[code] > 0)
            .OrderBy(code => code == column.Values.Length)
            .ThenBy(code => code == column.Values.Length ? "" : column.Values[code], StringComparer.Ordinal)];
        return places.Length == 0
            ? new() { Bins = [], InformationValue = UndefinedReason.EmptyPopulation }
            : Of([.. places.Select(code => goods[code])], [.. places.Select(code => bads[code])], [.. places.Select(code => code == column.Values.Length ? null : column.Values[code])], zeroAdjustment);
    }

    /// <inheritdoc/>
    public bool Equals(WeightOfEvidence? other)
        => other is not null && ListEquality.Equal(Bins, other.Bins) && InformationValue == other.InformationValue;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ListEquality.Hash(Bins), InformationValue);

    private static WeightOfEvidence Of(ReadOnlySpan<long> good, ReadOnlySpan<long> bad, ImmutableArray<string?> labels, decimal? zeroAdjustment)
    {
        RequireCounts(good, bad, zeroAdjustment);
        long allGood = Sum(good);
        long allBad = Sum(bad);
        if (allGood > 0 && allBad > 0 && zeroAdjustment is null)
        {
            RequireNoZero(good, nameof(good));
            RequireNoZero(bad, nameof(bad));
        }

        var bins = ImmutableArray.CreateBuilder<WeightOfEvidenceBin>(good.Length);
        double total = 0;
        for (int i = 0; i < good.Length; i++)
        {
            WeightOfEvidenceBin bin = BinOf(good[i], bad[i], allGood, allBad, (double)(zeroAdjustment ?? 0)) with { Label = labels.IsDefault ? null : labels[i] };
            total += bin.InformationValue.Value ?? 0;
            bins.Add(bin);
        }

        return new() { Bins = bins.MoveToImmutable(), InformationValue = allGood > 0 && allBad > 0 ? total : UndefinedReason.ZeroBase };
    }

    private static WeightOfEvidenceBin BinOf(long good, long bad, long allGood, long allBad, double zeroAdjustment)
    {
        var bin = new WeightOfEvidenceBin { Good = good, Bad = bad, Weight = UndefinedReason.ZeroBase, InformationValue = UndefinedReason.ZeroBase };
        if (allGood == 0 || allBad == 0)
        {
            return bin;
        }

        double added = good == 0 || bad == 0 ? zeroAdjustment : 0;
        double goodShare = (good + added) / allGood;
        double badShare = (bad + added) / allBad;
        double weight = Math.Log(goodShare / badShare);
        return bin with { Weight = weight, InformationValue = (goodShare - badShare) * weight };
    }

    private static long[] CountsOf(CategoryColumn column, UserSet users)
    {
        var counts = new long[column.Values.Length + 1];
        foreach (int user in users)
        {
            int code = column.CodeAt(user);
            counts[code < 0 ? column.Values.Length : code]++;
        }

        return counts;
    }

    private static void RequireCounts(ReadOnlySpan<long> good, ReadOnlySpan<long> bad, decimal? zeroAdjustment)
    {
        if (good.IsEmpty || good.Length != bad.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"There are {good.Length} counts of good and {bad.Length} of bad customers; there is one of each a bin, and at least one bin."), nameof(bad));
        }

        RequireNotNegative(good, nameof(good));
        RequireNotNegative(bad, nameof(bad));
        if (zeroAdjustment <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(zeroAdjustment), zeroAdjustment, "An adjustment is more than 0; leave it out to refuse bins with a 0.");
        }
    }

    private static void RequireNotNegative(ReadOnlySpan<long> counts, string parameterName)
    {
        int place = counts.IndexOfAnyInRange(long.MinValue, -1);
        if (place >= 0)
        {
            throw new ArgumentOutOfRangeException(parameterName, counts[place], FormattableString.Invariant($"Bin {place}: a count is zero or more."));
        }
    }

    private static void RequireNoZero(ReadOnlySpan<long> counts, string parameterName)
    {
        int place = counts.IndexOf(0);
        if (place >= 0)
        {
            throw new EmptyBinException(place, parameterName);
        }
    }

    private static long Sum(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (long count in counts)
        {
            sum = checked(sum + count);
        }

        return sum;
    }
}
