using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models.Tests.Numerics;

/// <summary>The ground floor's values under the library's own strict rules for JSON, by source generation only.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Ratio))]
[JsonSerializable(typeof(Interval))]
[JsonSerializable(typeof(InstantRange))]
[JsonSerializable(typeof(EvaluationContext))]
[JsonSerializable(typeof(Measure<double>))]
[JsonSerializable(typeof(Measure<decimal>))]
[JsonSerializable(typeof(Measure<long>))]
[JsonSerializable(typeof(Measure<TimeSpan>))]
internal sealed partial class GroundFloorJson : JsonSerializerContext
{
    /// <summary>Enums as camelCase text without numbers, as the library writes them.</summary>
    internal static GroundFloorJson Strict { get; } = new(new JsonSerializerOptions(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters =
        {
            new JsonStringEnumConverter<UndefinedReason>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<DayOfWeek>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    });

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, typeof(T), Strict);

    internal static T Read<T>(string json) => (T)JsonSerializer.Deserialize(json, typeof(T), Strict)!;
}
