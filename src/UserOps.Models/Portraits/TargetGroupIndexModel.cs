using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace UserOps.Models.Portraits;

/// <summary>Target group indices: what sets a target apart from the base it belongs to; immutable, shared freely between threads.</summary>
/// <remarks>
/// Index = share in the target / share in the base x 100 (or 1). The target is always part of the base: an index against strangers is another
/// question, with another interval. Shares are over users whose value is known; users without one are a row of their own.
/// </remarks>
public sealed partial class TargetGroupIndexModel
{
    private readonly double _z;

    /// <summary>Initializes a new instance of the <see cref="TargetGroupIndexModel"/> class: base 100, 95 %, small below 30.</summary>
    public TargetGroupIndexModel()
        : this(new())
    {
    }

    /// <summary>Checks a definition.</summary>
    /// <param name="definition">Scale, level, what is small.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public TargetGroupIndexModel(TargetGroupIndexDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        InvalidDefinitionException.ThrowIfAny(PortraitRules.Check(definition));
        Definition = definition;
        _z = -Normal.InvCDF(0, 1, (1 - definition.ConfidenceLevel) / 2);
    }

    /// <summary>Gets the definition.</summary>
    public TargetGroupIndexDefinition Definition { get; }

    private double Average => Definition.Scale == IndexScale.Hundred ? 100 : 1;

    /// <summary>Computes the index of two shares.</summary>
    /// <param name="targetShare">The share in the target, 0 to 1.</param>
    /// <param name="baseShare">The share in the base, 0 to 1.</param>
    /// <returns>0 or more; <see cref="UndefinedReason.ZeroBase"/> where the base has none.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share is not between 0 and 1.</exception>
    public Measure<double> OfShares(double targetShare, double baseShare)
    {
        RequireShare(targetShare, nameof(targetShare));
        RequireShare(baseShare, nameof(baseShare));
        return baseShare == 0 ? UndefinedReason.ZeroBase : targetShare / baseShare * Average;
    }

    /// <summary>Computes the index of counts, with its interval.</summary>
    /// <param name="counts">Users with the feature, and all, of target and base.</param>
    public TargetGroupIndex OfCounts(TargetGroupCounts counts)
    {
        bool isSmall = counts.TargetWith < Definition.SmallCount;
        if (TargetGroupIndexKernels.Obstacle(counts) is { } obstacle)
        {
            return new(counts, obstacle, obstacle, obstacle, isSmall);
        }

        double index = TargetGroupIndexKernels.Ratio(counts) * Average;
        if (counts.TargetWith == 0)
        {
            return new(counts, index, UndefinedReason.TooFew, UndefinedReason.TooFew, isSmall);
        }

        double error = TargetGroupIndexKernels.StandardErrorLog(counts);
        return new(counts, index, error, new Interval(index * Math.Exp(-_z * error), index * Math.Exp(_z * error)), isSmall);
    }

    /// <summary>Makes the table of counts that are there already, each user in exactly one category.</summary>
    /// <param name="field">What the categories are values of; not empty.</param>
    /// <param name="rows">Users of target and base per category; each category once.</param>
    /// <exception cref="ArgumentException">The name is empty, or a category is named twice. The empty text is a category; null is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or larger in the target than in the base.</exception>
    public TargetGroupTable OfTable(string field, IEnumerable<TargetGroupCount> rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        ArgumentNullException.ThrowIfNull(rows);
        ImmutableArray<TargetGroupCount> known = [.. rows];
        foreach (TargetGroupCount row in known)
        {
            ArgumentNullException.ThrowIfNull(row.Value, nameof(rows));
            ArgumentOutOfRangeException.ThrowIfNegative(row.Target, nameof(rows));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(row.Target, row.Base, nameof(rows));
        }

        return known.Select(row => row.Value).Distinct(StringComparer.Ordinal).Count() == known.Length
            ? new()
            {
                Definition = Definition,
                Field = field,
                TargetUsers = known.Sum(row => row.Target),
                BaseUsers = known.Sum(row => row.Base),
                Rows = TargetGroupTable.InOrder(known),
            }
            : throw new ArgumentException("A category is named twice.", nameof(rows));
    }

    private static void RequireShare(double share, string parameterName)
    {
        if (!(share is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(parameterName, share, "A share lies between 0 and 1.");
        }
    }
}
