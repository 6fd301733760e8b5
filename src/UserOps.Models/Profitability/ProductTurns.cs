using System.Buffers;
using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>The events that open and close products, bound to a dataset.</summary>
internal sealed class ProductTurns
{
    private readonly EventTable _events;
    private readonly long _asOfTicks;
    private readonly List<(EventMatches Matches, ulong Bit)> _opens = [];
    private readonly List<(EventMatches Matches, ulong Bit)> _closes = [];
    private readonly bool[] _codes;

    internal ProductTurns(ProductHoldingDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions run, ImmutableArray<DefinitionIssue>.Builder issues, CancellationToken cancellationToken)
    {
        _events = data.Events;
        _asOfTicks = context.AsOf.UtcTicks;
        for (int product = 0; product < definition.Products.Length; product++)
        {
            string path = FormattableString.Invariant($"/products/{product}");
            Bind(definition.Products[product].Opened, path + "/opened", 1UL << product, _opens);
            Bind(definition.Products[product].Closed, path + "/closed", 1UL << product, _closes);
        }

        _codes = [.. Enumerable.Range(0, _events.Names.Length).Select(code => _opens.Concat(_closes).Any(turn => turn.Matches.Codes[code]))];

        void Bind(EventFilter? filter, string path, ulong bit, List<(EventMatches Matches, ulong Bit)> turns)
        {
            if (filter is not null
                && ProductHoldingRules.RuleAt("", issues, () => EventMatches.Of(filter, data, context.Zone, path, run, cancellationToken)) is { } matches)
            {
                turns.Add((matches, bit));
            }
        }
    }

    /// <summary>Gets a value indicating whether events tell of any product.</summary>
    internal bool IsAny => _opens.Count > 0;

    internal IEnumerable<string> UnknownNames => _opens.Concat(_closes).SelectMany(turn => turn.Matches.UnknownNames);

    /// <summary>Gets the products a user holds at 'as of'.</summary>
    /// <param name="user">The ordinal.</param>
    /// <param name="accounts">Scratch; see the kernel.</param>
    internal ulong Held(int user, Span<int> accounts)
    {
        int from = _events.Offsets[user];
        int to = _events.SeenEnd(from, _events.Offsets[user + 1], _asOfTicks);
        long[] ticks = ArrayPool<long>.Shared.Rent(to - from);
        ulong[] masks = ArrayPool<ulong>.Shared.Rent(2 * (to - from));
        Span<ulong> opens = masks.AsSpan(0, to - from);
        Span<ulong> closes = masks.AsSpan(to - from, to - from);
        int turns = 0;
        for (int row = from; row < to; row++)
        {
            int code = _events.CodeAt(row);
            if (_codes[code])
            {
                ticks[turns] = _events.UtcTicks[row];
                opens[turns] = MaskOf(_opens, code, row);
                closes[turns++] = MaskOf(_closes, code, row);
            }
        }

        ulong held = ProductHoldingKernels.Held(ticks.AsSpan(0, turns), opens[..turns], closes[..turns], accounts);
        ArrayPool<ulong>.Shared.Return(masks);
        ArrayPool<long>.Shared.Return(ticks);
        return held;
    }

    private static ulong MaskOf(List<(EventMatches Matches, ulong Bit)> turns, int code, int row)
    {
        ulong mask = 0;
        foreach ((EventMatches matches, ulong bit) in turns)
        {
            mask |= matches.Contains(code, row) ? bit : 0;
        }

        return mask;
    }
}
