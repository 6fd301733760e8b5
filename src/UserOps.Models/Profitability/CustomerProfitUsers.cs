namespace UserOps.Models.Profitability;

/// <summary>The profit of each user, bound to the dataset. Immutable.</summary>
public sealed class CustomerProfitUsers
{
    private readonly CustomerProfitPlan _plan;

    internal CustomerProfitUsers(CustomerProfitPlan plan, ProfitColumns profits)
    {
        _plan = plan;
        UserDirectory directory = plan.Data.Directory;
        WithStatement = new(directory, profits.WithStatement);
        LeftOut = new(directory, profits.LeftOut);
        PreTaxProfit = AmountsOf(profits.PreTaxUnits);
        EconomicProfit = AmountsOf(profits.EconomicUnits);
        LossMakers = PreTaxBelowZero(profits.PreTaxUnits);
    }

    /// <summary>Gets the users with a statement.</summary>
    public UserSet WithStatement { get; }

    /// <summary>Gets the users who were seen by 'as of' and have no statement; <see cref="Explain"/> says why.</summary>
    public UserSet LeftOut { get; }

    /// <summary>Gets the users whose profit before tax is negative.</summary>
    public UserSet LossMakers { get; }

    /// <summary>Gets the profit before tax of each user, exact: what a whale curve takes. Asked of whoever was seen by 'as of'; without a value where there is no statement.</summary>
    public UserAmounts PreTaxProfit { get; }

    /// <summary>Gets the profit after tax and the charge on capital, likewise.</summary>
    public UserAmounts EconomicProfit { get; }

    /// <summary>Gets the statement of a user with every line; null where there is none, and for anybody the dataset does not know.</summary>
    /// <param name="user">The caller's key.</param>
    public CustomerProfitStatement? StatementOf(UserId user) => Explain(user)?.Statement;

    /// <summary>Gets the statement of a set of users: the sum of theirs.</summary>
    /// <param name="users">Of the dataset; those without a statement add nothing.</param>
    /// <returns>A statement of nobody where none has one.</returns>
    /// <exception cref="ArgumentNullException">The set is null.</exception>
    /// <exception cref="ArgumentException">The set belongs to another dataset.</exception>
    /// <exception cref="OverflowException">A sum is 7.9 x 10^18 or more.</exception>
    public CustomerProfitStatement StatementOf(UserSet users)
    {
        ArgumentNullException.ThrowIfNull(users);
        var totals = new StatementTotals(_plan.Layout);
        ProfitScratch scratch = _plan.NewScratch();
        foreach (int user in WithStatement.Intersect(users))
        {
            _plan.TryFigures(user, scratch);
            totals.Add(scratch.Figures);
        }

        return totals.ToStatement(_plan.Definition.Terms);
    }

    /// <summary>Gets the risk-adjusted return on capital of a user, a fraction per year.</summary>
    /// <param name="user">The caller's key.</param>
    /// <returns>Without a number for who has no statement, or no economic capital.</returns>
    public Measure<decimal> RarocOf(UserId user) => StatementOf(user)?.Raroc ?? UndefinedReason.EmptyPopulation;

    /// <summary>Says why a user is worth this much.</summary>
    /// <param name="user">The caller's key.</param>
    /// <returns>The statement, or what is missing; null for anybody who was not seen by 'as of'.</returns>
    public CustomerProfitExplanation? Explain(UserId user)
    {
        if (!_plan.Data.Directory.TryGetOrdinal(user, out int ordinal) || !_plan.Seen.Contains(ordinal))
        {
            return null;
        }

        ProfitScratch scratch = _plan.NewScratch();
        if (!_plan.TryFigures(ordinal, scratch))
        {
            return new() { Statement = null, Gaps = [.. scratch.Gaps.Select(gap => new ProfitGap { Path = _plan.GapPaths[gap.Gap], Reason = gap.Reason, Users = 1 }).OrderBy(gap => gap.Path, StringComparer.Ordinal)] };
        }

        var totals = new StatementTotals(_plan.Layout);
        totals.Add(scratch.Figures);
        return new() { Statement = totals.ToStatement(_plan.Definition.Terms), Gaps = [] };
    }

    private UserAmounts AmountsOf(Int128[] units)
    {
        Int128 magnitude = 0;
        foreach (Int128 unit in units)
        {
            magnitude += Int128.Abs(unit);
        }

        _ = ProfitabilityKernels.FromUnits(magnitude); // what follows adds up parts of it, and relies on a decimal holding them
        return new(_plan.Data.Directory, units, [.. WithStatement.Words], ProfitabilityDefaults.LineDigits, _plan.Definition.Terms.Currency, WithStatement.Union(LeftOut));
    }

    private UserSet PreTaxBelowZero(ReadOnlySpan<Int128> units)
    {
        var words = new ulong[BitKernels.WordsFor(units.Length)];
        for (int user = 0; user < units.Length; user++)
        {
            words[user >> 6] |= units[user] < 0 ? 1UL << (user & 63) : 0;
        }

        return new(_plan.Data.Directory, words);
    }
}
