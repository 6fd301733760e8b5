using System.Collections.Immutable;

namespace UserOps.Models.Activity;

/// <summary>A session definition compiled against one dataset: names to roles, tests to row masks.</summary>
internal sealed class SessionPlan
{
    private readonly EventMatches _events;
    private readonly EventMatches? _separators;
    private readonly EventMatches? _closes;
    private readonly SessionRole[] _roleOfCode;
    private readonly bool _isTested;
    private readonly long _asOfTicks;

    /// <param name="definition">Checked before.</param>
    /// <param name="data">What is asked.</param>
    /// <param name="context">The last visible instant, and the zone of midnights.</param>
    /// <param name="path">RFC 6901 pointer of the definition.</param>
    /// <param name="run">Threads for tests of properties.</param>
    /// <param name="cancellationToken">Looked at once per block of events.</param>
    /// <exception cref="InvalidDefinitionException">A column the definition names is absent or of another kind.</exception>
    internal SessionPlan(
        SessionDefinition definition, UserOpsDataset data, EvaluationContext context, string path, RunOptions? run, CancellationToken cancellationToken)
    {
        InvalidDefinitionException.ThrowIfAny(SessionRules.CheckColumns(definition, data, path));
        Definition = definition;
        Data = data;
        Calendar = ReportingCalendar.Of(context);
        _asOfTicks = context.AsOf.UtcTicks;
        _events = MatchesOf(definition.Events, "/events")!;
        _separators = MatchesOf(definition.Separators, "/separators");
        _closes = MatchesOf(definition.Closes, "/closes");
        _isTested = new[] { _events, _separators, _closes }.Any(matches => matches is { Rows.IsEmpty: false });
        _roleOfCode = [.. Enumerable.Range(0, data.Events.Names.Length).Select(RoleOfCode)];

        EventMatches? MatchesOf(EventFilter? filter, string member)
            => filter is null ? null : EventMatches.Of(filter, data, context.Zone, path + member, run, cancellationToken);
    }

    internal SessionDefinition Definition { get; }

    internal UserOpsDataset Data { get; }

    internal ReportingCalendar Calendar { get; }

    internal ImmutableArray<string> UnknownEvents =>
    [
        .. new[] { _events, _separators, _closes }.SelectMany(matches => matches?.UnknownNames ?? [])
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    internal SessionWalk NewWalk() => new(SessionLimits.Of(Definition), Calendar);

    /// <summary>Gets the end of a user's visible events.</summary>
    internal int SeenEnd(int ordinal)
        => Data.Events.SeenEnd(Data.Events.Offsets[ordinal], Data.Events.Offsets[ordinal + 1], _asOfTicks);

    /// <summary>Gets what an event is.</summary>
    internal SessionRole RoleAt(int index)
    {
        int code = Data.Events.CodeAt(index);
        return !_isTested ? _roleOfCode[code]
            : _separators is not null && _separators.Contains(code, index) ? SessionRole.Separator
            : _closes is not null && _closes.Contains(code, index) ? SessionRole.Close
            : _events.Contains(code, index) ? SessionRole.Event
            : SessionRole.Ignored;
    }

    /// <summary>Numbers one user's visible events, with the source of roles that fits the table.</summary>
    internal void Number(int from, int to, ref SessionWalk walk, Span<int> indices)
    {
        EventTable events = Data.Events;
        if (_isTested)
        {
            SessionKernels.Number(new SessionRolesTested(this), events.UtcTicks, from, to, ref walk, indices);
        }
        else if (events.HasWideCodes)
        {
            SessionKernels.Number(new SessionRolesOfCodes<ushort>(events.WideCodes, _roleOfCode), events.UtcTicks, from, to, ref walk, indices);
        }
        else
        {
            SessionKernels.Number(new SessionRolesOfCodes<byte>(events.NarrowCodes, _roleOfCode), events.UtcTicks, from, to, ref walk, indices);
        }
    }

    // Only where no filter has a test: then the name alone decides.
    private SessionRole RoleOfCode(int code)
        => _separators is not null && _separators.Codes[code] ? SessionRole.Separator
        : _closes is not null && _closes.Codes[code] ? SessionRole.Close
        : _events.Codes[code] ? SessionRole.Event
        : SessionRole.Ignored;
}
