using UserOps.Models;

namespace UserOps.Quickstart.Inputs;

/// <summary>The columns of the sample, each written once: ingest and questions use the same handle.</summary>
internal static class SampleFields
{
    internal static readonly DateField RegisteredOn = Field.Date("registered_on");
    internal static readonly DateField BirthDate = Field.Date("birth_date");
    internal static readonly CategoryField Gender = Field.Category("gender");
    internal static readonly CategoryField City = Field.Category("city");
    internal static readonly CategoryField Channel = Field.Category("channel");
    internal static readonly CategoryField CardType = Field.Category("card_type");
    internal static readonly AmountField MonthlyIncome = Field.Amount("monthly_income", "CNY");
    internal static readonly AmountField Assets = Field.Amount("assets", "CNY");
    internal static readonly CategoryField RiskLevel = Field.Category("risk_level");
    internal static readonly FlagField MarketingConsent = Field.Flag("marketing_consent");

    internal static readonly CategoryField Os = Field.Category("os");
    internal static readonly CategoryField Page = Field.Category("page");
    internal static readonly AmountField Amount = Field.Amount("amount", "CNY");
    internal static readonly FlagField Success = Field.Flag("success");

    internal static readonly CategoryField Kind = Field.Category("kind");
    internal static readonly CategoryField Topic = Field.Category("topic");
    internal static readonly AmountField Price = Field.Amount("price", "CNY");
    internal static readonly QuantityField AnnualRate = Field.Quantity("annual_rate");
}
