using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using UserOps.Models.Activity;
using UserOps.Models.Funnels;
using UserOps.Models.GrowthModels;
using UserOps.Models.Lifecycle;
using UserOps.Models.Portraits;
using UserOps.Models.Profitability;
using UserOps.Models.Retention;
using UserOps.Models.Rfm;
using UserOps.Models.Stratification;
using UserOps.Models.Survival;
using UserOps.Models.Tags;
using UserOps.Models.Value;

namespace UserOps.Models;

/// <summary>The one door between the types of this library and JSON text: definitions, rules, filters, contexts, reports, summaries and the numbers in them.</summary>
/// <remarks>
/// Strict: names in camelCase with their case, no unknown and no repeated members, required members must be there, enumerations are
/// names (read in any case), null only where a member may have none, at most 64 levels. Members without a value are left out. The <c>op</c> of a rule
/// may stand anywhere in its object. No reflection, so it works when trimmed and compiled ahead of time.
/// </remarks>
public static class UserOpsJson
{
    private const int MaximumDepth = 64;
    private const string PathMark = " Path: ";

    private static readonly JsonSerializerOptions Options = Combine(
        (NumericsJsonContext.Default, NumericsJsonContext.Converters),
        (TimeJsonContext.Default, TimeJsonContext.Converters),
        (SchemaJsonContext.Default, SchemaJsonContext.Converters),
        (SegmentJsonContext.Default, SegmentJsonContext.Converters),
        (FunnelJsonContext.Default, FunnelJsonContext.Converters),
        (ActivityJsonContext.Default, ActivityJsonContext.Converters),
        (GrowthJsonContext.Default, GrowthJsonContext.Converters),
        (ChurnJsonContext.Default, ChurnJsonContext.Converters),
        (RetentionJsonContext.Default, RetentionJsonContext.Converters),
        (LifecycleJsonContext.Default, LifecycleJsonContext.Converters),
        (RecipeJsonContext.Default, RecipeJsonContext.Converters),
        (TagJsonContext.Default, TagJsonContext.Converters),
        (TagMiningJsonContext.Default, TagMiningJsonContext.Converters),
        (PortraitJsonContext.Default, PortraitJsonContext.Converters),
        (ActivityTrafficJsonContext.Default, ActivityTrafficJsonContext.Converters),
        (StratificationJsonContext.Default, StratificationJsonContext.Converters),
        (SurvivalJsonContext.Default, SurvivalJsonContext.Converters),
        (SurvivalRegressionJsonContext.Default, SurvivalRegressionJsonContext.Converters),
        (ValueJsonContext.Default, ValueJsonContext.Converters),
        (ProfitabilityJsonContext.Default, ProfitabilityJsonContext.Converters),
        (RfmJsonContext.Default, RfmJsonContext.Converters),
        (RfmScoringJsonContext.Default, RfmScoringJsonContext.Converters),
        (SpendJsonContext.Default, SpendJsonContext.Converters),
        (BuyingJsonContext.Default, BuyingJsonContext.Converters),
        (ParetoJsonContext.Default, ParetoJsonContext.Converters));

    /// <summary>Writes a value.</summary>
    /// <typeparam name="T">A type of this library that has a JSON form.</typeparam>
    /// <param name="value">The value; every list in it must have been set.</param>
    /// <returns>One line without spaces; reading it gives an equal value.</returns>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="JsonException">The value has no text: a list was never set, it nests more than 64 levels deep, or its time zone has no name.</exception>
    /// <exception cref="NotSupportedException">The type has no JSON form.</exception>
    public static string Serialize<T>(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        JsonTypeInfo<T> form = FormOf<T>();
        try
        {
            return JsonSerializer.Serialize(value, form);
        }
        catch (Exception exception) when (exception is InvalidOperationException or NotSupportedException)
        {
            throw new JsonException(ReasonOf(exception), exception);
        }
    }

    /// <summary>Reads a value.</summary>
    /// <typeparam name="T">A type of this library that has a JSON form.</typeparam>
    /// <param name="json">The text.</param>
    /// <returns>The value; whether it makes sense is checked by the model that takes it.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="JsonException">The text cannot be read as such a value; the message gives the place and the reason.</exception>
    /// <exception cref="NotSupportedException">The type has no JSON form.</exception>
    public static T Deserialize<T>(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonTypeInfo<T> form = FormOf<T>();
        try
        {
            return JsonSerializer.Deserialize(json, form) ?? throw new JsonException("The text is null.", "$", 0, 0);
        }
        catch (JsonException exception)
        {
            string path = (exception.Path ?? "$") + (exception as JsonPartException)?.Tail;
            throw new JsonException(
                $"{ReasonOf(exception)} (at {path}, line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})",
                path,
                exception.LineNumber,
                exception.BytePositionInLine,
                exception);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // A constructor refuses what it is given (a share of more than one), or a rule has no "op".
            string path = PathIn(exception.Message);
            throw new JsonException($"{ReasonOf(exception)} (at {path})", path, null, null, exception);
        }
    }

    private static JsonSerializerOptions Combine(params ReadOnlySpan<(JsonSerializerContext Context, ImmutableArray<JsonConverter> Converters)> rooms)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Strict)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            AllowOutOfOrderMetadataProperties = true,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = MaximumDepth,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Chinese names stay readable; whoever puts the text into HTML escapes it there
        };
        foreach ((JsonSerializerContext context, ImmutableArray<JsonConverter> converters) in rooms)
        {
            options.TypeInfoResolverChain.Add(context);
            foreach (JsonConverter converter in converters)
            {
                options.Converters.Add(converter);
            }
        }

        options.Converters.Add(new CategoryFieldJsonConverter());
        options.Converters.Add(new AmountFieldJsonConverter());
        options.MakeReadOnly();
        return options;
    }

    private static JsonTypeInfo<T> FormOf<T>() => Options.TryGetTypeInfo(typeof(T), out JsonTypeInfo? form)
        ? (JsonTypeInfo<T>)form
        : throw new NotSupportedException($"{typeof(T).Name} has no JSON form here.");

    /// <summary>Gets the form of a type that has one.</summary>
    internal static JsonTypeInfo FormOf(Type type) => Options.GetTypeInfo(type);

    /// <summary>Gets the reason alone: the serializer ends its messages with the place, which is given in its own way here.</summary>
    internal static string ReasonOf(Exception exception)
    {
        int place = exception.Message.IndexOf(PathMark, StringComparison.Ordinal);
        return place < 0 ? exception.Message : exception.Message[..place];
    }

    /// <summary>Gets the place a message ends with; "$" where it gives none.</summary>
    internal static string PathIn(string message)
    {
        int start = message.IndexOf(PathMark, StringComparison.Ordinal);
        int end = start < 0 ? -1 : message.IndexOf(" |", start, StringComparison.Ordinal);
        return end < 0 ? "$" : message[(start + PathMark.Length)..end];
    }
}
