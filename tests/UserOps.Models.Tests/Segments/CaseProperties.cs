using System.Globalization;
using System.Text.Json;
using UserOps.Models.Tests.Conformance;

namespace UserOps.Models.Tests.Segments;

/// <summary>The event properties of a tag case, and the columns they become: one a property, or one a kind where its kinds differ.</summary>
/// <remarks>
/// A column of a dataset is of one kind; a property of a case may be a number in one event and a text in another, and a rule may ask for
/// either. So such a property becomes several columns, and <see cref="CaseRules"/> lets each test of a rule name the column it is about.
/// </remarks>
internal sealed class CaseProperties
{
    /// <summary>A column no event has a value in.</summary>
    public const string Never = "(never)";

    private readonly JsonElement? _types;
    private readonly SortedDictionary<string, SortedSet<string>> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _scales = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _counted = new(StringComparer.Ordinal);
    private readonly List<(string One, string Other)> _pairs = [];

    private CaseProperties(JsonElement? types) => _types = types;

    /// <summary>Finds the properties of a case: those of its events, then those only its rules name.</summary>
    public static CaseProperties Of(JsonElement input)
    {
        var properties = new CaseProperties(input.Member("eventProperties"));
        IEnumerable<JsonElement> events = input.Items("users").Where(user => user.ValueKind == JsonValueKind.Object).SelectMany(user => user.Items("events"));
        foreach (JsonElement one in events.Concat(input.Items("steps").SelectMany(step => step.Items("newEvents"))))
        {
            foreach (JsonProperty property in one.Member("props")?.EnumerateObject() ?? [])
            {
                properties.Add(property.Name, one.Text("name")!, property.Value);
                properties._scales[property.Name] = Math.Max(properties._scales.GetValueOrDefault(property.Name), CaseUsers.ScaleOf(property.Value));
            }
        }

        foreach (string member in (string[])["rule", "tag", "score", "segments"])
        {
            properties.AddNamed(input.Member(member) ?? default, ofEvent: null);
        }

        properties.PairKinds();
        return properties;
    }

    public IReadOnlyCollection<string> KindsOf(string property) => _kinds.TryGetValue(property, out SortedSet<string>? kinds) ? kinds : [];

    public string ColumnOf(string property, string kind) => KindsOf(property).Count > 1 ? $"{property} ({kind})" : property;

    /// <summary>Names the column whose values differ where those of the property do.</summary>
    public string CountedColumnOf(string property) => KindsOf(property).Count > 1 ? $"{property} (any kind)" : property;

    /// <summary>Gets the kind of a value of an event or of a rule: as <c>eventProperties</c> says, else that of its JSON.</summary>
    public string KindOf(string eventName, string property, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "set",
        _ => _types?.Member(eventName)?.Text(property) is { } type and ("instant" or "date") ? type : "text",
    };

    public void Map(EventMap<(string User, JsonElement Event)> map)
    {
        map.User(row => row.User).At(row => CaseUsers.InstantOf(row.Event.Text("at")!)).Name(row => row.Event.Text("name")).With(Field.Category(Never), _ => null);
        foreach ((string property, SortedSet<string> kinds) in _kinds)
        {
            foreach (string kind in kinds)
            {
                AddColumn(map, property, kind);
            }
        }

        foreach (string property in _counted.Where(property => KindsOf(property).Count > 1))
        {
            map.With(Field.Category(CountedColumnOf(property)), row => row.Event.Member("props")?.Member(property) is { } value
                ? $"{KindOf(row.Event.Text("name")!, property, value)} {(value.ValueKind == JsonValueKind.Number ? Shortest(value.GetDecimal()) : value)}"
                : null);
        }
    }

    private void AddColumn(EventMap<(string User, JsonElement Event)> map, string property, string kind)
    {
        string column = ColumnOf(property, kind);
        switch (kind)
        {
            case "text":
                map.With(Field.Category(column), row => ValueOf(row.Event)?.GetString());
                break;
            case "number":
                map.With(Field.Quantity(column, _scales.GetValueOrDefault(property)), row => ValueOf(row.Event)?.GetDecimal());
                break;
            case "boolean":
                map.With(Field.Flag(column), row => ValueOf(row.Event)?.GetBoolean());
                break;
            case "instant":
                map.With(Field.Instant(column), row => ValueOf(row.Event) is { } value ? CaseUsers.InstantOf(value.GetString()!) : null);
                break;
            case "date":
                map.With(Field.Date(column), row => ValueOf(row.Event) is { } value ? CaseTimes.Date(value.GetString()!) : null);
                break;
            default:
                map.With(Field.Set(column), row => ValueOf(row.Event)?.EnumerateArray().Select(item => item.GetString()!));
                break;
        }

        JsonElement? ValueOf(JsonElement one) =>
            one.Member("props")?.Member(property) is { } value && KindOf(one.Text("name")!, property, value) == kind ? value : null;
    }

    private void Add(string property, string eventName, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            Add(property, KindOf(eventName, property, value));
        }
    }

    private void Add(string property, string kind)
    {
        if (!_kinds.TryGetValue(property, out SortedSet<string>? kinds))
        {
            _kinds.Add(property, kinds = new(StringComparer.Ordinal));
        }

        kinds.Add(kind);
    }

    private void AddNamed(JsonElement node, string? ofEvent)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in node.EnumerateArray())
            {
                AddNamed(item, ofEvent);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            AddAggregated(node);
            AddTested(node, ofEvent);
            foreach (JsonProperty member in node.EnumerateObject())
            {
                AddNamed(member.Value, CaseRules.EventOf(node, member.Name) ?? ofEvent);
            }
        }
    }

    private void AddAggregated(JsonElement node)
    {
        if (node.Text("prop") is not { } property)
        {
            return;
        }

        if (node.Text("agg") == "distinct")
        {
            _counted.Add(property);
        }

        if (node.Text("agg") != "distinct" || KindsOf(property).Count == 0)
        {
            Add(property, "number");
        }
    }

    private void AddTested(JsonElement node, string? ofEvent)
    {
        if (ofEvent is null || node.Text("field") is not { } property || property.StartsWith('@'))
        {
            return;
        }

        foreach (JsonElement compared in ComparedWith(node))
        {
            Add(property, ofEvent, compared);
        }

        if (node.Text("otherField") is { } other)
        {
            _pairs.Add((property, other));
        }
        else if (KindsOf(property).Count == 0)
        {
            Add(property, "text");
        }
    }

    private static IEnumerable<JsonElement> ComparedWith(JsonElement node) => node.Text("op")!.StartsWith("contains", StringComparison.Ordinal)
        ? [node.GetProperty("values")]
        : ((JsonElement?[])[node.Member("value"), node.Member("low"), node.Member("high")]).OfType<JsonElement>().Concat(node.Items("values"));

    /// <summary>Two properties that a rule compares have the same kinds, each perhaps without a value of some.</summary>
    private void PairKinds()
    {
        for (int pass = 0; pass < _pairs.Count; pass++)
        {
            foreach ((string one, string other) in _pairs)
            {
                foreach (string kind in KindsOf(one).Concat(KindsOf(other)).DefaultIfEmpty("text").ToArray())
                {
                    Add(one, kind);
                    Add(other, kind);
                }
            }
        }
    }

    private static string Shortest(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
