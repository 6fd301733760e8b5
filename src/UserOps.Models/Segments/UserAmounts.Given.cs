namespace UserOps.Models;

/// <content>Values of the user table, and values given by user.</content>
public sealed partial class UserAmounts
{
    /// <summary>Takes an amount of the user table: one value for each user of the dataset whose row has one.</summary>
    /// <param name="data">The users.</param>
    /// <param name="field">The column, with its currency.</param>
    /// <exception cref="ArgumentNullException">The dataset or the handle is null.</exception>
    /// <exception cref="InvalidDefinitionException">The column is absent, of another kind, scale or currency.</exception>
    public static UserAmounts FromColumn(UserOpsDataset data, AmountField field)
    {
        ArgumentNullException.ThrowIfNull(data);
        AmountColumn column = data.Users.Columns.Get(field);
        return Taken(data.Directory, column, column.Units, column.Scale, column.Currency);
    }

    /// <summary>Takes a quantity of the user table: one value for each user of the dataset whose row has one.</summary>
    /// <param name="data">The users.</param>
    /// <param name="field">The column.</param>
    /// <exception cref="ArgumentNullException">The dataset or the handle is null.</exception>
    /// <exception cref="InvalidDefinitionException">The column is absent, of another kind or scale.</exception>
    public static UserAmounts FromColumn(UserOpsDataset data, QuantityField field)
    {
        ArgumentNullException.ThrowIfNull(data);
        QuantityColumn column = data.Users.Columns.Get(field);
        return Taken(data.Directory, column, column.Units, column.Scale, currency: null);
    }

    /// <summary>Takes values given by user.</summary>
    /// <param name="directory">Whose users.</param>
    /// <param name="values">The value of each user, each at most once; who is not among them has none.</param>
    /// <param name="currency">ISO 4217 code: three capital letters; null for plain quantities.</param>
    /// <exception cref="ArgumentNullException">The directory or the list is null.</exception>
    /// <exception cref="UnknownUsersException">The directory does not know some users; the exception lists them all.</exception>
    /// <exception cref="ArgumentException">A user has two values, or the currency is not three capital letters.</exception>
    /// <exception cref="OverflowException">Brought to one number of digits after the point, the values together have more digits than a decimal holds.</exception>
    public static UserAmounts Of(UserDirectory directory, IEnumerable<KeyValuePair<UserId, decimal>> values, string? currency = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(values);
        if (currency is not null && !Field.IsCurrency(currency))
        {
            throw new ArgumentException($"'{currency}' is no ISO 4217 code: three capital letters.", nameof(currency));
        }

        var given = new decimal[directory.Count];
        var known = new ulong[BitKernels.WordsFor(directory.Count)];
        var strangers = new List<UserId>();
        foreach ((UserId id, decimal value) in values)
        {
            if (!directory.TryGetOrdinal(id, out int ordinal))
            {
                strangers.Add(id);
                continue;
            }

            if ((known[ordinal >> 6] >> ordinal & 1) != 0)
            {
                throw new ArgumentException($"The user '{id}' has two values.", nameof(values));
            }

            known[ordinal >> 6] |= 1UL << ordinal;
            given[ordinal] = value;
        }

        if (strangers.Count > 0)
        {
            throw new UnknownUsersException([.. strangers], nameof(values));
        }

        var units = new Int128[given.Length];
        return new(directory, units, known, CommonScale.ToUnits(given, units), currency);
    }

    private static UserAmounts Taken(UserDirectory directory, Column column, ReadOnlySpan<long> values, int scale, string? currency)
    {
        ulong[] known = column.Present.IsEmpty ? [.. UserSet.Everyone(directory).Words] : [.. column.Present];
        var units = new Int128[directory.Count];
        foreach (int ordinal in new UserSet(directory, known))
        {
            units[ordinal] = values[ordinal];
        }

        return new(directory, units, known, scale, currency) { Source = new() { Field = column.Field.Name } };
    }
}
