using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Says of one user what the evaluation says of all.</summary>
internal static class CardCycleExplainer
{
    internal static CardCycleExplanation Explain(CardCycleEvaluation evaluation, UserId user, int ordinal)
    {
        CardCycleCard card = evaluation.NewCard();
        card.Read(ordinal);
        CardCycleNodeExplanation[] nodes = [.. evaluation.Definition.Nodes.Select((rule, i) => Explain(rule, card.States[i], evaluation.Today))];
        CardCycleNodeExplanation? next = nodes.Where(node => node.DaysToNext is not null).MinBy(node => node.DaysToNext); // the first of equals
        return new()
        {
            User = user,
            Today = DateOnly.FromDayNumber(evaluation.Today),
            Current = card.Current < 0 ? null : nodes[card.Current].Node,
            IsCurrentKnown = card.IsCurrentKnown,
            Next = next is null ? null : new() { Node = next.Node, Date = next.NextDate!.Value, Days = next.DaysToNext!.Value },
            IsNextKnown = nodes.All(node => node.Holds is not null),
            Nodes = ImmutableArray.Create(nodes),
        };
    }

    private static CardCycleNodeExplanation Explain(CardCycleNodeRule rule, CardCycleState state, int today)
    {
        bool comes = state.Next != CardCycleKernels.Never;
        return new()
        {
            Node = rule.Node,
            Holds = state.IsKnown ? state.Holds : null,
            Date = state.Holds ? DateOnly.FromDayNumber(state.Held) : null,
            Since = state.Holds ? DateAt((long)state.Held - rule.DaysBefore) : null,
            Until = state.Holds ? DateAt((long)state.Held + rule.DaysAfter) : null,
            NextDate = comes ? DateOnly.FromDayNumber(state.Next) : null,
            DaysToNext = comes ? state.Next - rule.DaysBefore - today : null,
        };
    }

    private static DateOnly? DateAt(long dayNumber)
        => dayNumber < 0 || dayNumber > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)dayNumber);
}
