using System.Globalization;

namespace UserOps.Models.Tests.Time;

public class EvaluationContextTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "2026-03-31", "2026-03-31T23:59:59.9999999+08:00")]
    [InlineData("America/Los_Angeles", "2026-03-08", "2026-03-08T23:59:59.9999999-07:00")]
    [InlineData("America/Sao_Paulo", "2017-10-14", "2017-10-14T23:59:59.9999999-03:00")] // the next day begins at 01:00
    [InlineData("America/Havana", "2025-11-01", "2025-11-01T23:59:59.9999999-04:00")]    // before the first of two midnights
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-29T23:59:59.9999999-10:00")]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-29T23:59:59.9999999-10:00")]      // a date without instants
    [InlineData("UTC", "9999-12-31", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("America/Los_Angeles", "9999-12-31", "9999-12-31T15:59:59.9999999-08:00")]
    [InlineData("+08:00", "0001-01-01", "0001-01-01T23:59:59.9999999+08:00")]
    public void AtEndOf_ADay_IsTheLastTickBeforeTheNextDate(string zone, string day, string asOf)
    {
        var context = EvaluationContext.AtEndOf(DateOnly.Parse(day, CultureInfo.InvariantCulture), NamedZones.Find(zone));
        Assert.Equal(asOf, context.AsOf.ToString("O", CultureInfo.InvariantCulture));
        Assert.Equal(DayOfWeek.Monday, context.WeekStart);
    }

    [Fact]
    public void Properties_ThatCannotBe_Throw()
    {
        Assert.Equal("Zone", Assert.Throws<ArgumentNullException>(() => new EvaluationContext { AsOf = default, Zone = null! }).ParamName);
        Assert.Equal("WeekStart", Assert.Throws<ArgumentOutOfRangeException>(
            () => new EvaluationContext { AsOf = default, Zone = TimeZoneInfo.Utc, WeekStart = (DayOfWeek)(-1) }).ParamName);
        Assert.Equal("zone", Assert.Throws<ArgumentNullException>(() => EvaluationContext.AtEndOf(new DateOnly(2026, 3, 31), null!)).ParamName);
    }

    [Fact]
    public void Equality_ComparesInstantZoneAndWeek()
    {
        var context = new EvaluationContext { AsOf = DateTimeOffset.UnixEpoch, Zone = NamedZones.EightEast };
        Assert.Equal(context, context with { AsOf = DateTimeOffset.UnixEpoch.ToOffset(TimeSpan.FromHours(8)) });
        Assert.NotEqual(context, context with { AsOf = DateTimeOffset.UnixEpoch.AddTicks(1) });
        Assert.NotEqual(context, context with { Zone = TimeZoneInfo.Utc });
        Assert.NotEqual(context, context with { WeekStart = DayOfWeek.Sunday });
    }
}
