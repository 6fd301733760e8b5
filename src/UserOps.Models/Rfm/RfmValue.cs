using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>What the third axis measures: one closed family, plain data, with the discriminator <c>kind</c> in JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RfmMoney), "money")]
[JsonDerivedType(typeof(RfmEngagement), "engagement")]
[JsonDerivedType(typeof(RfmAssets), "assets")]
public abstract record RfmValue
{
    private protected RfmValue()
    {
    }

    /// <summary>Gets the axis of the classic model: the money of the purchases.</summary>
    public static RfmValue Money { get; } = new RfmMoney();
}
