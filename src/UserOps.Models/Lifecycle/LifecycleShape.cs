using System.Text.Json.Serialization;

namespace UserOps.Models.Lifecycle;

/// <summary>Where along the life cycle most users are.</summary>
public enum LifecycleShape
{
    /// <summary>L型: most users are in the acquisition zone - introduction.</summary>
    [JsonStringEnumMemberName("L")]
    L,

    /// <summary>倒U型: most users are in the value zone - growth and maturity.</summary>
    InvertedU,

    /// <summary>U型: more users are in the retention zone - dormant and churned - than in the value zone.</summary>
    [JsonStringEnumMemberName("U")]
    U,
}
