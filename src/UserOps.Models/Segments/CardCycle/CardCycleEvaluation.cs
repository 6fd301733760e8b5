using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>The answer for one dataset as bits: one bitmap of users per node and question.</summary>
internal sealed class CardCycleEvaluation
{
    // Whole words of users, so that no two threads write into one word.
    private const int UsersPerPart = 1 << 12;

    private readonly ulong[][] _holding;
    private readonly ulong[][] _entered;
    private readonly ulong[][] _unknown;
    private readonly ulong[][] _current;
    private readonly ulong[] _uncertain;
    private readonly ulong[] _inNone;

    private CardCycleEvaluation(CardCycleDefinition definition, UserOpsDataset data, EvaluationContext context)
    {
        Definition = definition;
        Data = data;
        Context = context;
        Today = ReportingCalendar.Of(context).DayNumberOf(context.AsOf.UtcTicks);
        int words = BitKernels.WordsFor(data.Directory.Count);
        (_holding, _entered, _unknown, _current) = (PerNode(), PerNode(), PerNode(), PerNode());
        (_uncertain, _inNone) = (new ulong[words], new ulong[words]);

        ulong[][] PerNode() => [.. definition.Nodes.Select(_ => new ulong[words])];
    }

    internal CardCycleDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    internal int Today { get; }

    internal UserSet Uncertain => new(Data.Directory, _uncertain);

    internal UserSet InNone => new(Data.Directory, _inNone);

    internal static CardCycleEvaluation Of(
        CardCycleDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions run, CancellationToken cancellationToken)
    {
        InvalidDefinitionException.ThrowIfAny(CardCycleRules.CheckColumns(definition, data.Users.Columns));
        var evaluation = new CardCycleEvaluation(definition, data, context);
        int users = data.Directory.Count;
        int parts = (users + UsersPerPart - 1) / UsersPerPart;
        new Workers(run.Threads, cancellationToken).ForEach(parts, evaluation.NewCard, (part, card) =>
        {
            int end = Math.Min((part + 1) * UsersPerPart, users);
            for (int user = part * UsersPerPart; user < end; user++)
            {
                evaluation.Note(user, card);
            }
        });
        run.Progress?.Report(1);
        return evaluation;
    }

    internal CardCycleCard NewCard() => new(Definition, Data.Users.Columns, Today);

    internal UserSet Holding(CardCycleNode node) => Of(_holding, node);

    internal UserSet Entered(CardCycleNode node) => Of(_entered, node);

    internal UserSet Unknown(CardCycleNode node) => Of(_unknown, node);

    internal UserSet Current(CardCycleNode node) => Of(_current, node);

    internal CardCycleSummary Summary() => new()
    {
        Definition = Definition,
        Context = Context,
        Users = Data.Directory.Count,
        Uncertain = BitKernels.Count(_uncertain),
        InNone = BitKernels.Count(_inNone),
        Nodes =
        [
            .. Definition.Nodes.Select((rule, i) => new CardCycleNodeCounts
            {
                Node = rule.Node,
                Holding = BitKernels.Count(_holding[i]),
                Entered = BitKernels.Count(_entered[i]),
                Unknown = BitKernels.Count(_unknown[i]),
                Current = BitKernels.Count(_current[i]),
            }),
        ],
    };

    private UserSet Of(ulong[][] bits, CardCycleNode node)
    {
        int place = Definition.Nodes.Select(rule => rule.Node).ToImmutableArray().IndexOf(node);
        return place >= 0
            ? new(Data.Directory, bits[place])
            : throw new ArgumentOutOfRangeException(nameof(node), node, "The definition has no such node.");
    }

    private void Note(int user, CardCycleCard card)
    {
        card.Read(user);
        for (int i = 0; i < card.States.Length; i++)
        {
            CardCycleState state = card.States[i];
            Set(_holding[i], user, state.Holds);
            Set(_entered[i], user, state.Holds && state.Held - Definition.Nodes[i].DaysBefore == Today);
            Set(_unknown[i], user, !state.IsKnown);
            Set(_current[i], user, card.IsCurrentKnown && card.Current == i);
        }

        Set(_uncertain, user, !card.IsCurrentKnown);
        Set(_inNone, user, card.IsCurrentKnown && card.Current < 0);
    }

    private static void Set(ulong[] words, int user, bool value) => words[user >> 6] |= RowKernels.Bit(value) << user;
}
