namespace UserOps.Samples;

/// <summary>One row of the event log.</summary>
/// <param name="Id">The event id; a few rows repeat one.</param>
/// <param name="UserId">Who did it: a customer number, or a visitor <c>V0000001</c> who is not in the users table.</param>
/// <param name="At">When, with the offset of the bank's zone; rows stand in order of arrival, which is not order of time.</param>
/// <param name="Name">What was done, one of <see cref="SampleBank.EventNames"/>.</param>
/// <param name="Channel">The acquisition channel the app stamps on every event; sometimes missing.</param>
/// <param name="Os">The device's operating system; sometimes missing.</param>
/// <param name="Page">The page it happened on; missing where there was none.</param>
/// <param name="ContentId">The content it was done to; a few ids are not in the contents table.</param>
/// <param name="Amount">CNY, two decimals; only on events about money, and missing on a few of those.</param>
/// <param name="Success">Whether it worked; only on events that can fail.</param>
public readonly record struct SampleEvent(
    long Id,
    string UserId,
    DateTimeOffset At,
    string Name,
    string? Channel,
    string? Os,
    string? Page,
    string? ContentId,
    decimal? Amount,
    bool? Success);
