using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Which nodes a card has, when each holds, and which one counts where several hold.</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="CardCycleModel"/> checks everything at once.</remarks>
public sealed record CardCycleDefinition
{
    /// <summary>Gets the shipped table of the eight nodes. Its days and its order are this library's choice, to be edited.</summary>
    /// <remarks>
    /// What costs the customer most if missed comes first: <c>payment_day</c> (3 days before), <c>installment_on</c> (3 before), <c>expires_on</c> (60 before, 30
    /// after), <c>annual_fee_from</c> (15 before), <c>first_used_on</c> (30 after), <c>activated_on</c> (30 after), <c>approved_on</c> (30 after),
    /// <c>statement_day</c> (2 after). A card not activated, not used or without installments lacks the date, which then means never.
    /// </remarks>
    public static CardCycleDefinition Default { get; } = new() { Nodes = CardCycleDefaults.Nodes };

    /// <summary>Gets the nodes in the order of their priority: where several hold, the first of them is the current one.</summary>
    public required ImmutableArray<CardCycleNodeRule> Nodes { get; init; }

    /// <inheritdoc/>
    public bool Equals(CardCycleDefinition? other) => other is not null && ListEquality.Equal(Nodes, other.Nodes);

    /// <inheritdoc/>
    public override int GetHashCode() => ListEquality.Hash(Nodes);
}
