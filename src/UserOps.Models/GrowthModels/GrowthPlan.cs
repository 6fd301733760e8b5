using System.Collections.Immutable;

namespace UserOps.Models.GrowthModels;

/// <summary>A definition compiled against one dataset: names to codes, tests to row masks, days to ticks.</summary>
internal sealed class GrowthPlan
{
    private readonly byte[] _stagesOfCode;
    private readonly uint _tested;

    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    internal GrowthPlan(GrowthCohort cohort, UserOpsDataset data, RunOptions? run, CancellationToken cancellationToken)
    {
        var issues = GrowthStageRules.CheckColumns(cohort.Definition, data).ToBuilder();
        Breakdown = cohort.Definition.Breakdown is { } property ? EventCategory.Find(data, property, "/breakdown", issues) : null;
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Cohort = cohort;
        Data = data;
        Matches = MatchesOf(cohort, data, run, cancellationToken);
        _stagesOfCode = new byte[data.Events.Names.Length];
        for (int stage = 0; stage < Matches.Length; stage++)
        {
            _tested |= Matches[stage].Rows.IsEmpty ? 0 : 1u << stage;
            for (int code = 0; code < _stagesOfCode.Length; code++)
            {
                _stagesOfCode[code] |= (byte)(Matches[stage].Codes[code] ? 1 << stage : 0);
            }
        }
    }

    internal GrowthCohort Cohort { get; }

    internal UserOpsDataset Data { get; }

    /// <summary>Gets which events serve each stage: shape [stages].</summary>
    internal EventMatches[] Matches { get; }

    internal EventCategory? Breakdown { get; }

    internal ImmutableArray<string> UnknownEvents
        => [.. Matches.SelectMany(match => match.UnknownNames).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Places the users of a range, with the source of stages that fits the table.</summary>
    /// <param name="range">The users.</param>
    /// <param name="reached">Shape [users of the directory]; the range's slots are written.</param>
    internal GrowthTally Place(UserRange range, byte[] reached)
    {
        EventTable events = Data.Events;
        return _tested != 0 ? Place(new TestedStages(events, _stagesOfCode, Matches, _tested), range, reached)
            : events.HasWideCodes ? Place(new CodedStages<ushort>(events.WideCodes, _stagesOfCode), range, reached)
            : Place(new CodedStages<byte>(events.NarrowCodes, _stagesOfCode), range, reached);
    }

    private static EventMatches[] MatchesOf(
        GrowthCohort cohort, UserOpsDataset data, RunOptions? run, CancellationToken cancellationToken)
        => [.. Enum.GetValues<GrowthStage>().Select(stage
            => EventMatches.Of(cohort.Definition.Stages[stage], data, cohort.Context.Zone, GrowthStageRules.PathOf(stage), run, cancellationToken))];

    private GrowthTally Place<TStages>(TStages stages, UserRange range, byte[] reached)
        where TStages : struct, IStagesOfEvents, allows ref struct
    {
        var tally = new GrowthTally();
        EventTable events = Data.Events;
        ReadOnlySpan<int> offsets = events.Offsets;
        ReadOnlySpan<long> utcTicks = events.UtcTicks;
        GrowthLimits limits = Cohort.Limits;
        long asOf = Cohort.Context.AsOf.UtcTicks;
        for (int user = range.From; user < range.To; user++)
        {
            int from = offsets[user];
            int to = offsets[user + 1];
            int visible = events.SeenEnd(from, to, asOf);
            tally.EventsAfterAsOf += to - visible;
            uint stagesReached = GrowthKernels.StagesReached(stages, utcTicks, from, visible, limits, out int acquiredAt);
            reached[user] = (byte)stagesReached;
            if (stagesReached != 0)
            {
                tally.Add(stagesReached);
                tally.AddOpen(stagesReached, utcTicks[acquiredAt], limits, asOf);
                if (Breakdown is not null)
                {
                    tally.AddToRow(BreakdownCode(Breakdown, stages, utcTicks, acquiredAt, visible), stagesReached);
                }
            }
        }

        return tally;
    }

    // Acquisition events at one instant all count as the first; the ordinally smallest of their values decides.
    private static int BreakdownCode<TStages>(EventCategory breakdown, TStages stages, ReadOnlySpan<long> utcTicks, int acquiredAt, int to)
        where TStages : struct, IStagesOfEvents, allows ref struct
    {
        int code = -1;
        for (int index = acquiredAt; index < to && utcTicks[index] == utcTicks[acquiredAt]; index++)
        {
            if ((stages.At(index) & (uint)GrowthStages.Acquisition) != 0)
            {
                code = breakdown.Smaller(code, breakdown.CodeAt(index));
            }
        }

        return code;
    }
}
