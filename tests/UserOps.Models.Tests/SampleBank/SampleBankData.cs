using UserOps.Samples;

namespace UserOps.Models.Tests.Samples;

/// <summary>Reads a sample bank as the shipped tags read it, and says when its days end.</summary>
internal static class SampleBankData
{
    internal static UserOpsDataset Of(SampleBank bank) => new UserOpsDatasetBuilder()
        .AddUsers(bank.Users, map => map
            .User(row => row.Id).With(Field.Date("registered_on"), row => row.RegisteredOn).With(Field.Date("birth_date"), row => row.BirthDate)
            .With(Field.Category("gender"), row => row.Gender).With(Field.Category("city"), row => row.City).With(Field.Category("card_type"), row => row.CardType)
            .With(Field.Amount("assets", "CNY"), row => row.Assets).With(Field.Category("risk_level"), row => row.RiskLevel).With(Field.Flag("marketing_consent"), row => row.MarketingConsent))
        .AddContents(bank.Contents, map => map.Id(row => row.Id).With(Field.Category("kind"), row => row.Kind))
        .AddEvents(bank.Events, map => map
            .User(row => row.UserId).EventId(row => row.Id).At(row => row.At).Name(row => row.Name).Content(row => row.ContentId)
            .With(Field.Category("os"), row => row.Os).With(Field.Category("page"), row => row.Page).With(Field.Amount("amount", "CNY"), row => row.Amount))
        .Build();

    /// <summary>Gets the end of the last day, or of one so many days before it.</summary>
    internal static EvaluationContext AtTheEnd(SampleBank bank, int daysBefore = 0)
        => EvaluationContext.AtEndOf(bank.Options.FirstDay.AddDays(bank.Options.Days - 1 - daysBefore), TimeZoneInfo.FindSystemTimeZoneById(SampleBank.ZoneId));
}
