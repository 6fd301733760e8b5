using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>Why a user's row of a history is as it is: the purchases behind its counts, times and money. Plain data, JSON round-trip.</summary>
public sealed record PurchaseHistoryExplanation
{
    /// <summary>Gets the user.</summary>
    public required UserId User { get; init; }

    /// <summary>Gets the row of the history; null for a user without a purchase by the end of observation.</summary>
    public int? Row { get; init; }

    /// <summary>Gets the numbers of the row; null without one.</summary>
    public PurchaseCustomer? Customer { get; init; }

    /// <summary>Gets the purchases, the first one first: those after it are the repeat purchases.</summary>
    public required ImmutableArray<PurchaseExplanation> Purchases { get; init; }

    /// <summary>Gets the purchase events after the end and up to 'as of', which were dropped.</summary>
    public required long EventsAfterEnd { get; init; }

    /// <summary>Gets the refunds without an amount, which took nothing back.</summary>
    public required long RefundsWithoutAmount { get; init; }

    /// <summary>Gets the refunds before any purchase, or of a purchase whose money is unknown; they took nothing back.</summary>
    public required long RefundsWithoutPurchase { get; init; }

    /// <inheritdoc/>
    public bool Equals(PurchaseHistoryExplanation? other) => other is not null
        && User == other.User
        && (Row, Customer) == (other.Row, other.Customer)
        && ListEquality.Equal(Purchases, other.Purchases)
        && (EventsAfterEnd, RefundsWithoutAmount, RefundsWithoutPurchase) == (other.EventsAfterEnd, other.RefundsWithoutAmount, other.RefundsWithoutPurchase);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(User, Row, Customer, ListEquality.Hash(Purchases), EventsAfterEnd, RefundsWithoutAmount, RefundsWithoutPurchase);
}
