using System.Collections.Frozen;

namespace UserOps.Models.Profitability;

/// <summary>Finds the bin a value falls into.</summary>
internal sealed class CharacteristicPlaces
{
    /// <summary>A text that no bin lists, or a value of the wrong kind.</summary>
    internal const int Other = -1;

    /// <summary>No value.</summary>
    internal const int Missing = -2;

    private readonly FrozenDictionary<string, int> _texts;

    internal CharacteristicPlaces(ScorecardCharacteristic characteristic)
    {
        Characteristic = characteristic;
        _texts = characteristic.Bins
            .SelectMany((bin, place) => bin.Values.Select(text => KeyValuePair.Create(text, place)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    internal ScorecardCharacteristic Characteristic { get; }

    internal int PlaceOf(string text) => _texts.GetValueOrDefault(text, Other);

    internal int PlaceOf(decimal number)
    {
        int place = Characteristic.Bins.Length - 1;
        while (place > 0 && number < Characteristic.Bins[place].From)
        {
            place--;
        }

        return place;
    }

    /// <summary>Gets the place of a measured number, which meets the double nearest to an edge; NaN is no value.</summary>
    internal int PlaceOf(double number)
    {
        int place = double.IsNaN(number) ? Missing : Characteristic.Bins.Length - 1;
        while (place > 0 && number < (double)Characteristic.Bins[place].From!.Value)
        {
            place--;
        }

        return place;
    }

    internal int PlaceOf(RuleValue? value, string parameterName) => value switch
    {
        null => Missing,
        { Text: { } text } when Characteristic.IsCategory => PlaceOf(text),
        { Number: { } number } when !Characteristic.IsCategory => PlaceOf(number),
        _ => throw new ArgumentException($"'{Characteristic.Field}' is {value}, and {(Characteristic.IsCategory ? "a text" : "a number")} is needed.", parameterName),
    };

    /// <summary>Gets the points of a place; null where there are none for it.</summary>
    internal decimal? PointsAt(int place) => place switch
    {
        Missing => Characteristic.MissingPoints,
        Other => Characteristic.OtherPoints,
        _ => Characteristic.Bins[place].Points,
    };

    /// <summary>Binds the characteristic to its column: the place of every row.</summary>
    /// <exception cref="InvalidDefinitionException">There is no such column, or its kind does not fit the bins.</exception>
    internal Func<int, int> Bind(ColumnSet columns, string path) => columns.TryGet(Characteristic.Field, out Column? column)
        ? (column, Characteristic.IsCategory) switch
        {
            (CategoryColumn texts, true) => Bind(texts),
            (AmountColumn amounts, false) => row => amounts[row] is { } amount ? PlaceOf(amount) : Missing,
            (QuantityColumn quantities, false) => row => quantities[row] is { } quantity ? PlaceOf(quantity) : Missing,
            (NumberColumn numbers, false) => row => numbers[row] is { } number ? PlaceOf(number) : Missing,
            _ => throw new InvalidDefinitionException([new("typeMismatch", path + "/field", $"Column '{Characteristic.Field}' is a {column.Field.Kind}; its bins are of {(Characteristic.IsCategory ? "texts" : "numbers")}.")]),
        }
        : throw new InvalidDefinitionException([new("unknownField", path + "/field", $"There is no column '{Characteristic.Field}'.")]);

    private Func<int, int> Bind(CategoryColumn column)
    {
        int[] places = [.. column.Values.Select(PlaceOf)];
        return row => column.CodeAt(row) is int code and >= 0 ? places[code] : Missing;
    }
}
