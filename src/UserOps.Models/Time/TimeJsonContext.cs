using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>The JSON forms of the time room.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(EvaluationContext))]
internal sealed partial class TimeJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of the room.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<DayOfWeek>(), new EnumNameConverter<CalendarUnit>(), new TimeZoneJsonConverter(), new InstantJsonConverter(), new DurationJsonConverter(),
    ];
}
