using System.Collections.Immutable;

namespace UserOps.Models.Funnels;

/// <summary>A definition bound to one dataset and context: names are codes, tests are row masks, properties are columns.</summary>
internal sealed class CompiledFunnel
{
    private readonly Lazy<int[]> _breakdownRanks;

    private CompiledFunnel(
        FunnelDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        Definition = definition;
        Data = data;
        Context = context;
        Plan = new FunnelPlan(definition);
        AsOfTicks = context.AsOf.UtcTicks;
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventMatches?[] steps = Match(definition.Steps, step => step.Events, "/steps", Evaluate);
        EventMatches?[] exclusions = Match(definition.Exclusions, exclusion => exclusion.Events, "/exclusions", Evaluate);
        EventCategory? unit = definition.Unit is null ? null : EventCategory.Find(data, definition.Unit, "/unit", issues);
        EventCategory?[] hold =
        [
            .. definition.HoldConstant.Select((field, i) => EventCategory.Find(data, field, $"/holdConstant/{i}", issues)),
        ];
        Breakdown = definition.Breakdown is null
            ? null
            : EventCategory.Find(data, definition.Breakdown.Property, "/breakdown/property", issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());

        _breakdownRanks = new Lazy<int[]>(() => Breakdown!.OrdinalRanks());
        Steps = new EventMasks(steps!, data.Events.Names.Length);
        Exclusions = new EventMasks(exclusions!, data.Events.Names.Length);
        Hold = [.. hold.Select(column => column!)];
        Units = unit is null ? UnitLog.OfUsers(data.Events) : UnitLog.OfValues(data, definition.Unit!, unit);
        UnknownEvents = [.. steps.Concat(exclusions).SelectMany(matches => matches!.UnknownNames).Distinct().Order(StringComparer.Ordinal)];

        EventMatches? Evaluate(EventFilter filter, string path)
        {
            try
            {
                return EventMatches.Of(filter, data, context.Zone, path, run, cancellationToken);
            }
            catch (InvalidDefinitionException invalid)
            {
                issues.AddRange(invalid.Issues); // all filters are to be heard before the caller is told
                return null;
            }
        }
    }

    internal FunnelDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    internal FunnelPlan Plan { get; }

    internal long AsOfTicks { get; }

    /// <summary>Gets the steps an event matches.</summary>
    internal EventMasks Steps { get; }

    /// <summary>Gets the exclusions an event belongs to.</summary>
    internal EventMasks Exclusions { get; }

    internal ImmutableArray<EventCategory> Hold { get; }

    internal EventCategory? Breakdown { get; }

    /// <summary>Gets the place of each value of the breakdown in ordinal order, by code; sorted once, when it is first asked for.</summary>
    internal ReadOnlySpan<int> BreakdownRanks => _breakdownRanks.Value;

    internal UnitLog Units { get; }

    internal ImmutableArray<string> UnknownEvents { get; }

    /// <summary>Gets a value indicating whether nothing is asked but the furthest step of users by the default options, and a touch of theirs.</summary>
    internal bool IsPlain => Definition is
    {
        Order: FunnelOrder.Ordered, Ties: FunnelTies.Any, ReuseEvents: false, Entry: FunnelEntry.Any, Unit: null, Range: null,
        Breakdown: null or { Attribution: FunnelAttribution.FirstTouch or FunnelAttribution.LastTouch },
        Counting: FunnelCounting.Users, Detail: FunnelDetail.Counts, Trend: null
    }
        && Definition.HoldConstant.IsEmpty
        && Definition.Exclusions.IsEmpty
        && Definition.Steps.All(step => step is { Within: null, Optional: false, Occurrence: FunnelOccurrence.Every });

    /// <summary>Binds a definition.</summary>
    /// <exception cref="InvalidDefinitionException">A column is absent or of another kind; every fault is listed.</exception>
    internal static CompiledFunnel Of(
        FunnelDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
        => new(definition, data, context, run, cancellationToken);

    /// <summary>Gets the step each event code may fill, where each may fill at most one; else null.</summary>
    internal byte[]? StepOfCode()
    {
        var stepOfCode = new byte[Steps.Named.Length];
        for (int code = 0; code < stepOfCode.Length; code++)
        {
            ulong steps = Steps.Named[code];
            if ((steps & (steps - 1)) != 0)
            {
                return null;
            }

            stepOfCode[code] = steps == 0 ? StepCodes<byte>.NoStep : (byte)System.Numerics.BitOperations.TrailingZeroCount(steps);
        }

        return stepOfCode;
    }

    /// <summary>Gets the end of the events of a unit that 'as of' lets be seen.</summary>
    /// <param name="first">The unit's first position.</param>
    /// <param name="end">The end of its positions.</param>
    internal int SeenEnd(int first, int end) => Data.Events.SeenEnd(first, end, AsOfTicks, Units.Rows);

    private static EventMatches?[] Match<T>(
        ImmutableArray<T> parts, Func<T, EventFilter> filterOf, string path, Func<EventFilter, string, EventMatches?> evaluate)
        => [.. parts.Select((part, i) => evaluate(filterOf(part), $"{path}/{i}/events"))];
}
