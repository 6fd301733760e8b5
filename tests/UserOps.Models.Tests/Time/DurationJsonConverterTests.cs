using System.Text.Json;
using UserOps.Models.Funnels;

namespace UserOps.Models.Tests.Time;

public sealed class DurationJsonConverterTests
{
    [Theory]
    [InlineData("7.00:00:00")]
    [InlineData("00:00:00.0000001")]
    [InlineData("-01:30:00")]
    public void Duration_InText_ComesBack(string text)
    {
        FunnelDefinition read = Read($"\"{text}\"");

        Assert.Equal(TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture), read.Window);
        Assert.Contains($"\"window\":\"{text}\"", UserOpsJson.Serialize(read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("\"P7D\"")]
    [InlineData("\" 01:00:00\"")]
    [InlineData("7")]
    [InlineData("{}")]
    public void Read_NoDuration_SaysHowOneIsWritten(string json)
        => Assert.StartsWith(
            "The value has to be a duration such as \"7.00:00:00\": days.hours:minutes:seconds. (at $.window, line 1, byte ",
            Assert.Throws<JsonException>(() => Read(json)).Message,
            StringComparison.Ordinal);

    private static FunnelDefinition Read(string window) => UserOpsJson.Deserialize<FunnelDefinition>($$"""{"steps":["a"],"window":{{window}}}""");
}
