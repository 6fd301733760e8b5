using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>What was read and what became of it. JSON round-trip, mergeable: sums over users.</summary>
public sealed record PurchaseHistorySummary
{
    /// <summary>Gets what was asked.</summary>
    public required PurchaseHistoryDefinition Definition { get; init; }

    /// <summary>Gets as of when, in which zone, with which first day of the week.</summary>
    public required EvaluationContext Context { get; init; }

    /// <summary>Gets the last local date of the observation.</summary>
    public required DateOnly End { get; init; }

    /// <summary>Gets the users of the dataset.</summary>
    public required long Users { get; init; }

    /// <summary>Gets the users with a purchase by the end.</summary>
    public required long Customers { get; init; }

    /// <summary>Gets the customers with a purchase after the first.</summary>
    public required long RepeatBuyers { get; init; }

    /// <summary>Gets the purchase events up to the end.</summary>
    public required long Events { get; init; }

    /// <summary>Gets the purchases: a user's period with purchase events is one.</summary>
    public required long Purchases { get; init; }

    /// <summary>Gets the purchase events that were joined to another one of their period.</summary>
    public long Joined => Events - Purchases;

    /// <summary>Gets the purchases after each customer's first.</summary>
    public long RepeatPurchases => Purchases - Customers;

    /// <summary>Gets the purchase events without an amount. 0 where no column of money is named.</summary>
    public required long EventsWithoutAmount { get; init; }

    /// <summary>Gets the purchases whose money is not known, because an event of theirs has no amount; they are in no sum and in no mean. 0 where no column of money is named.</summary>
    public required long PurchasesWithoutSpend { get; init; }

    /// <summary>Gets the purchase events after the end and up to 'as of', which were dropped.</summary>
    public required long EventsAfterEnd { get; init; }

    /// <summary>Gets the refund events up to the end.</summary>
    public required long Refunds { get; init; }

    /// <summary>Gets the refunds without an amount, which took nothing back.</summary>
    public required long RefundsWithoutAmount { get; init; }

    /// <summary>Gets the refunds before any purchase, or of a purchase whose money is unknown; they took nothing back.</summary>
    public required long RefundsWithoutPurchase { get; init; }

    /// <summary>Gets what all customers spent in purchases whose money is known, refunds taken off, exact; null where no column of money is named.</summary>
    public decimal? Spend { get; init; }

    /// <summary>Gets the event names of the definition that the data never held, in ordinal order.</summary>
    public required ImmutableArray<string> UnknownEvents { get; init; }

    /// <summary>Joins the counts of two sets of users who have nobody in common, such as two shards.</summary>
    /// <param name="a">One summary.</param>
    /// <param name="b">The other, of the same definition, context and end.</param>
    /// <returns>What the users of both together give.</returns>
    /// <exception cref="ArgumentNullException">A summary is null.</exception>
    /// <exception cref="ArgumentException">The definitions, the contexts or the ends differ.</exception>
    public static PurchaseHistorySummary Merge(PurchaseHistorySummary a, PurchaseHistorySummary b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        SummaryQuestion.RequireSame(a.Definition, a.Context, b.Definition, b.Context, nameof(b));
        if (a.End != b.End)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The observations end on {a.End:yyyy-MM-dd} and {b.End:yyyy-MM-dd}; give the definition an end, which shards have in common."), nameof(b));
        }

        return a with
        {
            Users = a.Users + b.Users,
            Customers = a.Customers + b.Customers,
            RepeatBuyers = a.RepeatBuyers + b.RepeatBuyers,
            Events = a.Events + b.Events,
            Purchases = a.Purchases + b.Purchases,
            EventsWithoutAmount = a.EventsWithoutAmount + b.EventsWithoutAmount,
            PurchasesWithoutSpend = a.PurchasesWithoutSpend + b.PurchasesWithoutSpend,
            EventsAfterEnd = a.EventsAfterEnd + b.EventsAfterEnd,
            Refunds = a.Refunds + b.Refunds,
            RefundsWithoutAmount = a.RefundsWithoutAmount + b.RefundsWithoutAmount,
            RefundsWithoutPurchase = a.RefundsWithoutPurchase + b.RefundsWithoutPurchase,
            Spend = a.Spend is { } left && b.Spend is { } right ? ExactTotal.Of(left, right) : null,
            UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
        };
    }

    /// <inheritdoc/>
    public bool Equals(PurchaseHistorySummary? other) => other is not null
        && Definition == other.Definition
        && Context == other.Context
        && (End, Users, Customers, RepeatBuyers, Events, Purchases) == (other.End, other.Users, other.Customers, other.RepeatBuyers, other.Events, other.Purchases)
        && (EventsWithoutAmount, PurchasesWithoutSpend, EventsAfterEnd, Spend) == (other.EventsWithoutAmount, other.PurchasesWithoutSpend, other.EventsAfterEnd, other.Spend)
        && (Refunds, RefundsWithoutAmount, RefundsWithoutPurchase) == (other.Refunds, other.RefundsWithoutAmount, other.RefundsWithoutPurchase)
        && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Definition, Context, End, Users, Customers, Events, Purchases, Spend);

    internal static PurchaseHistorySummary Of(PurchasePlan plan, PurchaseWindow window, PurchaseRow[] rows, PurchaseTally tally)
    {
        Int128 spend = 0;
        long repeatBuyers = 0;
        foreach (PurchaseRow row in rows)
        {
            spend += row.FirstSpend + row.RepeatSpend;
            repeatBuyers += row.Purchases > 1 ? 1 : 0;
        }

        return new()
        {
            Definition = plan.Definition,
            Context = plan.Context,
            End = DateOnly.FromDayNumber(window.EndDay),
            Users = plan.Data.Directory.Count,
            Customers = rows.Length,
            RepeatBuyers = repeatBuyers,
            Events = tally.Events,
            Purchases = tally.Purchases,
            EventsWithoutAmount = tally.WithoutAmount,
            PurchasesWithoutSpend = tally.WithoutSpend,
            EventsAfterEnd = tally.AfterEnd,
            Refunds = tally.Refunds,
            RefundsWithoutAmount = tally.RefundsWithoutAmount,
            RefundsWithoutPurchase = tally.RefundsWithoutPurchase,
            Spend = plan.Amounts is { } amounts ? DecimalUnits.ToDecimal(spend, amounts.Scale) : null,
            UnknownEvents = plan.UnknownEvents,
        };
    }
}
