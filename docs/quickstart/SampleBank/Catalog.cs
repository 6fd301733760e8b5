using System.Globalization;

namespace UserOps.Samples;

/// <summary>The contents of the app, by kind; within a kind the first ones are the popular ones.</summary>
internal sealed class Catalog
{
    private static readonly string[] ArticleTopics = ["理财入门", "用卡攻略", "反诈提醒", "美食优惠", "出行指南", "养老规划"];
    private static readonly string[] FundTopics = ["货币", "债券", "指数", "混合", "养老"];
    private static readonly string[] InstallmentTopics = ["账单分期", "家装分期", "购车分期", "教育分期"];
    private static readonly string[] CouponTopics = ["餐饮", "商超", "观影", "加油"];

    /// <summary>The ids that occur in events and no longer in the table.</summary>
    internal static readonly string[] WithdrawnIds = ["C9001", "C9002", "C9003", "C9004", "C9005"];

    internal Catalog(SampleRandom random)
    {
        Articles = Add("article", ArticleTopics, 96, ref random);
        Funds = Add("fund", FundTopics, 40, ref random);
        Installments = Add("installment", InstallmentTopics, 16, ref random);
        Coupons = Add("coupon", CouponTopics, 48, ref random);
    }

    internal List<SampleContent> Contents { get; } = [];

    internal Range Articles { get; }

    internal Range Funds { get; }

    internal Range Installments { get; }

    internal Range Coupons { get; }

    /// <summary>Gives the id of a position; one beyond the catalog is that of a content withdrawn since.</summary>
    internal string? IdOf(int position)
        => position < 0 ? null : position < Contents.Count ? Contents[position].Id : WithdrawnIds[position - Contents.Count];

    /// <summary>Draws a content of one kind; the square favors the first: a tenth of them gets almost a third of the views.</summary>
    internal static short Draw(Range kind, ref SampleRandom random)
    {
        double unit = random.Unit();
        int count = kind.End.Value - kind.Start.Value;
        return (short)(kind.Start.Value + (int)(count * unit * unit));
    }

    private Range Add(string kind, string[] topics, int count, ref SampleRandom random)
    {
        int first = Contents.Count;
        for (int i = 0; i < count; i++)
        {
            string id = "C" + (Contents.Count + 1).ToString("0000", CultureInfo.InvariantCulture);
            string topic = topics[random.Below(topics.Length)];
            string title = string.Create(CultureInfo.InvariantCulture, $"{topic} {i + 1}号");
            Contents.Add(new SampleContent(id, title, kind, topic, Price(kind, ref random), Rate(kind, ref random)));
        }
        return first..Contents.Count;
    }

    private static decimal? Price(string kind, ref SampleRandom random) => kind switch
    {
        "fund" => random.Chance(0.5) ? 10m : 1000m,
        "installment" => 600m,
        "coupon" => 5m + random.Below(20) * 0.5m,
        _ => null,
    };

    private static decimal? Rate(string kind, ref SampleRandom random) => kind switch
    {
        "fund" => 0.012m + random.Below(60) * 0.001m,
        "installment" => 0.048m + random.Below(90) * 0.001m,
        _ => null,
    };
}
