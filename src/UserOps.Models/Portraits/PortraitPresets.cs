using System.Collections.Immutable;

namespace UserOps.Models.Portraits;

/// <summary>The dimensions by which users of a card app are told apart, shipped ready to edit.</summary>
public static class PortraitPresets
{
    /// <summary>Gets the user schema of a card app: gender, age, marital status, children, region, card type, device model, channel. Nothing is required.</summary>
    public static UserSchema CardApp { get; } = new()
    {
        Id = "portrait.card-app",
        Version = 1,
        DisplayName = new("信用卡应用用户画像", "card app portrait"),
        Fields =
        [
            Category("gender", "性别", "gender", DataClass.Demographic, "female", "male"),
            new()
            {
                Name = "age", Kind = FieldKind.Quantity, Scale = 0, Unit = "years", DataKind = DataKind.Basic, DataClass = DataClass.Demographic, DisplayName = new("年龄", "age"),
            },
            Category("marital_status", "婚姻状况", "marital status", DataClass.Demographic, "single", "married", "divorced", "widowed"),
            Category("children_status", "生育状况", "children", DataClass.Demographic, "none", "expecting", "preschool", "school", "grown"),
            Category("province", "省份", "province", DataClass.Demographic),
            Category("city", "城市", "city", DataClass.Demographic),
            Category("card_type", "卡种", "card type", DataClass.Consumption),
            Category("device_model", "机型", "device model", DataClass.Consumption),
            Category("channel", "渠道", "channel", null),
        ],
    };

    private static FieldDefinition Category(string name, string zh, string en, DataClass? dataClass, params ImmutableArray<string> allowed) => new()
    {
        Name = name,
        Kind = FieldKind.Category,
        AllowedValues = allowed,
        DataKind = DataKind.Basic,
        DataClass = dataClass,
        DisplayName = new(zh, en),
    };
}
