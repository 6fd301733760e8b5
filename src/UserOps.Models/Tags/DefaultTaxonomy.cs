namespace UserOps.Models.Tags;

/// <summary>The shipped tree: an example to edit, after the six families of attributes that bank portraits use.</summary>
internal static class DefaultTaxonomy
{
    internal static TagTaxonomy Tree() => new()
    {
        Nodes =
        [
            .. Of(TagFamily.Natural, "natural", "自然属性", "natural", ("demography", "人口特征", "demography"), ("region", "地域", "region"), ("life-stage", "人生阶段", "life stage"), ("device", "设备", "device")),
            .. Of(TagFamily.Industry, "industry", "行业属性", "industry", ("occupation", "职业", "occupation"), ("employer", "单位", "employer"), ("trade", "所属行业", "trade")),
            .. Of(TagFamily.Financial, "financial", "金融属性", "financial", ("products", "持有产品", "products held"), ("payments", "支付交易", "payments"), ("credit", "信用", "credit"), ("risk", "风险偏好", "risk preference")),
            .. Of(TagFamily.Asset, "asset", "资产属性", "assets", ("balance", "资产余额", "balances"), ("income", "收入", "income"), ("property", "房产车产", "property")),
            .. Of(TagFamily.Social, "social", "社交属性", "social", ("relations", "关系", "relations"), ("sharing", "分享传播", "sharing"), ("community", "社群", "communities")),
            .. Of(TagFamily.Interest, "interest", "兴趣属性", "interest", ("content", "内容偏好", "content"), ("offers", "权益偏好", "offers"), ("engagement", "活跃程度", "engagement")),
        ],
    };

    private static IEnumerable<TagNode> Of(TagFamily family, string id, string zh, string en, params (string Id, string Zh, string En)[] below) =>
    [
        new() { Id = id, Family = family, Name = new(zh, en) },
        .. below.Select(node => new TagNode { Id = $"{id}.{node.Id}", Parent = id, Family = family, Name = new(node.Zh, node.En) }),
    ];
}
