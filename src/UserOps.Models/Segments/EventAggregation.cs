using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>What is made of the events of a user.</summary>
public enum EventAggregation
{
    /// <summary>The sum of a property; 0 over nothing.</summary>
    Sum,

    /// <summary>The mean of a property; unknown over nothing.</summary>
    [JsonStringEnumMemberName("avg")]
    Average,

    /// <summary>The least value of a property; unknown over nothing.</summary>
    [JsonStringEnumMemberName("min")]
    Minimum,

    /// <summary>The greatest value of a property; unknown over nothing.</summary>
    [JsonStringEnumMemberName("max")]
    Maximum,

    /// <summary>How many different values a property takes; 0 over nothing.</summary>
    Distinct,

    /// <summary>On how many different local dates the events lie; takes no property.</summary>
    DistinctDays,
}
