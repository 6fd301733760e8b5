using System.Collections.Immutable;

namespace UserOps.Models.Value;

public sealed partial record CohortLifetimeValueSummary
{
    /// <summary>Continues what was seen by a fitted tail, for ever.</summary>
    /// <param name="tail">The shape of the tail.</param>
    /// <param name="throughAge">The last age to rest on, 0 to the number of periods - 1: only cohorts whose period of that age is over are taken, so that all ages are of the same users.</param>
    /// <param name="discountRate">By how much an age later is worth less; 0 or more.</param>
    /// <param name="fitFrom">The first age the shape is fitted to, 0 to <paramref name="throughAge"/>: a first order often tells little of those after it.</param>
    /// <param name="cohorts">Some cohorts of this summary, such as those of a breakdown row; null for all.</param>
    /// <returns>What was seen and what the tail adds, per user and apart from each other.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The shape is not one of the named ones, there is no such age, or the discount is negative or no finite number.</exception>
    /// <exception cref="ArgumentException">A cohort has another number of ages.</exception>
    public LifetimeValueExtrapolation Extrapolate(
        LifetimeValueTail tail, int throughAge, double discountRate = 0, int fitFrom = 0, ImmutableArray<LifetimeValueCohort>? cohorts = null)
    {
        if (!Enum.IsDefined(tail))
        {
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "This is not one of the named shapes.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(throughAge);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(throughAge, Definition.Periods);
        ArgumentOutOfRangeException.ThrowIfNegative(fitFrom);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fitFrom, throughAge);
        LifetimeValue.RequireDiscount(discountRate, nameof(discountRate));
        ImmutableArray<LifetimeValueCohort> asked = cohorts ?? Cohorts;
        RequireCohorts(asked);
        LifetimeValueCohort[] complete = [.. asked.Where(cohort => cohort.Margin[throughAge] is not null)];
        long users = complete.Sum(cohort => cohort.Size);
        UndefinedReason nothing = complete.Length == 0 ? UndefinedReason.NotYetObservable : UndefinedReason.EmptyPopulation;
        double[] margins = users == 0 ? [] : [.. Enumerable.Range(0, throughAge + 1).Select(age => (double)(TotalAt(complete, age) / users))];
        var blank = new LifetimeValueExtrapolation
        {
            Tail = tail,
            ThroughAge = throughAge,
            Cohorts = complete.Length,
            Users = users,
            DiscountRate = discountRate,
            Observed = users == 0 ? nothing : margins.Select((margin, age) => margin * Math.Pow(1 + discountRate, -age)).Sum(),
            Beyond = nothing,
        };
        return users == 0 ? blank : TailFit.Of(blank, margins, fitFrom);
    }

    private static decimal TotalAt(LifetimeValueCohort[] cohorts, int age)
    {
        var total = default(ExactTotal);
        foreach (LifetimeValueCohort cohort in cohorts)
        {
            total.Add(cohort.Margin[age]!.Value);
        }

        return total.ToDecimal();
    }
}
