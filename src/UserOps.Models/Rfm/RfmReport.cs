using System.Collections.Immutable;

namespace UserOps.Models.Rfm;

/// <summary>What an evaluation met in the data that is worth knowing: nothing of it is a fault of the question.</summary>
/// <remarks>Counts over users; plain data, JSON round-trip, mergeable as part of <see cref="RfmSummary"/>. Events after 'as of' are in none but their own count.</remarks>
public sealed record RfmReport
{
    /// <summary>Gets the purchases that counted.</summary>
    public required long Purchases { get; init; }

    /// <summary>Gets how many of them have no amount: they add nothing to the money, which is not the same as 0. 0 where money is not asked.</summary>
    public long PurchasesWithoutAmount { get; init; }

    /// <summary>Gets the purchases in the window that were taken back.</summary>
    public long ReversedPurchases { get; init; }

    /// <summary>Gets the refunds in the window, those of reversed purchases left out.</summary>
    public long Refunds { get; init; }

    /// <summary>Gets how many of them have no amount; they subtract nothing. 0 where money is not asked.</summary>
    public long RefundsWithoutAmount { get; init; }

    /// <summary>Gets the reversals in the window.</summary>
    public long Reversals { get; init; }

    /// <summary>Gets how many of them take nothing back: without an order's id, of an order their user does not have, or of one already taken back.</summary>
    public long ReversalsWithoutPurchase { get; init; }

    /// <summary>Gets the users who have a refund in the window and no purchase; they are outside.</summary>
    public long UsersWithRefundsOnly { get; init; }

    /// <summary>Gets the members without a value on the third axis: none of their purchases has an amount, or their balance is missing. They are in no group.</summary>
    public long MembersWithoutValue { get; init; }

    /// <summary>Gets the members whose value on the third axis is 0 or negative; it is scored like any other.</summary>
    public long MembersWithoutPositiveValue { get; init; }

    /// <summary>Gets the events after 'as of', of any name.</summary>
    public long EventsAfterAsOf { get; init; }

    /// <summary>Gets the event names of the filters that the data never held, ordinal: normal in a shard, a misspelling elsewhere.</summary>
    public ImmutableArray<string> UnknownEvents
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    internal static RfmReport Merge(RfmReport a, RfmReport b) => new()
    {
        Purchases = a.Purchases + b.Purchases,
        PurchasesWithoutAmount = a.PurchasesWithoutAmount + b.PurchasesWithoutAmount,
        ReversedPurchases = a.ReversedPurchases + b.ReversedPurchases,
        Refunds = a.Refunds + b.Refunds,
        RefundsWithoutAmount = a.RefundsWithoutAmount + b.RefundsWithoutAmount,
        Reversals = a.Reversals + b.Reversals,
        ReversalsWithoutPurchase = a.ReversalsWithoutPurchase + b.ReversalsWithoutPurchase,
        UsersWithRefundsOnly = a.UsersWithRefundsOnly + b.UsersWithRefundsOnly,
        MembersWithoutValue = a.MembersWithoutValue + b.MembersWithoutValue,
        MembersWithoutPositiveValue = a.MembersWithoutPositiveValue + b.MembersWithoutPositiveValue,
        EventsAfterAsOf = a.EventsAfterAsOf + b.EventsAfterAsOf,
        UnknownEvents = SummaryQuestion.UnknownToBoth(a.UnknownEvents, b.UnknownEvents),
    };

    /// <inheritdoc/>
    public bool Equals(RfmReport? other) => other is not null && Counts().SequenceEqual(other.Counts()) && ListEquality.Equal(UnknownEvents, other.UnknownEvents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Purchases, Refunds, Reversals, EventsAfterAsOf, ListEquality.Hash(UnknownEvents));

    private long[] Counts() =>
    [
        Purchases, PurchasesWithoutAmount, ReversedPurchases, Refunds, RefundsWithoutAmount, Reversals, ReversalsWithoutPurchase,
        UsersWithRefundsOnly, MembersWithoutValue, MembersWithoutPositiveValue, EventsAfterAsOf,
    ];
}
