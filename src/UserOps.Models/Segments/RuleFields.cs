using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>What must hold between a rule and the fields it is asked of: they exist, and kinds and currencies agree.</summary>
/// <remarks>Knows fields, not data, so that a rule can be checked against a schema as well.</remarks>
internal static class RuleFields
{
    /// <summary>Adds every fault in document order.</summary>
    /// <param name="rule">What is wrong with it by itself is passed over.</param>
    /// <param name="path">RFC 6901 pointer of the rule.</param>
    /// <param name="fields">The fields there are.</param>
    /// <param name="issues">Takes the faults.</param>
    /// <param name="depth">How deep the rule lies, see <see cref="SegmentDefaults.MaximumDepth"/>.</param>
    internal static void Check(SegmentRule? rule, string path, RuleFieldSource fields, ImmutableArray<DefinitionIssue>.Builder issues, int depth = 1)
    {
        switch (rule)
        {
            case null:
            case not null when depth > SegmentDefaults.MaximumDepth:
                break;
            case AllOf all:
                CheckOperands(all.Args, path, fields, issues, depth);
                break;
            case AnyOf any:
                CheckOperands(any.Args, path, fields, issues, depth);
                break;
            case Negation negation:
                Check(negation.Arg, path + "/arg", fields, issues, depth + 1);
                break;
            case Assumption assumption:
                Check(assumption.Arg, path + "/arg", fields, issues, depth + 1);
                break;
            case WithinDistance distance:
                DistanceRules.CheckFields(distance, path, fields, issues);
                break;
            case EventRule events when fields.HasEvents:
                EventRuleFields.Check(events, path, fields, issues, depth);
                break;
            case FieldRule { Field: not null } test:
                CheckField(test, fields.Find(test.Field), path, fields, issues);
                break;
        }
    }

    private static void CheckOperands(
        ImmutableArray<SegmentRule> args, string path, RuleFieldSource fields, ImmutableArray<DefinitionIssue>.Builder issues, int depth)
    {
        for (int i = 0; !args.IsDefault && i < args.Length; i++)
        {
            Check(args[i], $"{path}/args/{i}", fields, issues, depth + 2);
        }
    }

    private static void CheckField(FieldRule rule, Field? field, string path, RuleFieldSource fields, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (rule is ComparisonRule or Between or MembershipRule && (field is not null || fields.Requires(rule.Field)))
        {
            fields.DecidedNodes?.Add(path);
        }

        if (field is null)
        {
            if (fields.Requires(rule.Field))
            {
                issues.Add(new("unknownField", path + "/field", $"There is no field '{rule.Field}' here."));
            }
        }
        else if (!Accepts(rule, field.Kind))
        {
            issues.Add(new("typeMismatch", path + "/field", $"The operator is not for '{field.Name}', which is of kind {field.Kind}."));
            return;
        }

        switch (rule)
        {
            case ComparisonRule { OtherField: { } other, Value: null }:
                CheckOther(field, other, fields, path + "/otherField", issues);
                break;
            case ComparisonRule { Value: { } value } comparison when field is not null:
                CheckValue(field, value, path + "/value", issues);
                CheckCurrency(field, comparison.Currency, path, issues);
                break;
            case Between { Low: not null, High: not null } between when field is not null:
                CheckEnds(field, between, path, issues);
                CheckCurrency(field, between.Currency, path, issues);
                break;
            case MembershipRule { Values.IsDefault: false } membership when field is not null:
                CheckValues(field, membership.Values, path, issues);
                break;
        }
    }

    private static bool Accepts(FieldRule rule, FieldKind kind) => rule switch
    {
        ContainsAny or ContainsAll or ContainsNone => kind == FieldKind.Set,
        InWindow => kind is FieldKind.Instant or FieldKind.Date,
        Anniversary => kind == FieldKind.Date,
        MonthlyDay => kind is FieldKind.Number or FieldKind.Quantity,
        EqualTo or NotEqualTo or OneOf or NoneOf => kind != FieldKind.Set,
        ComparisonRule or Between => kind is not (FieldKind.Set or FieldKind.Flag),
        _ => true,
    };

    private static void CheckOther(Field? field, string name, RuleFieldSource fields, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        Field? other = fields.Find(name);
        if (other is null)
        {
            if (fields.Requires(name))
            {
                issues.Add(new("unknownField", path, $"There is no field '{name}' here."));
            }
        }
        else if (field is not null && other.Kind != field.Kind)
        {
            issues.Add(new("typeMismatch", path, $"'{name}' is of kind {other.Kind}, '{field.Name}' of kind {field.Kind}."));
        }
        else if (name == Field.LocalTime.Name || (field is not null && field.Name == Field.LocalTime.Name))
        {
            issues.Add(new("typeMismatch", path, $"'{Field.LocalTime.Name}' is compared with values, not with fields."));
        }
        else if (field is AmountField amount && other is AmountField otherAmount && amount.Currency != otherAmount.Currency)
        {
            issues.Add(new("unitMismatch", path, $"'{name}' is in {otherAmount.Currency}, '{field.Name}' in {amount.Currency}."));
        }
    }

    private static void CheckEnds(Field field, Between rule, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        bool fits = Fits(field.Kind, rule.Low) && Fits(field.Kind, rule.High);
        if (fits && RuleStructure.IsEmpty(Compare(field.Kind, rule.Low, rule.High), rule))
        {
            issues.Add(RuleStructure.EmptyRange(rule, path));
        }

        CheckValue(field, rule.Low, path + "/low", issues);
        CheckValue(field, rule.High, path + "/high", issues);
    }

    private static void CheckValues(Field field, ImmutableArray<RuleValue> values, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        for (int i = 0; i < values.Length; i++)
        {
            CheckValue(field, values[i], $"{path}/values/{i}", issues);
        }
    }

    private static void CheckValue(Field field, RuleValue? value, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (value is null || !Fits(field.Kind, value))
        {
            issues.Add(new("typeMismatch", path, $"'{value}' is no value for '{field.Name}', which holds {WhatItHolds(field.Kind)}."));
        }
    }

    internal static void CheckCurrency(Field field, string? currency, string path, ImmutableArray<DefinitionIssue>.Builder issues)
    {
        if (currency is not null && (field as AmountField)?.Currency != currency)
        {
            string unit = field is AmountField amount ? "is in " + amount.Currency : "has no currency";
            issues.Add(new("unitMismatch", path + "/currency", $"The value is in {currency}, '{field.Name}' {unit}."));
        }
    }

    private static bool Fits(FieldKind kind, RuleValue value) => kind switch
    {
        FieldKind.Category or FieldKind.Set => value.Kind == RuleValueKind.Text,
        FieldKind.Flag => value.Kind == RuleValueKind.Flag,
        FieldKind.Instant => value.Text is { } text && IsoTime.TryReadInstant(text, out _),
        FieldKind.Date => value.Text is { } text && IsoTime.TryReadDate(text, out _),
        _ => value.Kind == RuleValueKind.Number,
    };

    private static int Compare(FieldKind kind, RuleValue low, RuleValue high) => kind switch
    {
        FieldKind.Category => string.CompareOrdinal(low.Text, high.Text),
        FieldKind.Instant => IsoTime.TicksOf(low.Text!).CompareTo(IsoTime.TicksOf(high.Text!)),
        FieldKind.Date => IsoTime.DayNumberOf(low.Text!).CompareTo(IsoTime.DayNumberOf(high.Text!)),
        _ => low.Number!.Value.CompareTo(high.Number!.Value),
    };

    private static string WhatItHolds(FieldKind kind) => kind switch
    {
        FieldKind.Category => "texts",
        FieldKind.Set => "sets of texts",
        FieldKind.Flag => "true and false",
        FieldKind.Instant => "instants, ISO 8601 with an offset",
        FieldKind.Date => "dates, yyyy-MM-dd",
        _ => "numbers",
    };
}
