using FsCheck;
using FsCheck.Fluent;
using UserOps.Models.Value;

namespace UserOps.Models.Tests.Value;

public class RevenuePerUserTests
{
    [Theory] // revenue, active, paying -> ARPU, ARPPU, paying rate
    [InlineData(50_000, 10_000, 500, 5.0, 100.0, 0.05)]
    [InlineData(-30, 10, 3, -3.0, -10.0, 0.3)] // more was given back than came in
    [InlineData(0, 10, 0, 0.0, null, 0.0)]
    [InlineData(0, 0, 0, null, null, null)]
    public void Figures_OfAPeriod_AreTheDefinition(int revenue, long active, long paying, double? arpu, double? arppu, double? rate)
    {
        var users = new RevenuePerUser(revenue, active, paying, "month");
        Assert.Equal(arpu, (double?)users.Arpu.Value);
        Assert.Equal(arppu, (double?)users.Arppu.Value);
        Assert.Equal(rate, users.PayingRate.Value);
        Assert.Null(users.MarginPerUser);
    }

    [Fact]
    public void Arpu_IsArppuTimesPayingRate() => Prop.ForAll<int, ushort, ushort>((cents, active, paying) =>
    {
        var users = new RevenuePerUser(cents / 100m, active + 1L, Math.Min(paying, active) + 1L, "week");
        double product = (double)users.Arppu.Value!.Value * users.PayingRate.Value!.Value;
        return Math.Abs(product - (double)users.Arpu.Value!.Value) <= 1e-12 * Math.Abs(product);
    }).QuickCheckThrowOnFailure();

    [Theory] // active, paying, period, currency -> the parameter that is refused
    [InlineData(-1, 0, "month", "CNY", "activeUsers")]
    [InlineData(1, -1, "month", "CNY", "payingUsers")]
    [InlineData(1, 2, "month", "CNY", "payingUsers")]
    [InlineData(1, 1, " ", "CNY", "period")]
    [InlineData(1, 1, "month", "cny", "currency")]
    public void New_WhatCannotBe_IsRefused(long active, long paying, string period, string currency, string parameter)
        => Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(() => new RevenuePerUser(1, active, paying, period, currency)).ParamName);

    [Fact]
    public void Merge_OfTwoParts_IsExact()
    {
        var a = new RevenuePerUser(0.1m, 2, 1, "day", "CNY", 0.05m);
        var b = new RevenuePerUser(0.2m, 3, 1, "day", "CNY", 0.15m);
        Assert.Equal(new RevenuePerUser(0.3m, 5, 2, "day", "CNY", 0.2m), RevenuePerUser.Merge(a, b));
        Assert.Equal(0.1m, RevenuePerUser.Merge(a, b).Margin);
        Assert.Throws<ArgumentException>(() => RevenuePerUser.Merge(a, new(1, 1, 1, "month", "CNY", 1)));
        Assert.Throws<ArgumentException>(() => RevenuePerUser.Merge(new(1, 1, 1, "month 2026-03"), new(1, 1, 1, "month 2026-04")));
        Assert.Throws<ArgumentException>(() => RevenuePerUser.Merge(a, new(1, 1, 1, "day", "USD", 1)));
        Assert.Throws<ArgumentException>(() => RevenuePerUser.Merge(a, new(1, 1, 1, "day", "CNY")));
    }

    [Fact]
    public void Json_OfMorePayingThanActive_IsRefused()
    {
        Assert.Equal("""{"revenue":1.5,"activeUsers":2,"payingUsers":1,"period":"month"}""", UserOpsJson.Serialize(new RevenuePerUser(1.5m, 2, 1, "month")));
        Assert.Throws<System.Text.Json.JsonException>(() => UserOpsJson.Deserialize<RevenuePerUser>("""{"revenue":1.5,"activeUsers":2,"payingUsers":3,"period":"month"}"""));
    }
}
