using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace UserOps.Models;

/// <summary>Reads the text of a rule as far as it can be read, and lists what cannot.</summary>
/// <remarks>
/// Knows no node by itself: the forms of the JSON door say which members there are, so that a new node is read without a line here. What
/// cannot be read is replaced by something harmless, and the text so repaired goes through the same door as any other.
/// </remarks>
internal sealed class RuleReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Utf8JsonWriter _writer;
    private readonly ImmutableArray<DefinitionIssue>.Builder _issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);
    private int _parts;

    private RuleReader(Utf8JsonWriter writer) => _writer = writer;

    internal static RuleReading Read(string json)
    {
        if (json.Length > SegmentDefaults.MaximumTextLength)
        {
            return Unread("tooLarge", FormattableString.Invariant($"The text has {json.Length} characters; {SegmentDefaults.MaximumTextLength} are read."));
        }

        try
        {
            return ReadText(StrictUtf8.GetBytes(json));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return Unread("invalidJson", "The text holds half of a surrogate pair."); // the one thing the parser leaves to whoever reads a text
        }
    }

    private static RuleReading ReadText(byte[] utf8)
    {
        try
        {
            // Deeper than a rule may be, so that the place where it is too deep can be told; not much deeper, because the parser takes the square of it.
            using JsonDocument document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = SegmentDefaults.MaximumTextDepth });
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            string place = FormattableString.Invariant($"(line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
            return IsTooDeep(utf8)
                ? Unread("tooDeep", $"The text nests too deep {place}.")
                : Unread("invalidJson", $"{exception.Message.Split(" LineNumber:")[0]} {place}");
        }
    }

    private static bool IsTooDeep(byte[] utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = SegmentDefaults.MaximumTextDepth + 2 });
            while (reader.CurrentDepth < SegmentDefaults.MaximumTextDepth && reader.Read())
            {
            }

            return reader.CurrentDepth >= SegmentDefaults.MaximumTextDepth;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static RuleReading Unread(string code, string message) => new(null, [new(code, "", message)], []);

    private static RuleReading Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Null)
        {
            return Unread("missingMember", "There is no rule here.");
        }

        var repaired = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(repaired);
        var reader = new RuleReader(writer);
        JsonTypeInfo form = UserOpsJson.FormOf(typeof(SegmentRule));
        reader.WriteValue(root, form, "", 1);
        writer.Flush();
        return reader._parts > SegmentDefaults.MaximumParts
            ? Unread("tooLarge", FormattableString.Invariant($"A rule has at most {SegmentDefaults.MaximumParts} nodes, steps, values and names."))
            : new((SegmentRule?)JsonSerializer.Deserialize(repaired.WrittenSpan, form), reader._issues.ToImmutable(), reader._replaced);
    }

    private void WriteValue(JsonElement value, JsonTypeInfo form, string path, int depth)
    {
        _parts += form.Type == typeof(SegmentRule) ? 1 : 0;
        if (!HasKindOf(value, form))
        {
            Replace("typeMismatch", path, $"Here stands {DescribeKindOf(form)}.");
            Substitute(form);
        }
        else if (form.PolymorphismOptions is not null)
        {
            WriteVariant(value, form, path, depth);
        }
        else if (form.Kind == JsonTypeInfoKind.Object)
        {
            WriteMembers(value, form, path, depth, discriminator: null);
        }
        else if (form.Kind == JsonTypeInfoKind.Enumerable)
        {
            WriteItems(value, form, path, depth);
        }
        else
        {
            WriteLeaf(value, form, path);
        }
    }

    private void WriteVariant(JsonElement value, JsonTypeInfo form, string path, int depth)
    {
        string discriminator = form.PolymorphismOptions!.TypeDiscriminatorPropertyName;
        JsonElement named = value.EnumerateObject().FirstOrDefault(member => member.Name == discriminator).Value;
        string? name = named.ValueKind == JsonValueKind.String ? named.GetString() : null;
        JsonDerivedType variant = form.PolymorphismOptions.DerivedTypes.FirstOrDefault(known => Equals(known.TypeDiscriminator, name));
        if (name is not null && variant.DerivedType is not null && depth <= SegmentDefaults.MaximumDepth)
        {
            WriteMembers(value, UserOpsJson.FormOf(variant.DerivedType), path, depth, (discriminator, name));
            return;
        }

        switch (named.ValueKind)
        {
            case var _ when name is not null && variant.DerivedType is not null:
                break; // too deep, which the structure of the rule says
            case JsonValueKind.String:
                Replace("unknownOperator", $"{path}/{discriminator}", $"There is no {discriminator} '{Short(name!)}'.");
                break;
            case JsonValueKind.Undefined or JsonValueKind.Null:
                _issues.Add(new("missingMember", path, $"The member '{discriminator}' is missing."));
                break;
            default:
                Replace("typeMismatch", $"{path}/{discriminator}", "Here stands a text.");
                break;
        }

        Substitute(form);
    }

    private void WriteMembers(JsonElement value, JsonTypeInfo form, string path, int depth, (string Name, string Value)? discriminator)
    {
        _writer.WriteStartObject();
        if (discriminator is { } given)
        {
            _writer.WriteString(given.Name, given.Value);
        }

        Dictionary<string, JsonElement> members = MembersOf(value, form, path, discriminator?.Name);
        foreach (JsonPropertyInfo property in form.Properties.OrderBy(property => DocumentOrder.RankOf(property.Name)))
        {
            string place = $"{path}/{property.Name}";
            JsonTypeInfo propertyForm = UserOpsJson.FormOf(property.PropertyType);
            if (members.TryGetValue(property.Name, out JsonElement member))
            {
                _writer.WritePropertyName(property.Name);
                WriteMember(member, members.Values, propertyForm, place, depth + 1);
            }
            else if (property.IsRequired)
            {
                _issues.Add(new("missingMember", path, $"The member '{property.Name}' is missing."));
                _replaced.Add(place);
                _writer.WritePropertyName(property.Name);
                Substitute(propertyForm, members.Values);
            }
        }

        _writer.WriteEndObject();
    }

    private void WriteMember(JsonElement member, IEnumerable<JsonElement> beside, JsonTypeInfo form, string path, int depth)
    {
        if (form.Type == typeof(RuleValue) && !IsReadable(member, form))
        {
            ReplaceLeaf(member, form, path);
            Substitute(form, beside);
        }
        else
        {
            WriteValue(member, form, path, depth);
        }
    }

    /// <summary>Finds the members that have a value; those nobody knows, and those that come twice, are faults.</summary>
    private Dictionary<string, JsonElement> MembersOf(JsonElement value, JsonTypeInfo form, string path, string? discriminator)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string place = $"{path}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (!met.Add(member.Name))
            {
                _issues.Add(new("repeatedMember", place, $"The member '{Short(member.Name)}' stands here twice."));
            }
            else if (member.Name != discriminator && form.Properties.All(property => property.Name != member.Name))
            {
                _issues.Add(new("unknownMember", place, $"There is no member '{Short(member.Name)}' here."));
            }
            else if (member.Name != discriminator && member.Value.ValueKind != JsonValueKind.Null)
            {
                members.Add(member.Name, member.Value);
            }
        }

        return members;
    }

    private void WriteItems(JsonElement value, JsonTypeInfo form, string path, int depth)
    {
        JsonTypeInfo item = UserOpsJson.FormOf(form.ElementType!);
        int index = 0;
        _writer.WriteStartArray();
        foreach (JsonElement element in value.EnumerateArray())
        {
            _parts += item.Type == typeof(SegmentRule) ? 0 : 1;
            if (_parts > SegmentDefaults.MaximumParts)
            {
                break; // nothing of it will be used
            }

            if (element.ValueKind == JsonValueKind.Null)
            {
                _writer.WriteNullValue(); // what is missing in a list is told by the structure of the rule
            }
            else
            {
                WriteValue(element, item, $"{path}/{index}", depth + 1);
            }

            index++;
        }

        _writer.WriteEndArray();
    }

    private void WriteLeaf(JsonElement value, JsonTypeInfo form, string path)
    {
        if (IsReadable(value, form))
        {
            value.WriteTo(_writer);
        }
        else
        {
            ReplaceLeaf(value, form, path);
            Substitute(form);
        }
    }

    private void ReplaceLeaf(JsonElement value, JsonTypeInfo form, string path)
    {
        if (!HasKindOf(value, form))
        {
            Replace("typeMismatch", path, $"Here stands {DescribeKindOf(form)}.");
        }
        else if (form.Type.IsEnum)
        {
            Replace("unknownOperator", path, $"There is no '{Short(value.GetString()!)}' here.");
        }
        else if (value.ValueKind == JsonValueKind.Number && (form.Type != typeof(int) && form.Type != typeof(long) || IsWhole(value)))
        {
            Replace("outOfRange", path, $"{Short(value.GetRawText())} is larger, or has more digits, than can be held.");
        }
        else
        {
            Replace("typeMismatch", path, $"{Short(value.GetRawText())} is no {DescribeKindOf(form)}.");
        }
    }

    private void Replace(string code, string path, string message)
    {
        _issues.Add(new(code, path, message));
        _replaced.Add(path);
    }

    /// <summary>Writes something no rule finds fault with, or only at the place it stands for.</summary>
    private void Substitute(JsonTypeInfo form, IEnumerable<JsonElement>? beside = null)
    {
        switch (form)
        {
            case { PolymorphismOptions: not null }:
                _writer.WriteRawValue(form.Type == typeof(SegmentRule) ? """{"op":"and","args":[]}""" : """{"mode":"all"}""");
                break;
            case { Kind: JsonTypeInfoKind.Enumerable }:
                _writer.WriteRawValue("[]");
                break;
            case { Kind: JsonTypeInfoKind.Object }:
                _writer.WriteStartObject();
                foreach (JsonPropertyInfo property in form.Properties.Where(property => property.IsRequired))
                {
                    _writer.WritePropertyName(property.Name);
                    Substitute(UserOpsJson.FormOf(property.PropertyType));
                }

                _writer.WriteEndObject();
                break;
            case { Type.IsEnum: true }:
                // Of the aggregations the one that takes nearly every property.
                JsonSerializer.Serialize(_writer, Enum.ToObject(form.Type, form.Type == typeof(EventAggregation) ? (int)EventAggregation.Distinct : 0), form);
                break;
            default:
                SubstituteLeaf(form, beside ?? []);
                break;
        }
    }

    private void SubstituteLeaf(JsonTypeInfo form, IEnumerable<JsonElement> beside)
    {
        if (form.Type == typeof(RuleValue))
        {
            // The other end of a range, so that the two agree.
            JsonElement twin = beside.FirstOrDefault(value => value.ValueKind is JsonValueKind.Number && IsReadable(value, form));
            if (twin.ValueKind == JsonValueKind.Number)
            {
                twin.WriteTo(_writer);
                return;
            }
        }

        _writer.WriteRawValue(
            form.Type == typeof(string) || form.Type == typeof(RuleValue) ? "\"\""
            : form.Type == typeof(bool) ? "false"
            : form.Type == typeof(DateTimeOffset) ? "\"2000-01-01T00:00:00Z\""
            : "1");
    }

    private static bool IsReadable(JsonElement value, JsonTypeInfo form)
    {
        if (!HasKindOf(value, form))
        {
            return false;
        }

        try
        {
            return JsonSerializer.Deserialize(value, form) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasKindOf(JsonElement value, JsonTypeInfo form) => value.ValueKind switch
    {
        JsonValueKind.Object => form.PolymorphismOptions is not null || form.Kind == JsonTypeInfoKind.Object,
        JsonValueKind.Array => form.Kind == JsonTypeInfoKind.Enumerable,
        JsonValueKind.String => form.Kind == JsonTypeInfoKind.None && !IsNumber(form.Type) && form.Type != typeof(bool),
        JsonValueKind.Number => form.Type == typeof(RuleValue) || IsNumber(form.Type),
        JsonValueKind.True or JsonValueKind.False => form.Type == typeof(RuleValue) || form.Type == typeof(bool),
        _ => false,
    };

    private static bool IsNumber(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static bool IsWhole(JsonElement number) => number.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0;

    private static string DescribeKindOf(JsonTypeInfo form) => form switch
    {
        { PolymorphismOptions: not null } or { Kind: JsonTypeInfoKind.Object } => "an object",
        { Kind: JsonTypeInfoKind.Enumerable } => "a list",
        _ when form.Type == typeof(RuleValue) => "a text, a number, true or false",
        _ when form.Type == typeof(bool) => "true or false",
        _ when form.Type == typeof(int) || form.Type == typeof(long) => "a whole number",
        _ when IsNumber(form.Type) => "a number",
        _ when form.Type == typeof(DateTimeOffset) => "an instant, ISO 8601 with an offset",
        _ => "a text",
    };

    /// <summary>Cuts what a text says about itself: a message is read by people.</summary>
    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
