using System.Text.Json;
using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

public class DateOrInstantTests
{
    [Theory]
    [InlineData("2026-03-01", true)]
    [InlineData("2026-03-01T12:00:00+08:00", false)]
    public void Json_DateOrInstant_IsReadAndWrittenAsItIs(string text, bool isDate)
    {
        StickinessRatioDefinition read = Read(text);
        Assert.Equal((isDate, !isDate), (read.From.Date is not null, read.From.Instant is not null));
        Assert.Equal(text, read.From.ToString());
        Assert.Contains($"\"from\":\"{text}\"", UserOpsJson.Serialize(read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-3-1")]
    [InlineData("2026-03-01T12:00:00")] // whose zone?
    [InlineData("")]
    public void Json_OtherText_IsRefused(string text)
        => Assert.StartsWith("A date is a text such as \"2026-03-31\", an instant one such as", Assert.Throws<JsonException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Default_IsTheFirstDate()
        => Assert.Equal(DateOnly.MinValue, default(DateOrInstant).Date);

    private static StickinessRatioDefinition Read(string text)
        => UserOpsJson.Deserialize<StickinessRatioDefinition>($$$"""{"activity":{"events":{}},"from":"{{{text}}}","to":"2026-03-01"}""");
}
