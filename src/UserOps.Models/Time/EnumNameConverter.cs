using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>Writes a member of an enumeration as its name in camelCase; numbers are refused, because they change meaning when members do.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
internal sealed class EnumNameConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
