using System.Text.Json.Serialization;

namespace UserOps.Models.Portraits;

/// <summary>How many users of a target and of its base have a feature; the target is part of the base.</summary>
public readonly record struct TargetGroupCounts
{
    /// <summary>Creates the counts.</summary>
    /// <param name="targetWith">Users of the target with the feature.</param>
    /// <param name="targetTotal">Users of the target.</param>
    /// <param name="baseWith">Users of the base with the feature, those of the target included.</param>
    /// <param name="baseTotal">Users of the base, those of the target included.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A count is negative; or a part exceeds its whole (<paramref name="targetWith"/>, <paramref name="baseWith"/>), the target its base
    /// (<paramref name="targetTotal"/>, <paramref name="targetWith"/>), or its users without the feature those of the base
    /// (<paramref name="targetTotal"/>). Of several faults the first in this order.
    /// </exception>
    [JsonConstructor]
    public TargetGroupCounts(long targetWith, long targetTotal, long baseWith, long baseTotal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(targetWith);
        ArgumentOutOfRangeException.ThrowIfNegative(targetTotal);
        ArgumentOutOfRangeException.ThrowIfNegative(baseWith);
        ArgumentOutOfRangeException.ThrowIfNegative(baseTotal);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetWith, targetTotal);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(baseWith, baseTotal);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetTotal, baseTotal);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetWith, baseWith);
        if (targetTotal - targetWith > baseTotal - baseWith)
        {
            throw new ArgumentOutOfRangeException(
                nameof(targetTotal), targetTotal, $"{targetTotal - targetWith} users of the target lack the feature, but only {baseTotal - baseWith} of the base do.");
        }

        TargetWith = targetWith;
        TargetTotal = targetTotal;
        BaseWith = baseWith;
        BaseTotal = baseTotal;
    }

    /// <summary>Gets the users of the target with the feature.</summary>
    public long TargetWith { get; }

    /// <summary>Gets the users of the target.</summary>
    public long TargetTotal { get; }

    /// <summary>Gets the users of the base with the feature.</summary>
    public long BaseWith { get; }

    /// <summary>Gets the users of the base.</summary>
    public long BaseTotal { get; }

    /// <summary>Gets the share of the target that has the feature.</summary>
    [JsonIgnore]
    public Ratio TargetShare => new(TargetWith, TargetTotal);

    /// <summary>Gets the share of the base that has the feature.</summary>
    [JsonIgnore]
    public Ratio BaseShare => new(BaseWith, BaseTotal);
}
