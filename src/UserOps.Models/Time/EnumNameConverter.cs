using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>
/// Writes a member of an enumeration as its name in camelCase, or the one its <see cref="JsonStringEnumMemberNameAttribute"/> gives it, and
/// reads it in any case; numbers are refused, because they change meaning when members do.
/// </summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <remarks>The converter of the platform does the same, but tells a reader the name of a .NET type where the names to choose from are wanted.</remarks>
internal sealed class EnumNameConverter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TEnum> : JsonConverter<TEnum>
    where TEnum : struct, Enum
{
    private static readonly TEnum[] Members = Enum.GetValues<TEnum>();
    private static readonly string[] Names = [.. Members.Select(member => NameOf(member.ToString()))];

    /// <inheritdoc/>
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? name = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        int member = Array.FindIndex(Names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
        return member >= 0 ? Members[member] : throw new JsonException($"The value has to be one of {string.Join(", ", Names)}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
    {
        int member = Array.IndexOf(Members, value);
        writer.WriteStringValue(member >= 0 ? Names[member] : throw new JsonException($"{value} is none of {string.Join(", ", Names)}."));
    }

    private static string NameOf(string member)
        => typeof(TEnum).GetField(member)!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(member);
}
