using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Compares an event log with its schema.</summary>
internal sealed class EventSchemaCheck
{
    private readonly EventSchema _schema;
    private readonly EventTable _events;
    private readonly SchemaFindings _findings;
    private readonly EventDefinition?[] _definitionOfCode;
    private readonly int[] _positionOfCode;

    private EventSchemaCheck(EventSchema schema, EventTable events)
    {
        _schema = schema;
        _events = events;
        _findings = new(events.Columns, index => UserOf(events, index).ToString());
        _positionOfCode = [.. events.Names.Select(name => PositionOf(schema.Events, name))];
        _definitionOfCode = [.. _positionOfCode.Select(position => position < 0 ? null : schema.Events[position])];
    }

    internal static SchemaReport Run(EventSchema schema, UserOpsDataset data)
    {
        var check = new EventSchemaCheck(schema, data.Events);
        check.CompareEventNames();
        check.CompareColumns();
        check._findings.CompareNames(schema.Fields);
        return check._findings.ToReport(schema.Id, schema.Version, data.Events.Count);
    }

    private void CompareEventNames()
    {
        for (int i = 0; i < _schema.Events.Length; i++)
        {
            if (!_events.TryGetCode(_schema.Events[i].Name, out _))
            {
                _findings.Notice("eventNeverSeen", $"/events/{i}", $"The data hold no event '{_schema.Events[i].Name}'.");
            }
        }

        if (_schema.AllowsOtherEvents || Array.TrueForAll(_definitionOfCode, definition => definition is not null))
        {
            return;
        }

        var counts = new long[_events.Names.Length];
        var rows = default(RowTally);
        for (int index = 0; index < _events.Count; index++)
        {
            int code = _events.CodeAt(index);
            if (_definitionOfCode[code] is null)
            {
                counts[code]++;
                rows.Add(index);
            }
        }

        if (rows.Count > 0)
        {
            string have = rows.Count == 1 ? "1 event has a name" : $"{rows.Count} events have names";
            _findings.AddWithValues("unknownEvent", "/events", $"{have} the schema does not know", _events.Names, counts, rows);
        }
    }

    private void CompareColumns()
    {
        for (int i = 0; i < _schema.Fields.Length; i++)
        {
            FieldDefinition field = _schema.Fields[i];
            string path = $"/fields/{i}";
            if (_findings.ColumnOf(field, path) is { } column)
            {
                _findings.CompareValues(field, column, path);
                ComparePresence(field, column, path);
            }
        }
    }

    private void ComparePresence(FieldDefinition field, Column column, string path)
    {
        var missing = default(RowTally);
        var missingOfCode = new RowTally[_events.Names.Length];
        var presentOfCode = new RowTally[_events.Names.Length];
        for (int index = 0; index < column.Count; index++)
        {
            int code = _events.CodeAt(index);
            if (column.IsMissing(index))
            {
                missing.Add(index);
                missingOfCode[code].Add(index);
            }
            else
            {
                presentOfCode[code].Add(index);
            }
        }

        if (field.Required && missing.Count > 0)
        {
            _findings.Error("missingRequired", path + "/required", $"Column '{field.Name}' is required; {missing.Count} of the events have no value.", missing);
        }

        for (int code = 0; code < missingOfCode.Length; code++)
        {
            CompareEvent(field.Name, code, missingOfCode[code], presentOfCode[code]);
        }
    }

    private void CompareEvent(string property, int code, RowTally missing, RowTally present)
    {
        if (_definitionOfCode[code] is not { } definition)
        {
            return;
        }

        int required = definition.RequiredProperties.IndexOf(property);
        if (required >= 0)
        {
            if (missing.Count > 0)
            {
                _findings.Error(
                    "missingRequired",
                    $"/events/{_positionOfCode[code]}/requiredProperties/{required}",
                    $"Event '{definition.Name}' must carry '{property}'; {missing.Count} of them do not.",
                    missing);
            }
        }
        else if (present.Count > 0 && !definition.Properties.IsEmpty && !definition.Properties.Contains(property))
        {
            _findings.Notice(
                "undeclaredProperty",
                $"/events/{_positionOfCode[code]}/properties",
                $"Event '{definition.Name}' is not said to carry '{property}'; {present.Count} of them do.",
                present);
        }
    }

    private static int PositionOf(ImmutableArray<EventDefinition> events, string name)
    {
        for (int i = 0; i < events.Length; i++)
        {
            if (events[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static UserId UserOf(EventTable events, int index)
    {
        // The last user whose events start at or before the index, and who has any.
        int low = 0;
        int high = events.Offsets.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) >>> 1;
            (low, high) = events.Offsets[middle] <= index ? (middle, high) : (low, middle);
        }

        return events.Directory[low];
    }
}
