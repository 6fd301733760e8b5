namespace UserOps.Models.Profitability;

/// <summary>What is asked about the two rates risk control is judged by (反欺诈拦截率, 坏账率): fraud that was stopped, and debt that went bad.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="RiskRatesModel"/> checks everything at once. Either half may be left out.</remarks>
public sealed record RiskRatesDefinition
{
    /// <summary>Gets which events are labeled as fraud, stopped or not; null, the default, to leave fraud out.</summary>
    public EventFilter? Fraud { get; init; }

    /// <summary>Gets which of them were stopped: an event counts as caught when it passes both filters. Needed with <see cref="Fraud"/>.</summary>
    public EventFilter? Caught { get; init; }

    /// <summary>Gets where the period begins: events before it do not count. A date means its first instant; null, the default, for all events up to 'as of'.</summary>
    public DateOrInstant? From { get; init; }

    /// <summary>Gets the column of the user table with what each user owes; null, the default, to leave debt out.</summary>
    public AmountField? Outstanding { get; init; }

    /// <summary>Gets the column of the user table with the part of it that is bad; needed with <see cref="Outstanding"/>, in its currency.</summary>
    public AmountField? Bad { get; init; }
}
