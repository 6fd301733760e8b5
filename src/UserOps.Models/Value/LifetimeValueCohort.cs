using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>One row of the table: the users won in one period, and what they brought at each age.</summary>
public sealed record LifetimeValueCohort
{
    /// <summary>Gets the first instant of the cohort's period, with the zone's offset there.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the first local date of the cohort's period; for an hour the date it begins on.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>Gets the users of the cohort, so far as they are seen.</summary>
    public required long Size { get; init; }

    /// <summary>Gets the margin of all users of the cohort at each age alone; null while the age's period is not over at 'as of'.</summary>
    public required ImmutableArray<decimal?> Margin { get; init; }

    /// <summary>Gets the margin of all users of the cohort up to an age, that age included.</summary>
    /// <param name="age">0 to the number of periods - 1.</param>
    /// <returns><see cref="UndefinedReason.NotYetObservable"/> while the age's period is not over; 0 for a cohort without users.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such age.</exception>
    public Measure<decimal> CumulativeMargin(int age)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(age);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(age, Margin.Length);
        if (Margin[age] is null)
        {
            return UndefinedReason.NotYetObservable; // ages end in order, so those before are over where this one is
        }

        var total = default(ExactTotal);
        for (int i = 0; i <= age; i++)
        {
            total.Add(Margin[i]!.Value);
        }

        return total.ToDecimal();
    }

    /// <summary>Gets the lifetime value of a user of the cohort up to an age: the cumulative margin per user.</summary>
    /// <param name="age">0 to the number of periods - 1.</param>
    /// <returns><see cref="UndefinedReason.NotYetObservable"/> while the age's period is not over; then <see cref="UndefinedReason.EmptyPopulation"/> for a cohort without users.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such age.</exception>
    public Measure<decimal> ValuePerUser(int age)
    {
        Measure<decimal> margin = CumulativeMargin(age);
        return margin.Value is not { } total ? margin : Size == 0 ? UndefinedReason.EmptyPopulation : total / Size;
    }

    /// <inheritdoc/>
    public bool Equals(LifetimeValueCohort? other) => other is not null
        && Start.EqualsExact(other.Start)
        && FirstDay == other.FirstDay
        && Size == other.Size
        && ListEquality.Equal(Margin, other.Margin);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, FirstDay, Size, ListEquality.Hash(Margin));

    internal static LifetimeValueCohort Sum(LifetimeValueCohort a, LifetimeValueCohort b) => a with
    {
        Size = a.Size + b.Size,
        Margin = [.. a.Margin.Zip(b.Margin, (x, y) => x is { } left && y is { } right ? ExactTotal.Of(left, right) : (decimal?)null)],
    };
}
