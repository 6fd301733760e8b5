using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>The JSON forms of sessions, traffic and roles.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SessionDefinition))]
[JsonSerializable(typeof(SessionSummary))]
[JsonSerializable(typeof(SessionExplanation))]
[JsonSerializable(typeof(TrafficDefinition))]
[JsonSerializable(typeof(TrafficSummary))]
[JsonSerializable(typeof(TrafficExplanation))]
[JsonSerializable(typeof(UserRoleDefinition))]
[JsonSerializable(typeof(UserRoleSummary))]
[JsonSerializable(typeof(UserRoleExplanation))]
internal sealed partial class ActivityTrafficJsonContext : JsonSerializerContext
{
    /// <summary>Gets the converters of these types; options take them, because a context's own are not used when contexts are combined.</summary>
    internal static ImmutableArray<JsonConverter> Converters { get; } =
    [
        new EnumNameConverter<SessionMidnight>(),
        new EnumNameConverter<SessionStart>(),
        new EnumNameConverter<UserRole>(),
    ];
}
