using System.Collections.Immutable;
using System.Numerics;

namespace UserOps.Models.Profitability;

/// <summary>Finds who holds what, one product after the other for rules, one user after the other for events.</summary>
internal static class ProductHoldingEvaluation
{
    internal static ProductHoldingResult Of(
        ProductHoldingDefinition definition,
        ImmutableArray<SegmentModel?> rules,
        UserOpsDataset data,
        EvaluationContext context,
        RunOptions run,
        CancellationToken cancellationToken)
    {
        var quiet = new RunOptions { MaxDegreeOfParallelism = run.MaxDegreeOfParallelism };
        UserSet seen = SeenUsers.At(context, data);
        var held = new ulong[data.Directory.Count];
        var unknown = new ulong[data.Directory.Count];
        var unknownEvents = new SortedSet<string>(StringComparer.Ordinal);
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        ByRules(rules, data, context, quiet, (held, unknown), unknownEvents, issues, cancellationToken);
        var turns = new ProductTurns(definition, data, context, quiet, issues, cancellationToken);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        unknownEvents.UnionWith(turns.UnknownNames);
        ByEvents(turns, quiet, held, cancellationToken);
        var users = new ProductHoldingUsers(definition, seen, held, unknown);
        ProductHoldingSummary summary = SummaryOf(definition, context, users, [.. unknownEvents]);
        run.Progress?.Report(1);
        return new(summary, users);
    }

    private static void ByRules(
        ImmutableArray<SegmentModel?> rules,
        UserOpsDataset data,
        EvaluationContext context,
        RunOptions run,
        (ulong[] Held, ulong[] Unknown) masks,
        SortedSet<string> unknownEvents,
        ImmutableArray<DefinitionIssue>.Builder issues,
        CancellationToken cancellationToken)
    {
        for (int product = 0; product < rules.Length; product++)
        {
            if (rules[product] is not { } rule
                || ProductHoldingRules.RuleAt(FormattableString.Invariant($"/products/{product}/holds"), issues, () => rule.Evaluate(data, context, run, cancellationToken)) is not { } audience)
            {
                continue;
            }

            Mark(audience.Members, 1UL << product, masks.Held);
            Mark(audience.Uncertain, 1UL << product, masks.Unknown);
            unknownEvents.UnionWith(audience.UnknownEvents);
        }
    }

    private static void Mark(UserSet users, ulong bit, ulong[] masks)
    {
        foreach (int user in users)
        {
            masks[user] |= bit;
        }
    }

    private static void ByEvents(ProductTurns turns, RunOptions run, ulong[] held, CancellationToken cancellationToken)
    {
        if (!turns.IsAny)
        {
            return;
        }

        new Workers(run.Threads, cancellationToken).ForEachRange(held.Length, ProfitabilityDefaults.BlockUsers, (from, to) =>
        {
            Span<int> accounts = stackalloc int[ProfitabilityDefaults.MaximumProducts];
            for (int user = from; user < to; user++)
            {
                held[user] |= turns.Held(user, accounts);
            }
        });
    }

    private static ProductHoldingSummary SummaryOf(
        ProductHoldingDefinition definition, EvaluationContext context, ProductHoldingUsers users, ImmutableArray<string> unknownEvents)
    {
        int products = definition.Products.Length;
        var byCount = new long[products + 1];
        var together = new long[products * products];
        foreach (int user in users.Seen)
        {
            ulong mask = users.MaskOf(user);
            byCount[BitOperations.PopCount(mask)]++;
            for (ulong left = mask; left != 0; left &= left - 1)
            {
                Span<long> row = together.AsSpan(BitOperations.TrailingZeroCount(left) * products, products);
                for (ulong other = mask; other != 0; other &= other - 1)
                {
                    row[BitOperations.TrailingZeroCount(other)]++;
                }
            }
        }

        return new()
        {
            Definition = definition,
            Context = context,
            ByCount = [.. byCount],
            Products = [.. definition.Products.Select((product, p) => new ProductHolders { Name = product.Name, AlsoHolding = [.. together.AsSpan(p * products, products)] })],
            Uncertain = users.Uncertain.Count,
            UnknownEvents = unknownEvents,
        };
    }
}
