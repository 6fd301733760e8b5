namespace UserOps.Models;

/// <summary>Takes rows of events.</summary>
internal sealed class EventIntake<TRow> : IRowIntake<TRow>
{
    private static readonly long EarliestTicks = SchemaDefaults.EarliestInstant.UtcTicks;

    private readonly RowFault _fault = new();
    private readonly PendingEvents _events;
    private readonly UserKeyWriter<TRow> _keys;
    private readonly RowReader<TRow, long> _instants;
    private readonly RowReader<TRow, string?> _names;
    private readonly RowReader<TRow, string?>? _contents;
    private readonly EventIdClaim<TRow>? _eventIds;
    private readonly PropertyWriters<TRow> _properties;

    internal EventIntake(PendingEvents events, EventMap<TRow> map)
    {
        map.RequireComplete();
        _events = events;
        _keys = UserKeyWriter<TRow>.Open(map.UserReader!, events.Ids, events.Keys);
        _instants = map.InstantReader!;
        _names = map.NameReader!;
        _properties = new PropertyWriters<TRow>(events, map.Properties);
        _eventIds = map.EventIdReader is null ? null : new EventIdClaim<TRow>(map.EventIdReader, events.EventIds);
        if (map.ContentReader is not null)
        {
            _contents = map.ContentReader;
            events.OpenContents();
        }
    }

    public void Expect(int rows)
    {
        _events.Keys.Expect(_keys.Kind, rows);
        _events.UtcTicks.MakeRoom(rows);
        _events.NameCodes.MakeRoom(rows);
    }

    public void Add(TRow row)
    {
        string? content = null;
        if (!_keys.TryRead(row, _fault)
            || !TryReadInstant(row, out long utcTicks)
            || !TryReadName(row, out string name)
            || (_contents is not null && !_contents.TryRead(row, _fault, out content))
            || (_eventIds is not null && !_eventIds.TryRead(row, _fault))
            || !_properties.TryAdd(row, _fault))
        {
            _events.Reject(_fault);
        }
        else if (_eventIds is not null && !_eventIds.TryClaim(_events.Count))
        {
            _properties.DropRow();
            _events.Repeat(IngestIssueCode.RepeatedEventId, _eventIds.Column, _eventIds.Held);
        }
        else
        {
            _events.RequireRoom(1);
            Commit(utcTicks, name, content);
        }
    }

    public void Complete()
    {
        _keys.Complete(_events.Count);
        _events.FillContents();
        _events.FillColumns();
    }

    private void Commit(long utcTicks, string name, string? content)
    {
        _keys.Commit();
        _events.UtcTicks.Add(utcTicks);
        _events.NameCodes.Add(_events.CodeOfName(name));
        if (_contents is not null)
        {
            _events.ContentCodes.Add(string.IsNullOrEmpty(content) ? PendingEvents.NoContent : _events.ContentIds.GetOrAdd(content, out _));
        }

        _events.Accept();
    }

    private bool TryReadInstant(TRow row, out long utcTicks)
    {
        if (!_instants.TryRead(row, _fault, out utcTicks))
        {
            return false;
        }

        return utcTicks >= EarliestTicks
            || _fault.Refuse(IngestIssueCode.InstantTooEarly, _instants.Column, new DateTimeOffset(utcTicks, TimeSpan.Zero));
    }

    private bool TryReadName(TRow row, out string name)
    {
        name = "";
        if (!_names.TryRead(row, _fault, out string? met))
        {
            return false;
        }

        name = met ?? "";
        return name.Length > 0 || _fault.Refuse(IngestIssueCode.MissingName, _names.Column, met);
    }
}
