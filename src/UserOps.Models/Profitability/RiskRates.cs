using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Profitability;

/// <summary>The fraud interception rate and the bad-debt rate (反欺诈拦截率, 坏账率): counts and sums over users. JSON round-trip, mergeable.</summary>
public sealed record RiskRates
{
    /// <summary>Gets what was asked.</summary>
    public required RiskRatesDefinition Definition { get; init; }

    /// <summary>Gets what "now" meant.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets caught fraud over all fraud, in events; without a value where there was none, or it was not asked for.</summary>
    public required Ratio Interception { get; init; }

    /// <summary>Gets the users whose debt and its bad part are both known.</summary>
    public required long Debtors { get; init; }

    /// <summary>Gets the users left out of the sums: one of the two amounts is missing, and the other is not.</summary>
    public required long LeftOut { get; init; }

    /// <summary>Gets the bad balance.</summary>
    public required decimal Bad { get; init; }

    /// <summary>Gets the balance outstanding.</summary>
    public required decimal Outstanding { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, ordinal: a typing error, or normal in a shard.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Gets the share of fraud that was stopped, 0 to 1; null over no fraud.</summary>
    [JsonIgnore]
    public double? InterceptionRate => Interception.Value;

    /// <summary>Gets the bad balance over the balance outstanding; without a number where nothing is outstanding, or less than nothing, or nobody's debt is known.</summary>
    [JsonIgnore]
    public Measure<decimal> BadDebtRate => Debtors == 0 ? UndefinedReason.EmptyPopulation : Outstanding == 0 ? UndefinedReason.ZeroBase
        : Outstanding < 0 ? UndefinedReason.NegativeBase
        : Bad / Outstanding;

    /// <summary>Joins the rates of two sets of users who have nobody in common.</summary>
    /// <param name="a">One part.</param>
    /// <param name="b">The other, of the same definition and context.</param>
    /// <returns>What one evaluation over all of them gives.</returns>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    /// <exception cref="ArgumentException">The definitions or the contexts differ.</exception>
    /// <exception cref="OverflowException">A sum has more digits than a decimal holds.</exception>
    public static RiskRates Merge(RiskRates a, RiskRates b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        return a with
        {
            Interception = new(a.Interception.Numerator + b.Interception.Numerator, a.Interception.Denominator + b.Interception.Denominator),
            Debtors = a.Debtors + b.Debtors,
            LeftOut = a.LeftOut + b.LeftOut,
            Bad = ExactTotal.Of(a.Bad, b.Bad),
            Outstanding = ExactTotal.Of(a.Outstanding, b.Outstanding),
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(RiskRates? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && Interception == other.Interception
        && Debtors == other.Debtors
        && LeftOut == other.LeftOut
        && Bad == other.Bad
        && Outstanding == other.Outstanding
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, Interception, Debtors, LeftOut, Bad, Outstanding, ListEquality.Hash(UnknownEvents));
}
