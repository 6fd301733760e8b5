namespace UserOps.Models;

/// <summary>One name is one column: the same kind, currency and scale wherever it is used.</summary>
internal static class FieldConflicts
{
    internal static void Refuse(Field known, Field met)
    {
        if (known != met)
        {
            throw new ArgumentException($"Column '{met.Name}' is {Describe(known)}; it cannot also be {Describe(met)}.");
        }
    }

    /// <summary>Refuses a column that is given twice, and names that belong to the library.</summary>
    internal static void RequireNew(Field field, IEnumerable<Field> given)
    {
        if (given.Any(known => known.Name == field.Name))
        {
            throw new ArgumentException($"Column '{field.Name}' is mapped twice.", nameof(field));
        }

        if (field.Name.StartsWith('@') || field.Name.StartsWith(Field.ContentPrefix, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"'{field.Name}' cannot name a column: names that start with '@' or '{Field.ContentPrefix}' are the library's own.", nameof(field));
        }
    }

    internal static string Describe(Field field) => field switch
    {
        AmountField amount => $"an amount in {amount.Currency} with scale {amount.Scale}",
        QuantityField quantity => $"a quantity with scale {quantity.Scale}",
        _ => $"of kind {field.Kind}",
    };
}
