using System.Text.Json;
using UserOps.Models.Tests.Time;

namespace UserOps.Models.Tests.Numerics;

public class GroundFloorJsonTests
{
    [Fact]
    public void Measure_WithAValueOrAReason_RoundTrips()
    {
        RoundTrip<Measure<double>>(0.1, """{"value":0.1}""");
        RoundTrip<Measure<double>>(0.0, """{"value":0}""");
        RoundTrip<Measure<decimal>>(12.50m, """{"value":12.50}""");
        RoundTrip<Measure<long>>(long.MaxValue, """{"value":9223372036854775807}""");
        RoundTrip<Measure<TimeSpan>>(TimeSpan.FromHours(36), """{"value":"1.12:00:00"}""");
        RoundTrip<Measure<double>>(UndefinedReason.ZeroBase, """{"undefined":"zeroBase"}""");
        RoundTrip<Measure<double>>(default, """{"undefined":"emptyPopulation"}""");
        RoundTrip<Measure<TimeSpan>>(UndefinedReason.NotYetObservable, """{"undefined":"notYetObservable"}""");
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"value":1,"undefined":"zeroBase"}""")]
    [InlineData("""{"value":null,"undefined":null}""")]
    [InlineData("""{"undefined":"no such reason"}""")]
    [InlineData("""{"undefined":1}""")]
    [InlineData("""{"value":1,"unit":"CNY"}""")]
    [InlineData("""{"value":"1"}""")]
    [InlineData("""1.5""")]
    public void Measure_FromTextThatIsNone_Throws(string json)
    {
        Exception error = Assert.ThrowsAny<Exception>(() => GroundFloorJson.Read<Measure<double>>(json));
        Assert.True(error is JsonException or ArgumentException, error.ToString());
    }

    [Fact]
    public void Ratio_IsItsTwoCounts()
    {
        RoundTrip(new Ratio(3, 8), """{"numerator":3,"denominator":8}""");
        RoundTrip(default(Ratio), """{"numerator":0,"denominator":0}""");
        Assert.Throws<JsonException>(() => GroundFloorJson.Read<Ratio>("""{"numerator":3}"""));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroundFloorJson.Read<Ratio>("""{"numerator":9,"denominator":8}"""));
    }

    [Fact]
    public void Interval_IsItsTwoEnds()
    {
        RoundTrip(new Interval(0.25, 0.5), """{"low":0.25,"high":0.5}""");
        Assert.Throws<JsonException>(() => GroundFloorJson.Read<Interval>("""{"low":0.25}"""));
    }

    [Fact]
    public void UserOpsJson_KnowsTheNumbersOfResults()
    {
        Assert.Equal("""{"numerator":3,"denominator":8}""", UserOpsJson.Serialize(new Ratio(3, 8)));
        Assert.Equal(new Interval(0.25, 0.5), UserOpsJson.Deserialize<Interval>("""{"low":0.25,"high":0.5}"""));
        Assert.Equal(UndefinedReason.TooFew, UserOpsJson.Deserialize<Measure<decimal>>("""{"undefined":"tooFew"}"""));
        Assert.Equal(7, UserOpsJson.Deserialize<Measure<long>>("""{"value":7}"""));
        Assert.Equal("""{"value":"1.12:00:00"}""", UserOpsJson.Serialize<Measure<TimeSpan>>(TimeSpan.FromHours(36)));
        Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<Ratio>("""{"numerator":9,"denominator":8}"""));
        Assert.Throws<JsonException>(() => UserOpsJson.Deserialize<Measure<double>>("""{"value":1,"undefined":"zeroBase"}"""));
    }

    [Fact]
    public void InstantRange_IsItsTwoEnds()
    {
        var from = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.FromHours(8));
        RoundTrip(new InstantRange(from, from.AddDays(1)), """{"from":"2026-03-01T00:00:00+08:00","to":"2026-03-02T00:00:00+08:00"}""");
        RoundTrip(new InstantRange(from), """{"from":"2026-03-01T00:00:00+08:00","to":null}""");
        Assert.Equal(default, GroundFloorJson.Read<InstantRange>("{}"));
    }

    [Fact]
    public void EvaluationContext_NamesItsZone()
    {
        RoundTrip(
            EvaluationContext.AtEndOf(new DateOnly(2026, 3, 31), NamedZones.Find("Asia/Shanghai")) with { WeekStart = DayOfWeek.Sunday },
            """{"asOf":"2026-03-31T23:59:59.9999999+08:00","zone":"Asia/Shanghai","weekStart":"sunday"}""");
        RoundTrip(
            new EvaluationContext { AsOf = DateTimeOffset.UnixEpoch, Zone = TimeZoneInfo.Utc },
            """{"asOf":"1970-01-01T00:00:00+00:00","zone":"UTC","weekStart":"monday"}""");
    }

    [Theory]
    [InlineData("+08:00")]
    [InlineData("-03:30")]
    [InlineData("+00:00")]
    public void EvaluationContext_OfAFixedOffset_NamesTheOffset(string offset)
    {
        string json = $$"""{"asOf":"2026-03-31T12:00:00+00:00","zone":"{{offset}}","weekStart":"monday"}""";
        string written = GroundFloorJson.Write(GroundFloorJson.Read<EvaluationContext>(json)).Replace("\\u002B", "+", StringComparison.Ordinal);
        Assert.Equal(json, written);
    }

    [Theory]
    [InlineData("\"Mars/Olympus_Mons\"", "This machine knows no time zone 'Mars/Olympus_Mons'.")]
    [InlineData("\"+15:00\"", "This machine knows no time zone '+15:00'.")]
    [InlineData("\"\"", "This machine knows no time zone ''.")]
    [InlineData("8", "A time zone is a text: an IANA id, or an offset such as '+08:00'.")]
    public void EvaluationContext_OfAnUnknownZone_SaysWhich(string zone, string message)
    {
        var error = Assert.Throws<JsonException>(
            () => GroundFloorJson.Read<EvaluationContext>($$"""{"asOf":"2026-03-31T12:00:00Z","zone":{{zone}}}"""));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EvaluationContext_WithoutAZone_Throws()
        => Assert.Throws<JsonException>(() => GroundFloorJson.Read<EvaluationContext>("""{"asOf":"2026-03-31T12:00:00Z"}"""));

    private static void RoundTrip<T>(T value, string json)
    {
        Assert.Equal(json, GroundFloorJson.Write(value).Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal(value, GroundFloorJson.Read<T>(json));
    }
}
