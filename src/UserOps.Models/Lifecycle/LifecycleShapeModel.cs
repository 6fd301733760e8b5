namespace UserOps.Models.Lifecycle;

/// <summary>Names the shape of the distribution of users over the five stages, and with it what to look at first. Immutable.</summary>
/// <remarks>
/// U where the retention zone outweighs the value zone; else L where the acquisition zone does; else inverted U, ties included. Decided in whole users
/// and decimals, so that equal shares are equal.
/// </remarks>
public sealed class LifecycleShapeModel
{
    /// <summary>Initializes a new instance of the <see cref="LifecycleShapeModel"/> class.</summary>
    /// <param name="definition">When a zone outweighs another; null for the defaults.</param>
    /// <exception cref="InvalidDefinitionException">The gap is negative, or 1 or more.</exception>
    public LifecycleShapeModel(LifecycleShapeDefinition? definition = null)
    {
        Definition = definition ?? new();
        if (Definition.MinimumGap is < 0 or >= 1)
        {
            throw new InvalidDefinitionException(
                [new("outOfRange", "/minimumGap", FormattableString.Invariant($"The gap is {Definition.MinimumGap}; it is a fraction of all users, from 0 to less than 1."))]);
        }
    }

    /// <summary>Gets when a zone outweighs another.</summary>
    public LifecycleShapeDefinition Definition { get; }

    /// <summary>Names the shape of a life cycle.</summary>
    /// <param name="summary">Its counts; stages of no kind and unassigned users are left out.</param>
    /// <exception cref="ArgumentNullException">The summary is null.</exception>
    public LifecycleShapeResult Evaluate(LifecycleSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return Evaluate(LifecycleStageCounts.Of(summary.Counts));
    }

    /// <summary>Names the shape of counts.</summary>
    /// <param name="counts">Users in each of the five stages.</param>
    /// <exception cref="ArgumentNullException">The counts are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The counts add up to more than a count of users holds.</exception>
    public LifecycleShapeResult Evaluate(LifecycleStageCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        foreach (long users in (long[])[counts.Introduction, counts.Growth, counts.Maturity, counts.Dormant, counts.Churned])
        {
            ArgumentOutOfRangeException.ThrowIfNegative(users, nameof(counts));
        }

        return new() { Definition = Definition, Counts = counts, Shape = ShapeOf(counts) };
    }

    private Measure<LifecycleShape> ShapeOf(LifecycleStageCounts counts)
    {
        if (counts.Users == 0)
        {
            return UndefinedReason.EmptyPopulation;
        }

        return Outweighs(LifecycleZone.Retention, counts) ? LifecycleShape.U
            : Outweighs(LifecycleZone.Acquisition, counts) ? LifecycleShape.L
            : LifecycleShape.InvertedU;
    }

    private bool Outweighs(LifecycleZone zone, LifecycleStageCounts counts)
        => counts.UsersOf(zone) - counts.UsersOf(LifecycleZone.Value) > Definition.MinimumGap * counts.Users;
}
