namespace UserOps.Models.Stratification;

/// <summary>The pyramids everybody asks for; each is a definition to be changed with <c>with</c>.</summary>
public static class StratificationPresets
{
    /// <summary>
    /// Gets tiers of assets in CNY, as a bank may use them: mass from 0, affluent from 50,000, private banking on trial from 500,000 (资产超50万的用户),
    /// private banking from 6,000,000. Every threshold belongs to the tier it opens. Debts are in no tier.
    /// </summary>
    /// <remarks>The last threshold is that of Chinese rules on wealth products (CBRC order 5 of 2011, article 31); the others differ from bank to bank.</remarks>
    public static PyramidDefinition AssetTiers { get; } = new()
    {
        Id = "asset-tiers",
        Name = new("资产分层", "Asset tiers"),
        Currency = "CNY",
        Tiers =
        [
            new() { Id = "mass", Name = new("大众客户", "Mass"), Bound = 0 },
            new() { Id = "affluent", Name = new("富裕客户", "Affluent"), Bound = StratificationDefaults.AffluentAssets },
            new() { Id = "privateTrial", Name = new("私行体验客户", "Private banking on trial"), Bound = StratificationDefaults.PrivateBankTrialAssets },
            new() { Id = "private", Name = new("私人银行客户", "Private banking"), Bound = StratificationDefaults.PrivateBankAssets },
        ],
    };

    /// <summary>Gets the customer pyramid: the top 1% of users, the next 4%, the next 15%, and the other 80%.</summary>
    /// <remarks>J. Curry, Know Your Customers, Kogan Page, 1992.</remarks>
    public static PyramidDefinition CustomerPyramid { get; } = new()
    {
        Id = "customer-pyramid",
        Name = new("客户金字塔", "Customer pyramid"),
        Basis = PyramidBasis.UserShares,
        Tiers =
        [
            new() { Id = "top", Name = new("顶层客户", "Top"), Bound = 0.01m },
            new() { Id = "big", Name = new("大客户", "Big"), Bound = 0.05m },
            new() { Id = "medium", Name = new("中客户", "Medium"), Bound = 0.2m },
            new() { Id = "small", Name = new("小客户", "Small"), Bound = 1m },
        ],
    };

    /// <summary>Gets ABC classes: A holds the first 80% of the value, B goes on to 95%, C is everybody else.</summary>
    public static PyramidDefinition Abc { get; } = new()
    {
        Id = "abc",
        Name = new("ABC 分类", "ABC classes"),
        Basis = PyramidBasis.ValueShares,
        Tiers =
        [
            new() { Id = "A", Name = new("A 类", "Class A"), Bound = 0.8m },
            new() { Id = "B", Name = new("B 类", "Class B"), Bound = 0.95m },
            new() { Id = "C", Name = new("C 类", "Class C"), Bound = 1m },
        ],
    };
}
