using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Takes ready columns: at once where every row can be taken, else row by row.</summary>
internal static class ColumnsIntake
{
    private const int RowsPerPart = 1 << 18;

    internal static void Add(PendingEvents events, EventColumns columns)
    {
        if (IsClean(columns))
        {
            events.RequireRoom(columns.Count);
            AddAtOnce(events, columns);
        }
        else
        {
            AddRows(events, columns);
        }
    }

    private static bool IsClean(EventColumns columns) => columns.Numbers is not null
        && columns.EventIdReader is null
        && AreInstants(columns.UtcTicks)
        && columns.Properties.All(property => property.IsClean());

    private static bool AreInstants(ReadOnlyMemory<long> utcTicks)
    {
        (long first, long last) = NumberRange.Of(utcTicks, Workers.AllCores);
        return utcTicks.IsEmpty || (first >= SchemaDefaults.EarliestInstant.UtcTicks && last <= DateTimeOffset.MaxValue.UtcTicks);
    }

    private static void AddAtOnce(PendingEvents events, EventColumns columns)
    {
        (ReadOnlyMemory<ushort> codes, ImmutableArray<string> names) = columns.RequireNames();
        ColumnBuffer[] buffers = [.. columns.Properties.Select(property => events.Open(property.Field))];
        PendingUserIds.RequireSame(events.Ids.Kind, UserIdKind.Number);
        if (columns.Count > 0)
        {
            events.Ids.Use(UserIdKind.Number);
        }

        events.Keys.Numbers.Borrow(columns.Numbers!.Value);
        events.UtcTicks.Borrow(columns.UtcTicks);
        events.NameCodes.Borrow(CodesInOrderOfSight(events, codes, names));
        if (columns.ContentIds is { } contents)
        {
            AddContents(events, contents.Span);
        }

        for (int i = 0; i < buffers.Length; i++)
        {
            columns.Properties[i].AddTo(buffers[i]);
        }

        events.Accept(columns.Count);
        events.FillContents();
        events.FillColumns();
    }

    /// <summary>Gives names their codes in the order of first sight; the caller's codes themselves where they are that already.</summary>
    private static ReadOnlyMemory<ushort> CodesInOrderOfSight(PendingEvents events, ReadOnlyMemory<ushort> codes, ImmutableArray<string> names)
    {
        var codeOf = new int[names.Length];
        Array.Fill(codeOf, -1);
        int unseen = names.Length;
        ReadOnlySpan<ushort> given = codes.Span;
        for (int row = 0; row < given.Length && unseen > 0; row++)
        {
            if (codeOf[given[row]] < 0)
            {
                codeOf[given[row]] = events.CodeOfName(names[given[row]]);
                unseen--;
            }
        }

        bool same = true;
        for (int code = 0; code < codeOf.Length; code++)
        {
            same &= codeOf[code] < 0 || codeOf[code] == code;
        }

        if (same)
        {
            return codes;
        }

        ushort[] translated = GC.AllocateUninitializedArray<ushort>(given.Length);
        Workers.AllCores.ForEachRange(translated.Length, RowsPerPart, (from, to) =>
        {
            ReadOnlySpan<ushort> before = codes.Span;
            for (int row = from; row < to; row++)
            {
                translated[row] = (ushort)codeOf[before[row]];
            }
        });
        return translated;
    }

    private static void AddContents(PendingEvents events, ReadOnlySpan<string?> ids)
    {
        events.OpenContents();
        foreach (string? id in ids)
        {
            events.ContentCodes.Add(string.IsNullOrEmpty(id) ? PendingEvents.NoContent : events.ContentIds.GetOrAdd(id, out _));
        }
    }

    private static void AddRows(PendingEvents events, EventColumns columns)
    {
        IRowIntake<int> intake = BlockIntake<int>.Open(events, MapOf(columns));
        intake.Expect(columns.Count);
        for (int row = 0; row < columns.Count; row++)
        {
            intake.Add(row);
        }

        intake.Complete();
    }

    private static EventMap<int> MapOf(EventColumns columns)
    {
        (ReadOnlyMemory<ushort> codes, ImmutableArray<string> names) = columns.RequireNames();
        var map = new EventMap<int>();
        map.User(columns.UserReader);
        map.At(new TicksReader(columns.UtcTicks));
        map.Name(row => names[codes.Span[row]]);
        if (columns.EventIdReader is not null)
        {
            map.EventId(columns.EventIdReader);
        }

        if (columns.ContentIds is { } contents)
        {
            map.Content(row => contents.Span[row]);
        }

        foreach (ReadyColumn property in columns.Properties)
        {
            property.AddTo(map);
        }

        return map;
    }
}
