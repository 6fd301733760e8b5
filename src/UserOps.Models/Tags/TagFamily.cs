namespace UserOps.Models.Tags;

/// <summary>The six families of attributes at the top of a taxonomy (六大属性).</summary>
public enum TagFamily
{
    /// <summary>自然属性: age, gender, place, device.</summary>
    Natural,

    /// <summary>行业属性: occupation, employer, trade.</summary>
    Industry,

    /// <summary>金融属性: products held, payments, credit, risk.</summary>
    Financial,

    /// <summary>资产属性: balances, income, property.</summary>
    Asset,

    /// <summary>社交属性: relations, sharing, communities.</summary>
    Social,

    /// <summary>兴趣属性: topics, pastimes, engagement.</summary>
    Interest,
}
