namespace UserOps.Samples;

/// <summary>One row of the users table.</summary>
/// <param name="Id">The customer number, <c>U0000001</c> and up, in the order of registration.</param>
/// <param name="RegisteredOn">The local day of registration; sometimes missing.</param>
/// <param name="BirthDate">The date of birth; sometimes missing.</param>
/// <param name="Gender"><c>女</c> or <c>男</c>; sometimes missing.</param>
/// <param name="City">The home city, in Chinese; sometimes missing.</param>
/// <param name="Channel">How the user was acquired, e.g. <c>app_store</c>; sometimes missing.</param>
/// <param name="CardType">The kind of card held or wanted, in Chinese.</param>
/// <param name="MonthlyIncome">Stated monthly income in CNY; missing for more than half.</param>
/// <param name="Assets">Balance held at the bank in CNY.</param>
/// <param name="RiskLevel"><c>R1</c> to <c>R5</c>; missing for users who did not fill in the questionnaire.</param>
/// <param name="MarketingConsent">Whether the user may be written to.</param>
/// <param name="InvitedBy">The user who invited this one, registered earlier; only with channel <c>referral</c>.</param>
public sealed record SampleUser(
    string Id,
    DateOnly? RegisteredOn,
    DateOnly? BirthDate,
    string? Gender,
    string? City,
    string? Channel,
    string CardType,
    decimal? MonthlyIncome,
    decimal Assets,
    string? RiskLevel,
    bool MarketingConsent,
    string? InvitedBy);
