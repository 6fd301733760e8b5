using System.Globalization;
using UserOps.Models.Activity;

namespace UserOps.Models.Tests.Activity;

public class AssetsUnderManagementTests
{
    private static readonly AssetsUnderManagement Some = Of(100m);

    [Theory] // before, after | (after - before) / before
    [InlineData(100, 120, 0.2)]
    [InlineData(100, 0, -1)]
    [InlineData(3, 4, 0.3333333333333333333333333333)]
    public void Uplift_Grown_IsAFractionOfTheBase(int before, int after, double expected)
        => Assert.Equal(expected, (double)AssetsUnderManagement.Uplift(Of(before), Of(after)).Value!.Value, 15);

    [Fact]
    public void Uplift_NoBase_SaysWhy()
    {
        Assert.Equal(UndefinedReason.ZeroBase, AssetsUnderManagement.Uplift(Of(0), Some).Undefined);
        Assert.Equal(UndefinedReason.NoSolution, AssetsUnderManagement.Uplift(Of(-5), Some).Undefined);
        Assert.Equal(UndefinedReason.EmptyPopulation, AssetsUnderManagement.Uplift(Some with { Known = 0, Total = 0 }, Some).Undefined);
        Assert.Equal(UndefinedReason.EmptyPopulation, AssetsUnderManagement.Uplift(Some, Some with { Known = 0, Total = 0 }).Undefined);
    }

    [Fact]
    public void Uplift_Decimals_AreExact()
        => Assert.Equal(0.1m, AssetsUnderManagement.Uplift(Of(0.3m), Of(0.33m)).Value);

    [Fact]
    public void TwoCurrencies_InOneCalculation_AreRefused()
    {
        Assert.Equal("The assets are in CNY and in USD; they cannot be compared or added up. (Parameter 'after')", Assert.Throws<ArgumentException>(() => AssetsUnderManagement.Uplift(Some, Some with { Currency = "USD" })).Message);
        Assert.Equal("The assets are in CNY and in USD; they cannot be compared or added up. (Parameter 'b')", Assert.Throws<ArgumentException>(() => AssetsUnderManagement.Merge(Some, Some with { Currency = "USD" })).Message);
        Assert.Equal("The assets are read from 'assets' and from 'funds'; they cannot be added up. (Parameter 'b')", Assert.Throws<ArgumentException>(() => AssetsUnderManagement.Merge(Some, Some with { Field = "funds" })).Message);
    }

    [Theory] // two shards and the whole: the same text
    [InlineData("1.5", "0.5", "2")]
    [InlineData("0.25", "-0.25", "0")]
    [InlineData("100.10", "0.2", "100.3")]
    [InlineData("99.99", "0.01", "100")]
    [InlineData("92233720368547758.07", "92233720368547758.07", "184467440737095516.14")]
    public void Merge_Shards_GivesTheTextOfTheWhole(string a, string b, string whole)
    {
        AssetsUnderManagement merged = AssetsUnderManagement.Merge(Of(Number(a)), Of(Number(b)));
        Assert.Equal((whole, whole), (Text(merged.Total), Text(merged.HeldByActive)));
        AmountField assets = Field.Amount("assets", "CNY", 2);
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers([a, b + " "], map => map.User(text => text + "!").With(assets, text => Number(text))).Build();
        UserSet everyone = UserSet.Everyone(data.Directory);
        Assert.Equal(whole, Text(AssetsUnderManagement.Of(data, assets, everyone, everyone).Total));

        static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
        static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
    }

    [Fact]
    public void PerActiveUser_NobodyActive_HasAZeroBase()
    {
        Assert.Equal(UndefinedReason.ZeroBase, (Some with { Active = 0 }).PerActiveUser.Undefined);
        Assert.Equal(UndefinedReason.EmptyPopulation, (Some with { Known = 0 }).PerActiveUser.Undefined);
        Assert.Equal(UndefinedReason.EmptyPopulation, (Some with { Known = 0 }).MeanOfKnown.Undefined);
        Assert.Equal(UndefinedReason.EmptyPopulation, (Some with { ActiveKnown = 0 }).MeanOfActive.Undefined);
    }

    [Fact]
    public void Of_LargestBalances_AddUpExactly()
    {
        AmountField assets = Field.Amount("assets", "CNY", 2);
        const decimal Largest = 92_233_720_368_547_758.07m; // a long of cents
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers(["a", "b", "c"], map => map.User(id => id).With(assets, id => id == "c" ? -0.01m : Largest)).Build();
        UserSet everyone = UserSet.Everyone(data.Directory);
        Assert.Equal(184_467_440_737_095_516.13m, AssetsUnderManagement.Of(data, assets, everyone, UserSet.None(data.Directory)).Total);
    }

    private static AssetsUnderManagement Of(decimal total) => new()
    {
        Field = "assets",
        Currency = "CNY",
        Known = 2,
        Missing = 1,
        Total = total,
        Active = 1,
        ActiveKnown = 1,
        HeldByActive = total,
    };
}
