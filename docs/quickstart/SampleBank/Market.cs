namespace UserOps.Samples;

/// <summary>The words and weights of the bank's market. Invented, in proportions a product manager would not find odd.</summary>
internal static class Market
{
    internal static readonly string[] Channels = ["organic_search", "app_store", "branch", "partner", "referral", "ads"];
    internal const byte Referral = 4;
    internal static readonly WeightedTable ChannelWeights = new(20, 26, 12, 12, 12, 18);

    // How willing users of a channel are to bind a card, apply and stay; ads bring many who do not.
    internal static readonly double[] ChannelQuality = [1.0, 0.9, 1.4, 0.8, 1.5, 0.5];

    internal static readonly string[] Cities =
        ["上海", "北京", "深圳", "广州", "杭州", "成都", "重庆", "武汉", "南京", "苏州", "西安", "郑州", "长沙", "青岛", "厦门", "昆明", "呼和浩特", "乌鲁木齐"];
    internal static readonly WeightedTable CityWeights = new(15, 13, 12, 10, 8, 8, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1);

    internal static readonly string[] Genders = ["女", "男"];

    internal static readonly string[] CardTypes = ["储蓄卡", "信用卡普卡", "信用卡金卡", "信用卡白金卡"];
    internal static readonly WeightedTable CardTypeWeights = new(46, 32, 17, 5);

    internal static readonly string[] RiskLevels = ["R1", "R2", "R3", "R4", "R5"];
    internal static readonly WeightedTable RiskLevelWeights = new(22, 30, 28, 14, 6);

    internal static readonly string[] Systems = ["iOS", "Android", "HarmonyOS", "Web"];
    internal static readonly WeightedTable SystemWeights = new(32, 46, 16, 6);

    internal static readonly string[] Pages = ["home", "wealth", "loan", "life", "account", "search"];

    // Visits by hour of the local day: the way to work, noon, the evening; and by day of the week, Sunday first.
    internal static readonly WeightedTable HourWeights =
        new(6, 3, 2, 1, 1, 3, 10, 26, 44, 58, 60, 52, 56, 46, 42, 44, 46, 48, 50, 56, 64, 62, 44, 20);
    internal static readonly double[] WeekdayRhythm = [0.80, 1.05, 1.02, 1.00, 1.03, 1.15, 0.90];
}
