using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

public sealed partial record CustomerProfitStatement
{
    /// <summary>Joins the statements of two sets of customers who have nobody in common.</summary>
    /// <param name="a">One statement.</param>
    /// <param name="b">The other, on the same terms.</param>
    /// <returns>A line for every product, activity and source of either: in their order where both have the same lines, else by name.</returns>
    /// <exception cref="ArgumentNullException">A statement is null.</exception>
    /// <exception cref="ArgumentException">The terms differ: currency, period, or a rate.</exception>
    /// <exception cref="OverflowException">A sum is 7.9 x 10^18 or more.</exception>
    public static CustomerProfitStatement Merge(CustomerProfitStatement a, CustomerProfitStatement b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Sum([a, b]);
    }

    /// <summary>Adds up the statements of customers: the statement of a segment is the sum of its users'.</summary>
    /// <param name="statements">At least one, all on the same terms.</param>
    /// <returns>As <see cref="Merge"/> of all of them, in any order.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">There is none, one is null, or the terms differ.</exception>
    /// <exception cref="OverflowException">A sum is 7.9 x 10^18 or more.</exception>
    public static CustomerProfitStatement Sum(IEnumerable<CustomerProfitStatement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        ImmutableArray<CustomerProfitStatement> all = [.. statements];
        if (all.IsEmpty || all.Contains(null!))
        {
            throw new ArgumentException(all.IsEmpty ? "There is no statement to add up." : "A statement is null.", nameof(statements));
        }

        foreach (CustomerProfitStatement other in all.Where(other => other.Terms != all[0].Terms))
        {
            throw new ArgumentException(
                $"One statement is in {all[0].Terms.Currency} and another in {other.Terms.Currency}, or their periods or rates differ; they cannot be added up.",
                nameof(statements));
        }

        StatementLayout layout = all.Select(StatementLayout.Of).Aggregate(StatementLayout.Joined);
        var totals = new StatementTotals(layout);
        foreach (CustomerProfitStatement statement in all)
        {
            totals.Add(statement);
        }

        return totals.ToStatement(all[0].Terms);
    }
}
