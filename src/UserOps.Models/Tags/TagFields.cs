using System.Collections.Immutable;

namespace UserOps.Models.Tags;

/// <summary>What must hold between tags and the columns of a dataset; and which field each tag is, where rules read its value.</summary>
internal sealed class TagFields
{
    private readonly UserOpsDataset _data;
    private readonly Dictionary<string, Field> _fields = new(StringComparer.Ordinal);
    private readonly RuleFieldSource _source;

    internal TagFields(UserOpsDataset data)
    {
        _data = data;
        _source = new RuleFieldSource(Find, name => EventRows.FieldOf(data, name));
    }

    /// <summary>Gets the type of tags whose values lie in a column of a kind; an instant is read as its date.</summary>
    internal static TagValueType TypeOf(FieldKind kind) => kind switch
    {
        FieldKind.Flag => TagValueType.Flag,
        FieldKind.Category => TagValueType.Enumeration,
        FieldKind.Date or FieldKind.Instant => TagValueType.Date,
        FieldKind.Set => TagValueType.Set,
        _ => TagValueType.Number,
    };

    /// <summary>Adds the faults of a rule of the catalog.</summary>
    internal void Check(TagSegment segment, string path, ImmutableArray<DefinitionIssue>.Builder issues) => RuleFields.Check(segment.Rule, path + "/rule", _source, issues);

    /// <summary>Adds the faults of a tag, and notes which field it is; the tags it names have been noted before.</summary>
    /// <param name="tag">Sound by itself.</param>
    /// <param name="given">Its column where it is not computed here; null for none.</param>
    /// <param name="path">RFC 6901 pointer of the tag.</param>
    /// <param name="issues">Takes the faults.</param>
    internal void Check(TagDefinition tag, TagColumn? given, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        // A tag that cannot be computed is a fault once, not again in every rule that reads it.
        _fields[tag.Id] = given?.Values.Field ?? FieldOf(tag, path + "/computation", issues) ?? Usual(tag);
        if (tag.Validity?.UntilField is { } until)
        {
            CheckEnd(until, path + "/validity/untilField", issues);
        }
    }

    private Field? Find(string name) => name.StartsWith(TagDefaults.FieldPrefix, StringComparison.Ordinal)
        ? _fields.GetValueOrDefault(name[TagDefaults.FieldPrefix.Length..])
        : OfUsers(name);

    private Field? OfUsers(string name) => _data.Users.Columns.TryGet(name, out Column? column) ? column.Field : null;

    private Field? FieldOf(TagDefinition tag, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        switch (tag.Computation)
        {
            case FieldComputation attribute:
                return Taken(tag, OfUsers(attribute.Field), attribute.Field, path + "/field", issues);
            case EventComputation events:
                EventFilterRules.CheckColumns(events.Events, _data, path + "/events", issues);
                return FieldOf(tag, events, path, issues);
            case RuleComputation rule:
                RuleFields.Check(rule.Rule, path + "/rule", _source, issues);
                break;
            case OrderedRulesComputation ordered:
                for (int i = 0; i < ordered.Rules.Length; i++)
                {
                    RuleFields.Check(ordered.Rules[i].Rule, $"{path}/rules/{i}/rule", _source, issues);
                }

                break;
            case ScoreComputation score:
                for (int i = 0; i < score.Elements.Length; i++)
                {
                    RuleFields.Check(score.Elements[i].Rule, $"{path}/elements/{i}/rule", _source, issues);
                }

                return tag.ValueType == TagValueType.Number ? Field.Quantity(tag.FieldName, ScorePoints.ScaleOf(score.Elements)) : Field.Category(tag.FieldName);
        }

        return Usual(tag);
    }

    private static Field Usual(TagDefinition tag) => tag.ValueType switch
    {
        TagValueType.Flag => Field.Flag(tag.FieldName),
        TagValueType.Enumeration => Field.Category(tag.FieldName),
        TagValueType.Date => Field.Date(tag.FieldName),
        TagValueType.Set => Field.Set(tag.FieldName),
        _ => Field.Quantity(tag.FieldName),
    };

    private Field? FieldOf(TagDefinition tag, EventComputation events, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (events.Property is not { } property)
        {
            return tag.ValueType == TagValueType.Date ? Field.Date(tag.FieldName) : Field.Quantity(tag.FieldName, 0);
        }

        // Of the event itself: what a content is worth is no number of the user's.
        Field? field = _data.Events.Columns.TryGet(property, out Column? column) ? column.Field : null;
        if (field is not null && events.Aggregation is not (TagAggregation.First or TagAggregation.Last) && !IsFor(events.Aggregation, field.Kind))
        {
            issues.Add(new("typeMismatch", path + "/property", $"'{property}' is of kind {field.Kind}, of which there is no {events.Aggregation}."));
            return null;
        }

        if (field is not null)
        {
            RuleFields.CheckCurrency(field, events.Currency, path, issues);
        }

        return events.Aggregation switch
        {
            _ when field is null => Missing(property, path + "/property", issues),
            TagAggregation.First or TagAggregation.Last => Taken(tag, field, property, path + "/property", issues),
            TagAggregation.Distinct => Field.Quantity(tag.FieldName, 0),
            TagAggregation.Average => Field.Number(tag.FieldName),
            _ => Renamed(tag, field),
        };
    }

    private static bool IsFor(TagAggregation aggregation, FieldKind kind) => aggregation == TagAggregation.Distinct
        ? kind != FieldKind.Set
        : kind is FieldKind.Amount or FieldKind.Quantity or FieldKind.Number;

    /// <summary>A value taken as it stands has the type of its column.</summary>
    private static Field? Taken(TagDefinition tag, Field? field, string name, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (field is null)
        {
            return Missing(name, path, issues);
        }

        if (TypeOf(field.Kind) != tag.ValueType)
        {
            issues.Add(new("typeMismatch", path, $"'{name}' is of kind {field.Kind}, which gives no values of type {tag.ValueType}."));
            return null;
        }

        return Renamed(tag, field);
    }

    internal static Field Renamed(TagDefinition tag, Field field) => field switch
    {
        AmountField amount => Field.Amount(tag.FieldName, amount.Currency, amount.Scale),
        QuantityField quantity => Field.Quantity(tag.FieldName, quantity.Scale),
        NumberField => Field.Number(tag.FieldName),
        FlagField => Field.Flag(tag.FieldName),
        CategoryField => Field.Category(tag.FieldName),
        SetField => Field.Set(tag.FieldName),
        _ => Field.Date(tag.FieldName),
    };

    private void CheckEnd(string name, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (OfUsers(name) is not { } field)
        {
            Missing(name, path, issues);
        }
        else if (field.Kind is not (FieldKind.Date or FieldKind.Instant))
        {
            issues.Add(new("typeMismatch", path, $"'{name}' is of kind {field.Kind}; a value ends at a date or an instant."));
        }
    }

    private static Field? Missing(string name, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        issues.Add(new("unknownField", path, $"There is no field '{name}' here."));
        return null;
    }
}
