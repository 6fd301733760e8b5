using System.Data;
using UserOps.Models;

namespace UserOps.Quickstart.Inputs;

/// <summary>Handles for columns whose kinds are known only when the program runs; a program of your own writes <c>Field.Amount("amount", "CNY")</c> once.</summary>
internal static class FieldKinds
{
    /// <summary>Refuses what can be no kind and no currency, whether or not a column comes to use it.</summary>
    /// <exception cref="QuickstartException">A kind or the currency cannot be.</exception>
    internal static void RequireValid(Arguments asked)
    {
        foreach (string name in asked.Types.Keys)
        {
            Of(name, asked);
        }
        Of("amount", asked with { Types = asked.Types.SetItem("amount", "amount") });
    }

    internal static Field Of(string name, Arguments asked)
    {
        string kind = asked.Types.GetValueOrDefault(name, name == "amount" ? "amount" : "category");
        try
        {
            return kind switch
            {
                "category" => Field.Category(name),
                "amount" => asked.Currency is null ? Field.Quantity(name) : Field.Amount(name, asked.Currency),
                "quantity" => Field.Quantity(name),
                "number" => Field.Number(name),
                "flag" => Field.Flag(name),
                "date" => Field.Date(name),
                "instant" => Field.Instant(name),
                _ => throw new QuickstartException($"--types {name}={kind}: a column is category, amount, quantity, number, flag, date or instant."),
            };
        }
        catch (ArgumentException cause)
        {
            throw QuickstartException.Of(cause);
        }
    }

    /// <summary>Tells whether a currency has anything to name.</summary>
    internal static bool HasAmounts(UserOpsDataset data)
        => data.Events.Columns.Concat(data.Users.Columns).Concat(data.Contents.Columns).Any(column => column.Field is AmountField);

    /// <summary>Maps a column to a field of whatever kind; with a handle of known kind this is one call of <c>With</c>.</summary>
    internal static void Map<TMap>(ColumnMap<IDataRecord, TMap> map, Field field, string column, TimeZoneInfo zone)
        where TMap : ColumnMap<IDataRecord, TMap>
        => _ = field switch
        {
            CategoryField category => map.With(category, column),
            AmountField amount => map.With(amount, column),
            QuantityField quantity => map.With(quantity, column),
            NumberField number => map.With(number, column),
            FlagField flag => map.With(flag, column),
            DateField date => map.With(date, column),
            InstantField instant => map.With(instant, column, zone),
            _ => throw new InvalidOperationException($"No column of a source is a {field.Kind}."),
        };
}
