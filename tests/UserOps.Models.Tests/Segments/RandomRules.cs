using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Tests.Segments;

/// <summary>Seeded random tables with missing values everywhere, and random trees of every node over them.</summary>
internal sealed class RandomRules(long seed)
{
    private static readonly DateTimeOffset Epoch = new(2024, 2, 28, 22, 0, 0, TimeSpan.Zero);

    private readonly Xoshiro256 _random = new(seed);

    /// <summary>Two columns or more of each kind; every second column never has a missing value.</summary>
    internal static ImmutableArray<Field> Fields { get; } =
    [
        Field.Category("city"), Field.Category("town"), Field.Category("page"),
        Field.Number("score"), Field.Number("rank"),
        Field.Quantity("pieces", 2), Field.Quantity("boxes", 0),
        Field.Amount("paid", "CNY"), Field.Amount("owed", "CNY"),
        Field.Flag("active"), Field.Flag("adult"),
        Field.Instant("seen"), Field.Instant("left"),
        Field.Date("born"), Field.Date("joined"),
        Field.Set("interests"), Field.Set("cards"),
        Field.Number("latitude"), Field.Number("longitude"), Field.Number("accuracy"),
    ];

    private static readonly ImmutableArray<double> Latitudes = [31.23, 31.2301, 31.24, 0, 90, -90, 90.5];
    private static readonly ImmutableArray<double> Longitudes = [121.47, 121.4702, 121.49, 0, 180, -180, 301.47, 400];
    private static readonly ImmutableArray<double> Accuracies = [0, 5, 20, 1_000, 2e7, -1];
    private static readonly ImmutableArray<decimal> Radii = [0, 10, 25, 1_200, 2_500, 10_007_000, 20_000_000, 20_100_000];

    internal RowTable Table(int rows)
    {
        var values = ImmutableArray.CreateBuilder<object?[]>(rows);
        for (int row = 0; row < rows; row++)
        {
            values.Add([.. Fields.Select((field, column) => column % 2 == 0 && _random.NextInt32(4) == 0 ? null : Value(field))]);
        }

        return new(Fields, values.ToImmutable());
    }

    internal SegmentRule Rule(int depth) => (depth == 0 ? 9 : _random.NextInt32(10)) switch
    {
        6 when _random.NextInt32(8) == 0 => Models.Rule.Unknown,
        0 or 1 => new AllOf { Args = Operands(depth) },
        2 or 3 => new AnyOf { Args = Operands(depth) },
        4 or 5 => Rule(depth - 1).Not(),
        6 => Rule(depth - 1).WhenUnknown(_random.NextInt32(2) == 0),
        _ => Leaf(Fields[_random.NextInt32(Fields.Length)]),
    };

    private ImmutableArray<SegmentRule> Operands(int depth) => [.. Enumerable.Range(0, _random.NextInt32(5)).Select(_ => Rule(depth - 1))];

    private SegmentRule Leaf(Field field)
    {
        string name = field.Name;
        switch (field.Kind, _random.NextInt32(8))
        {
            case (_, > 3) when name is "latitude" or "longitude" or "accuracy":
                return Distance();
            case (_, 0):
                return field.IsMissing();
            case (_, 1):
                return field.IsPresent();
            case (FieldKind.Set, var choice):
                return choice < 4 ? new ContainsAny { Field = name, Values = Values(field) }
                    : choice < 6 ? new ContainsAll { Field = name, Values = Values(field) }
                    : new ContainsNone { Field = name, Values = Values(field) };
            case (_, 2):
                return new OneOf { Field = name, Values = Values(field) };
            case (_, 3):
                return new NoneOf { Field = name, Values = Values(field) };
            case (_, 4) when Others(field) is [_, ..] others:
                return Comparison(field, null, others[_random.NextInt32(others.Length)].Name);
            case (not FieldKind.Flag, 5):
                return Range(field);
            default:
                return Comparison(field, RuleValueOf(field), null);
        }
    }

    internal WithinDistance Distance() => new()
    {
        Latitude = "latitude",
        Longitude = "longitude",
        Area = new() { Latitude = (decimal)Of(Latitudes[..^1]), Longitude = (decimal)Of(Longitudes[..^1]), RadiusMeters = Of(Radii) },
        Consent = _random.NextInt32(4) == 0 ? "adult" : "active",
        Accuracy = _random.NextInt32(2) == 0 ? "accuracy" : null,
    };

    private T Of<T>(ImmutableArray<T> choices) => choices[_random.NextInt32(choices.Length)];

    private ComparisonRule Comparison(Field field, RuleValue? value, string? other) => _random.NextInt32(field.Kind == FieldKind.Flag ? 2 : 6) switch
    {
        0 => new EqualTo { Field = field.Name, Value = value, OtherField = other },
        1 => new NotEqualTo { Field = field.Name, Value = value, OtherField = other },
        2 => new LessThan { Field = field.Name, Value = value, OtherField = other },
        3 => new AtMost { Field = field.Name, Value = value, OtherField = other },
        4 => new GreaterThan { Field = field.Name, Value = value, OtherField = other },
        _ => new AtLeast { Field = field.Name, Value = value, OtherField = other },
    };

    /// <summary>A range that is not empty: the refusal of empty ones has tests of its own.</summary>
    private Between Range(Field field)
    {
        while (true)
        {
            var range = new Between
            {
                Field = field.Name,
                Low = RuleValueOf(field),
                High = RuleValueOf(field),
                LowInclusive = _random.NextInt32(2) == 0,
                HighInclusive = _random.NextInt32(2) == 0,
            };
            var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
            RuleFields.Check(range, "", new RuleFieldSource(_ => field), issues);
            if (issues.Count == 0)
            {
                return range;
            }
        }
    }

    private static Field[] Others(Field field) => [.. Fields.Where(other => other.Kind == field.Kind && other.Name != field.Name)];

    private ImmutableArray<RuleValue> Values(Field field) => [.. Enumerable.Range(0, _random.NextInt32(4)).Select(_ => RuleValueOf(field))];

    private RuleValue RuleValueOf(Field field) => Value(field) switch
    {
        string text => text,
        double number => RuleValue.FromDouble(number),
        decimal number when _random.NextInt32(3) == 0 => number + 0.005m, // between two units of scale 2 and 0
        decimal number => number,
        bool flag => flag,
        DateTimeOffset instant => instant.ToOffset(TimeSpan.FromHours(_random.NextInt32(5) - 2)),
        DateOnly date => date,
        string[] texts => texts.Length == 0 ? "none" : texts[0],
        var other => throw new NotSupportedException(other.ToString()),
    };

    private object Value(Field field) => field.Kind switch
    {
        FieldKind.Category => "v" + _random.NextInt32(field.Name == "page" ? 700 : 7).ToString(CultureInfo.InvariantCulture),
        FieldKind.Number when field.Name == "latitude" => Of(Latitudes),
        FieldKind.Number when field.Name == "longitude" => Of(Longitudes),
        FieldKind.Number when field.Name == "accuracy" => Of(Accuracies),
        FieldKind.Number => (_random.NextInt32(9) - 4) / 10.0,
        FieldKind.Quantity => field.Name == "boxes" ? _random.NextInt32(9) - 4 : (_random.NextInt32(9) - 4) / 4m,
        FieldKind.Amount => (_random.NextInt32(9) - 4) * 0.0001m,
        FieldKind.Flag => _random.NextInt32(2) == 0,
        FieldKind.Instant => Epoch.AddHours(_random.NextInt32(5)),
        FieldKind.Date => new DateOnly(2024, 2, 27).AddDays(_random.NextInt32(5)),
        _ => Enumerable.Range(0, 5).Where(_ => _random.NextInt32(3) == 0).Select(i => "i" + i.ToString(CultureInfo.InvariantCulture)).ToArray(),
    };
}
