using UserOps.Models.Portraits;

namespace UserOps.Models.Tests.Portraits;

public class PortraitPresetsTests
{
    [Fact]
    public void CardApp_Schema_IsSoundAndHoldsTheDimensions()
    {
        Assert.Empty(PortraitPresets.CardApp.Validate());
        Assert.Equal(
            ["gender", "age", "marital_status", "children_status", "province", "city", "card_type", "device_model", "channel"],
            PortraitPresets.CardApp.Fields.Select(field => field.Name));
        Assert.Equal(PortraitPresets.CardApp, UserOpsJson.Deserialize<UserSchema>(UserOpsJson.Serialize(PortraitPresets.CardApp)));
    }

    [Fact]
    public void CardApp_Columns_AreTakenByIngest()
    {
        var gender = (CategoryField)PortraitPresets.CardApp.Fields[0].ToField();
        var age = (QuantityField)PortraitPresets.CardApp.Fields[1].ToField();
        UserOpsDataset data = new UserOpsDatasetBuilder().AddUsers([("a", "female", 30m)], map => map
            .User(x => x.Item1).With(gender, x => x.Item2).With(age, x => x.Item3)).Build();
        Assert.Equal(30m, new AudienceProfileModel().Evaluate(data, UserSet.Everyone(data.Directory)).Amounts.Single().Total.Mean.Value);
    }
}
