using System.Collections.Immutable;

namespace UserOps.Models.Profitability;

/// <summary>How many products users hold, and which together (交叉销售); closed ones are not held.</summary>
/// <remarks>
/// Checked when built; immutable, shared freely between threads. A product that events open is held while more of its accounts were opened than
/// closed; closing what was never seen to open changes nothing, and at one instant opening comes first.
/// </remarks>
public sealed class ProductHoldingModel
{
    private readonly ImmutableArray<SegmentModel?> _rules;

    /// <summary>Initializes a new instance of the <see cref="ProductHoldingModel"/> class.</summary>
    /// <param name="definition">The products.</param>
    /// <exception cref="ArgumentNullException">The definition is null.</exception>
    /// <exception cref="InvalidDefinitionException">The definition cannot be; every fault is in <c>Issues</c>.</exception>
    public ProductHoldingModel(ProductHoldingDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _rules = ProductHoldingRules.Require(definition);
        Definition = definition;
    }

    /// <summary>Gets what is asked.</summary>
    public ProductHoldingDefinition Definition { get; }

    /// <summary>Counts the products of everybody seen by 'as of': with a row in the user table, or an event by then.</summary>
    /// <param name="data">Users and their events.</param>
    /// <param name="context">The last visible instant, and the zone.</param>
    /// <param name="run">Threads and progress; null for all cores and nobody to tell.</param>
    /// <param name="cancellationToken">Looked at once per block of users.</param>
    /// <returns>Counts, and the users behind them.</returns>
    /// <exception cref="ArgumentNullException">The dataset or the context is null.</exception>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent, of another kind or in another currency.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public ProductHoldingResult Evaluate(
        UserOpsDataset data, EvaluationContext context, RunOptions? run = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(context);
        return ProductHoldingEvaluation.Of(Definition, _rules, data, context, run ?? new RunOptions(), cancellationToken);
    }

    /// <summary>Gets the products of one user whose events the caller has in memory.</summary>
    /// <param name="utcTicks">Shape [events]; ascending, equal instants allowed.</param>
    /// <param name="opens">Shape [events]; bit p is set where the event opens an account of the product with index p.</param>
    /// <param name="closes">Shape [events]; likewise for closing.</param>
    /// <returns>Bit p is set where an account of product p is open after the last event; 0 without events. Allocates nothing.</returns>
    /// <exception cref="ArgumentException">The spans differ in length, or a bit lies beyond the last product.</exception>
    /// <exception cref="EventsNotSortedException">An instant is earlier than the one before it.</exception>
    public ulong ProductsHeld(ReadOnlySpan<long> utcTicks, ReadOnlySpan<ulong> opens, ReadOnlySpan<ulong> closes)
    {
        RequireMasks(utcTicks.Length, opens, nameof(opens));
        RequireMasks(utcTicks.Length, closes, nameof(closes));
        for (int i = 1; i < utcTicks.Length; i++)
        {
            if (utcTicks[i] < utcTicks[i - 1])
            {
                throw new EventsNotSortedException(i, nameof(utcTicks));
            }
        }

        Span<int> accounts = stackalloc int[ProfitabilityDefaults.MaximumProducts];
        return ProductHoldingKernels.Held(utcTicks, opens, closes, accounts);
    }

    private void RequireMasks(int events, ReadOnlySpan<ulong> masks, string parameterName)
    {
        if (masks.Length != events)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {masks.Length} masks for {events} instants; there is one each."), parameterName);
        }

        int products = Definition.Products.Length;
        ulong beyond = products == ProfitabilityDefaults.MaximumProducts ? 0 : ulong.MaxValue << products;
        for (int i = 0; i < masks.Length; i++)
        {
            if ((masks[i] & beyond) != 0)
            {
                throw new ArgumentException(FormattableString.Invariant($"Mask {i} names a product beyond the last one, whose index is {products - 1}."), parameterName);
            }
        }
    }
}
