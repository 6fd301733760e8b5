using System.Globalization;

namespace UserOps.Samples;

/// <summary>The tables as comma-separated values; no value of the sample holds a comma, a quote or a line break, so none is quoted.</summary>
internal static class SampleCsv
{
    private const string DateFormat = "yyyy-MM-dd";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    internal static void WriteUsers(IEnumerable<SampleUser> users, TextWriter writer)
    {
        Line(writer, "user_id,registered_on,birth_date,gender,city,channel,card_type,monthly_income,assets,risk_level,marketing_consent,invited_by");
        foreach (var user in users)
        {
            Line(writer, string.Create(CultureInfo.InvariantCulture, $"{user.Id},{Date(user.RegisteredOn)},{Date(user.BirthDate)},{user.Gender},{user.City},{user.Channel},{user.CardType},{user.MonthlyIncome:0},{user.Assets:0.00},{user.RiskLevel},{Flag(user.MarketingConsent)},{user.InvitedBy}"));
        }
    }

    internal static void WriteEvents(IEnumerable<SampleEvent> events, TextWriter writer)
    {
        Line(writer, "event_id,user_id,time,event,channel,os,page,content_id,amount,success");
        foreach (var row in events)
        {
            Line(writer, string.Create(CultureInfo.InvariantCulture, $"{row.Id},{row.UserId},{row.At.ToString(InstantFormat, CultureInfo.InvariantCulture)},{row.Name},{row.Channel},{row.Os},{row.Page},{row.ContentId},{row.Amount:0.00},{Flag(row.Success)}"));
        }
    }

    internal static void WriteContents(IEnumerable<SampleContent> contents, TextWriter writer)
    {
        Line(writer, "content_id,title,kind,topic,price,annual_rate");
        foreach (var content in contents)
        {
            Line(writer, string.Create(CultureInfo.InvariantCulture, $"{content.Id},{content.Title},{content.Kind},{content.Topic},{content.Price:0.00},{content.AnnualRate:0.000}"));
        }
    }

    // Not WriteLine: its line end is the machine's.
    private static void Line(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }

    private static string? Date(DateOnly? day) => day?.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static string? Flag(bool? flag) => flag switch { true => "true", false => "false", null => null };
}
