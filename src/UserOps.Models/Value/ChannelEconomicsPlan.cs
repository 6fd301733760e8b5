using System.Collections.Immutable;

namespace UserOps.Models.Value;

/// <summary>A definition of unit economics by channel compiled against one dataset.</summary>
internal sealed class ChannelEconomicsPlan
{
    private readonly EventMatches _acquisition;
    private readonly bool[] _revenueCodes;
    private readonly long _fromTicks;
    private readonly long _endTicks;

    /// <exception cref="InvalidDefinitionException">A column is absent or of another kind.</exception>
    internal ChannelEconomicsPlan(
        ChannelEconomicsDefinition definition, UserOpsDataset data, EvaluationContext context, RunOptions? run, CancellationToken cancellationToken)
    {
        var issues = ImmutableArray.CreateBuilder<DefinitionIssue>();
        EventFilterRules.CheckColumns(definition.Acquisition, data, "/acquisition", issues);
        CategoryColumn? channel = RevenueRules.FindUserColumn(definition.Channel, data, "/channel", issues);
        RevenueRules.CheckColumns(definition.Revenue, data, "/revenue", issues);
        InvalidDefinitionException.ThrowIfAny(issues.ToImmutable());
        Definition = definition;
        Data = data;
        Context = context;
        Channels = new(channel, 1 + definition.Ages);
        ReportingCalendar calendar = ReportingCalendar.Of(context);
        _fromTicks = calendar.StartOf(definition.From).UtcTicks;
        _endTicks = calendar.DayEndTicks(definition.To.DayNumber);
        Revenue = new(definition.Revenue, data, context.Zone, "/revenue", run, cancellationToken);
        _revenueCodes = Revenue.Codes;
        _acquisition = EventMatches.Of(definition.Acquisition, data, context.Zone, "/acquisition", run, cancellationToken);
    }

    internal ChannelEconomicsDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal EvaluationContext Context { get; }

    internal UserGroups Channels { get; }

    internal RevenueRows Revenue { get; }

    internal ImmutableArray<string> UnknownEvents
        => [.. _acquisition.UnknownNames.Union(Revenue.UnknownNames, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal ChannelEconomicsTally Count(RunOptions? run, CancellationToken cancellationToken)
        => UserRange.Sum(Data.Events.Offsets, run, () => new ChannelEconomicsTally(Channels.Count, Definition.Ages), AddTo, (all, tally) => all.Add(tally), cancellationToken);

    /// <summary>Gets the row of the event that won a user in the range of days; -1 for a user who was not won in it.</summary>
    internal int WonBy(int user) => WonBy(Data.Events.Offsets[user], SeenEnd(user));

    /// <summary>Gets whether an age is over at 'as of' for a user won at an instant, and so for everybody won before.</summary>
    internal bool IsAgeOver(long since, int age) => (Int128)since + (Int128)Definition.AgeLength!.Value.Ticks * (age + 1) <= (Int128)Context.AsOf.UtcTicks + 1;

    private long AgeAt(long ticks) => Definition.AgeLength is { } length ? ticks / length.Ticks : long.MaxValue;

    private void AddTo(UserRange users, ChannelEconomicsTally tally)
    {
        EventTable events = Data.Events;
        for (int user = users.From; user < users.To; user++)
        {
            int from = events.Offsets[user];
            int to = SeenEnd(user);
            int won = WonBy(from, to);
            int channel = won < 0 ? -1 : Channels.Of(user);
            long since = won < 0 ? long.MaxValue : events.UtcTicks[won];
            long until = won < 0 ? long.MinValue : WindowEnd(since);
            if (won >= 0)
            {
                tally.AddUser(channel, since, isOpen: Definition.Window is not null && until > Context.AsOf.UtcTicks);
            }

            for (int row = from; row < to; row++)
            {
                if (_revenueCodes[events.CodeAt(row)])
                {
                    long ticks = events.UtcTicks[row];
                    Revenue.Add(row, ref tally.SumOf(ticks >= since && ticks <= until ? channel : -1));
                    if (ticks >= since && AgeAt(ticks - since) is var age && age < Definition.Ages)
                    {
                        Revenue.Add(row, ref tally.AgeOf(channel, (int)age));
                    }
                }
            }
        }
    }

    private int WonBy(int from, int to)
    {
        EventTable events = Data.Events;
        for (int row = from; row < to; row++)
        {
            if (_acquisition.Contains(events.CodeAt(row), row))
            {
                return events.UtcTicks[row] >= _fromTicks && events.UtcTicks[row] < _endTicks ? row : -1;
            }
        }

        return -1;
    }

    private int SeenEnd(int user) => Data.Events.SeenEnd(Data.Events.Offsets[user], Data.Events.Offsets[user + 1], Context.AsOf.UtcTicks);

    private long WindowEnd(long since)
        => Definition.Window is { } window && window.Ticks < DateTimeOffset.MaxValue.UtcTicks - since ? since + window.Ticks : DateTimeOffset.MaxValue.UtcTicks;
}
