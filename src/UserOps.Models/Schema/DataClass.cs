namespace UserOps.Models;

/// <summary>The five classes of data that are strongly related to a user's decisions (强相关 5 大分类).</summary>
public enum DataClass
{
    /// <summary>人口属性: age, gender, place, family, occupation.</summary>
    Demographic,

    /// <summary>信用信息: income, assets, debts, repayment history.</summary>
    Credit,

    /// <summary>消费特征: what is bought, how often, how dear.</summary>
    Consumption,

    /// <summary>兴趣爱好: topics and pastimes.</summary>
    Interest,

    /// <summary>社交信息: relations, sharing, communities.</summary>
    Social,
}
