using System.Collections.Immutable;

namespace UserOps.Models.Lifecycle;

/// <content>What the users of each stage are worth.</content>
public sealed partial class LifecycleResult
{
    /// <summary>Adds up an amount of the user table stage by stage.</summary>
    /// <param name="field">The column. Attributes are as they are now, whatever the instant of the stages.</param>
    /// <exception cref="ArgumentNullException">The handle is null.</exception>
    /// <exception cref="InvalidDefinitionException">The column is absent, of another kind or in another currency.</exception>
    public LifecycleValueSummary ValueByStage(AmountField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        Column column = ColumnOf(field);
        if (column is AmountColumn amounts && amounts.Currency == field.Currency)
        {
            return SumOf(amounts, amounts.Units, amounts.Scale, amounts.Currency);
        }

        throw column is AmountColumn other
            ? Refused("unitMismatch", $"'{field.Name}' is in {other.Currency}, not in {field.Currency}.")
            : Refused("typeMismatch", $"'{field.Name}' is of kind {column.Field.Kind}, not an amount.");
    }

    /// <summary>Adds up a quantity of the user table stage by stage.</summary>
    /// <inheritdoc cref="ValueByStage(AmountField)"/>
    public LifecycleValueSummary ValueByStage(QuantityField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return ColumnOf(field) is QuantityColumn quantities
            ? SumOf(quantities, quantities.Units, quantities.Scale, null)
            : throw Refused("typeMismatch", $"'{field.Name}' is not a quantity.");
    }

    /// <summary>Adds up values given by user stage by stage.</summary>
    /// <param name="values">The value of each user, each at most once; who is not among them has none.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="UnknownUsersException">The dataset does not know a user.</exception>
    /// <exception cref="ArgumentException">A user has two values.</exception>
    /// <exception cref="OverflowException">A sum has more digits than a decimal holds.</exception>
    public LifecycleValueSummary ValueByStage(IEnumerable<KeyValuePair<UserId, decimal>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var totals = new ExactTotal[256];
        var known = new long[256];
        var seen = new ulong[BitKernels.WordsFor(Users.Data.Directory.Count)];
        foreach ((UserId id, decimal value) in values)
        {
            if (!Users.Data.Directory.TryGetOrdinal(id, out int user))
            {
                throw new UnknownUsersException([id], nameof(values));
            }

            if ((seen[user >> 6] >> user & 1) != 0)
            {
                throw new ArgumentException($"The user '{id}' has two values.", nameof(values));
            }

            seen[user >> 6] |= 1UL << user;
            byte code = Users.Staged.Codes[user];
            totals[code].Add(value);
            known[code]++;
        }

        return Values(null, null, code => (known[code], UsersOf(code) - known[code], totals[code].ToDecimal()));
    }

    /// <summary>Adds up values of users stage by stage, such as what their events add up to.</summary>
    /// <param name="values">Of the same directory, or an earlier or later state of it; who has none there has none here.</param>
    /// <exception cref="ArgumentNullException">The values are null.</exception>
    /// <exception cref="ArgumentException">The values belong to another directory.</exception>
    public LifecycleValueSummary ValueByStage(UserAmounts values)
    {
        ArgumentNullException.ThrowIfNull(values);
        UserSet valued = UserSet.Everyone(Users.Data.Directory).Intersect(values.WithValue);
        var sums = new Int128[256];
        var known = new long[256];
        ReadOnlySpan<byte> codes = Users.Staged.Codes;
        foreach (int user in valued)
        {
            sums[codes[user]] += values.Units[user];
            known[codes[user]]++;
        }

        return Values(null, values.Currency, code => (known[code], UsersOf(code) - known[code], CommonScale.ToDecimal(sums[code], values.Scale)));
    }

    private LifecycleValueSummary SumOf(Column column, ReadOnlySpan<long> units, int scale, string? currency)
    {
        var sums = new Int128[256];
        (long[] known, long[] missing) = (new long[256], new long[256]);
        ReadOnlySpan<byte> codes = Users.Staged.Codes;
        for (int user = 0; user < codes.Length; user++)
        {
            bool isMissing = column.IsMissing(user);
            (isMissing ? missing : known)[codes[user]]++;
            sums[codes[user]] += isMissing ? 0 : units[user];
        }

        return Values(column.Field.Name, currency, code => (known[code], missing[code], DecimalUnits.ToDecimal(sums[code], scale)));
    }

    private LifecycleValueSummary Values(string? field, string? currency, Func<byte, (long Known, long Missing, decimal Sum)> sumOf)
    {
        ImmutableArray<LifecycleStageValue> states =
        [
            .. from code in LifecycleStates.Codes(Definition)
               where code != LifecycleDefaults.Absent
               let found = sumOf(code)
               select new LifecycleStageValue { State = LifecycleStates.StateOf(code, Definition), Known = found.Known, Missing = found.Missing, Sum = found.Sum },
        ];
        return new() { Definition = Definition, Context = Context, Field = field, Currency = currency, States = states };
    }

    private long UsersOf(byte code) => code == LifecycleDefaults.Unassigned ? Summary.Counts.Unassigned : Summary.Counts.Stages[code].Users;

    private Column ColumnOf(Field field) => Users.Data.Users.Columns.TryGet(field.Name, out Column? column)
        ? column
        : throw Refused("unknownField", $"There is no field '{field.Name}' here.");

    private static InvalidDefinitionException Refused(string code, string message) => new([new(code, "/field", message)]);
}
