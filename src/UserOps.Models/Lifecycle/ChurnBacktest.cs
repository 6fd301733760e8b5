using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>How well a warning of the past foretold who was gone: counts of users, everything else is derived. JSON round-trip, mergeable.</summary>
public sealed record ChurnBacktest
{
    /// <summary>Gets what was asked.</summary>
    public required ChurnWarningDefinition Definition { get; init; }

    /// <summary>Gets as of when the outcome was seen, and in which zone.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the instant of the warning: the horizon before 'as of'. Nothing after it was used to warn.</summary>
    public required DateTimeOffset WarnedAt { get; init; }

    /// <summary>Gets the days of 24 hours without activity after which a user is gone.</summary>
    public required int HorizonDays { get; init; }

    /// <summary>Gets within how many days before the warning a user had to be active to be counted; null for everybody ever active.</summary>
    public int? ActiveWithinDays { get; init; }

    /// <summary>Gets the users warned of who were gone.</summary>
    public required long WarnedGone { get; init; }

    /// <summary>Gets the users warned of who stayed: false alarms.</summary>
    public required long WarnedStayed { get; init; }

    /// <summary>Gets the users not warned of who were gone: missed.</summary>
    public required long NotWarnedGone { get; init; }

    /// <summary>Gets the users not warned of who stayed.</summary>
    public required long NotWarnedStayed { get; init; }

    /// <summary>Gets the users of whom the warning knew nothing, who were gone.</summary>
    public required long UnknownGone { get; init; }

    /// <summary>Gets the users of whom the warning knew nothing, who stayed.</summary>
    public required long UnknownStayed { get; init; }

    /// <summary>Gets the share of those warned of who were gone; has an interval.</summary>
    [JsonIgnore]
    public Ratio Precision => new(WarnedGone, WarnedGone + WarnedStayed);

    /// <summary>Gets the share of the judged users gone who had been warned of; has an interval.</summary>
    [JsonIgnore]
    public Ratio Recall => new(WarnedGone, WarnedGone + NotWarnedGone);

    /// <summary>Gets the share of all judged users who were gone: the precision of a warning that knows nothing.</summary>
    [JsonIgnore]
    public Ratio BaseRate => new(WarnedGone + NotWarnedGone, WarnedGone + WarnedStayed + NotWarnedGone + NotWarnedStayed);

    /// <summary>
    /// Gets the precision over the base rate: 3 finds three times as many as chance. <see cref="UndefinedReason.EmptyPopulation"/> where nobody was
    /// warned of, <see cref="UndefinedReason.ZeroBase"/> where nobody was gone.
    /// </summary>
    [JsonIgnore]
    public Measure<double> Lift => Precision.Value is not { } precision ? UndefinedReason.EmptyPopulation
        : BaseRate.Numerator == 0 ? UndefinedReason.ZeroBase
        : precision / BaseRate.Value!.Value;

    /// <summary>Joins the counts of two sets of users who have nobody in common.</summary>
    /// <param name="a">One backtest.</param>
    /// <param name="b">The other, of the same definition, context and days.</param>
    /// <returns>What one backtest over all of them gives.</returns>
    /// <exception cref="ArgumentException">The definitions, the contexts or the days differ.</exception>
    public static ChurnBacktest Merge(ChurnBacktest a, ChurnBacktest b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        LifecycleMerging.RequireSameQuestion((a.Definition, a.Context), (b.Definition, b.Context), nameof(b));
        if ((a.HorizonDays, a.ActiveWithinDays) != (b.HorizonDays, b.ActiveWithinDays))
        {
            throw new ArgumentException("The backtests have different days; they cannot be added up.", nameof(b));
        }

        return a with
        {
            WarnedGone = a.WarnedGone + b.WarnedGone,
            WarnedStayed = a.WarnedStayed + b.WarnedStayed,
            NotWarnedGone = a.NotWarnedGone + b.NotWarnedGone,
            NotWarnedStayed = a.NotWarnedStayed + b.NotWarnedStayed,
            UnknownGone = a.UnknownGone + b.UnknownGone,
            UnknownStayed = a.UnknownStayed + b.UnknownStayed,
        };
    }
}
