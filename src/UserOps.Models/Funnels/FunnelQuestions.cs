namespace UserOps.Models.Funnels;

/// <summary>What is asked about each unit beyond its level.</summary>
/// <param name="Chains">Whether the chosen chain is wanted.</param>
/// <param name="Totals">Whether tries are counted.</param>
/// <param name="DayOf">The local day of an instant, where the funnel is wanted per day of entry; else null.</param>
internal sealed record FunnelQuestions(bool Chains = false, bool Totals = false, Func<long, int>? DayOf = null);
