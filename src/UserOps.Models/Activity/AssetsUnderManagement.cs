using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>What customers hold (AUM), in one currency and exact. A missing balance is not a balance of 0: it is counted, and in no sum.</summary>
/// <remarks>Counts and sums over users; plain data, JSON round-trip, mergeable.</remarks>
public sealed record AssetsUnderManagement
{
    /// <summary>Gets the column the assets are read from.</summary>
    public required string Field { get; init; }

    /// <summary>Gets the ISO 4217 code of the currency of every sum here.</summary>
    public required string Currency { get; init; }

    /// <summary>Gets the customers whose assets are known.</summary>
    public required long Known { get; init; }

    /// <summary>Gets the customers whose assets are missing.</summary>
    public required long Missing { get; init; }

    /// <summary>Gets the assets of all customers: AUM.</summary>
    public required decimal Total { get; init; }

    /// <summary>Gets the customers who are active.</summary>
    public required long Active { get; init; }

    /// <summary>Gets the active customers whose assets are known.</summary>
    public required long ActiveKnown { get; init; }

    /// <summary>Gets the assets of the active customers, a part of <see cref="Total"/>.</summary>
    public required decimal HeldByActive { get; init; }

    /// <summary>Gets AUM per active user: the assets of all customers over the active ones. Without a number where nobody is active, or nobody's assets are known.</summary>
    [JsonIgnore]
    public Measure<decimal> PerActiveUser => Known == 0 ? UndefinedReason.EmptyPopulation : Active == 0 ? UndefinedReason.ZeroBase : Total / Active;

    /// <summary>Gets the mean assets of the customers whose assets are known; without a number where nobody's are.</summary>
    [JsonIgnore]
    public Measure<decimal> MeanOfKnown => Known == 0 ? UndefinedReason.EmptyPopulation : Total / Known;

    /// <summary>Gets the mean assets of the active customers whose assets are known; without a number where nobody's are.</summary>
    [JsonIgnore]
    public Measure<decimal> MeanOfActive => ActiveKnown == 0 ? UndefinedReason.EmptyPopulation : HeldByActive / ActiveKnown;

    /// <summary>Adds up what customers hold.</summary>
    /// <param name="data">The dataset with the user table.</param>
    /// <param name="field">The column of the assets.</param>
    /// <param name="customers">Whose assets.</param>
    /// <param name="active">Who is active; users who are no customers make no difference.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The users belong to another dataset.</exception>
    /// <exception cref="InvalidDefinitionException">There is no such column, or it is of another kind, currency or scale.</exception>
    public static AssetsUnderManagement Of(UserOpsDataset data, AmountField field, UserSet customers, UserSet active)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(active);
        AmountColumn column = ColumnOf(data, field);
        UserSet everyone = UserSet.Everyone(data.Directory);
        UserSet holders = everyone.Intersect(customers);
        UserSet activeHolders = holders.Intersect(active);
        (long known, decimal total) = Sum(column, holders);
        (long activeKnown, decimal held) = Sum(column, activeHolders);
        return new()
        {
            Field = field.Name,
            Currency = field.Currency,
            Known = known,
            Missing = holders.Count - known,
            Total = total,
            Active = activeHolders.Count,
            ActiveKnown = activeKnown,
            HeldByActive = held,
        };
    }

    /// <summary>Joins the assets of two sets of customers who have nobody in common.</summary>
    /// <param name="a">One part.</param>
    /// <param name="b">The other, of the same column and currency.</param>
    /// <exception cref="ArgumentNullException">A part is null.</exception>
    /// <exception cref="ArgumentException">The columns or the currencies differ.</exception>
    public static AssetsUnderManagement Merge(AssetsUnderManagement a, AssetsUnderManagement b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        RequireSameCurrency(a, b, nameof(b));
        if (a.Field != b.Field)
        {
            throw new ArgumentException($"The assets are read from '{a.Field}' and from '{b.Field}'; they cannot be added up.", nameof(b));
        }

        return a with
        {
            Known = a.Known + b.Known,
            Missing = a.Missing + b.Missing,
            Total = DecimalDigits.Shortest(a.Total + b.Total),
            Active = a.Active + b.Active,
            ActiveKnown = a.ActiveKnown + b.ActiveKnown,
            HeldByActive = DecimalDigits.Shortest(a.HeldByActive + b.HeldByActive),
        };
    }

    /// <summary>Gets how much AUM has grown: (after - before) / before, as a fraction.</summary>
    /// <param name="before">The assets at the earlier instant.</param>
    /// <param name="after">The assets at the later one, in the same currency.</param>
    /// <returns>
    /// 0.2 for a fifth more. Without a number where nobody's assets are known at one of the two, where they were 0 before, and where they were negative,
    /// from which no growth can be told.
    /// </returns>
    /// <exception cref="ArgumentNullException">One of the two is null.</exception>
    /// <exception cref="ArgumentException">The currencies differ.</exception>
    public static Measure<decimal> Uplift(AssetsUnderManagement before, AssetsUnderManagement after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        RequireSameCurrency(before, after, nameof(after));
        return before.Known == 0 || after.Known == 0 ? UndefinedReason.EmptyPopulation
            : before.Total == 0 ? UndefinedReason.ZeroBase
            : before.Total < 0 ? UndefinedReason.NoSolution
            : (after.Total - before.Total) / before.Total;
    }

    private static AmountColumn ColumnOf(UserOpsDataset data, AmountField field)
    {
        try
        {
            return data.Users.Columns.Get(field);
        }
        catch (InvalidDefinitionException refusal)
        {
            throw new InvalidDefinitionException([refusal.Issues[0] with { Path = "/assets" }]);
        }
    }

    private static (long Known, decimal Sum) Sum(AmountColumn column, UserSet users)
    {
        long known = 0;
        Int128 units = 0;
        foreach (int user in users)
        {
            if (!column.IsMissing(user))
            {
                known++;
                units += column.Units[user];
            }
        }

        return (known, DecimalUnits.ToDecimal(units, column.Scale));
    }

    // The sum of two decimals keeps the digits of the longer one: 1.5 + 0.5 is 2.0, where the whole has 2. A text tells them apart.

    private static void RequireSameCurrency(AssetsUnderManagement a, AssetsUnderManagement b, string parameterName)
    {
        if (a.Currency != b.Currency)
        {
            throw new ArgumentException($"The assets are in {a.Currency} and in {b.Currency}; they cannot be compared or added up.", parameterName);
        }
    }
}
