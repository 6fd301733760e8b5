using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Makes some users of a dataset a dataset of their own: what is asked of few users then costs what few users cost.</summary>
internal static class ChosenUsers
{
    /// <summary>Copies the rows of some users.</summary>
    /// <param name="data">All users.</param>
    /// <param name="ordinals">The chosen ones, ascending; the user at position i has ordinal i in the copy.</param>
    /// <param name="columns">The names of the columns to copy, of users and of events. Contents are shared whole.</param>
    internal static UserOpsDataset Of(UserOpsDataset data, ReadOnlySpan<int> ordinals, IReadOnlySet<string> columns)
    {
        var directory = new UserDirectory(Ids(data.Directory, ordinals), earlier: null);
        return new(directory, Users(data.Users, directory, ordinals, columns), Events(data.Events, directory, ordinals, columns), data.Contents, data.Ingest)
        {
            IsSelection = true,
        };
    }

    private static UserId[] Ids(UserDirectory directory, ReadOnlySpan<int> ordinals)
    {
        var ids = new UserId[ordinals.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = directory[ordinals[i]];
        }

        return ids;
    }

    private static UserTable Users(UserTable users, UserDirectory directory, ReadOnlySpan<int> ordinals, IReadOnlySet<string> columns)
    {
        var hasRow = new ulong[BitKernels.WordsFor(ordinals.Length)];
        for (int i = 0; i < ordinals.Length; i++)
        {
            hasRow[i >> 6] |= RowKernels.Bit(users.HasRowOf(ordinals[i])) << i;
        }

        return new(directory, hasRow, (int)BitKernels.Count(hasRow), Chosen(users.Columns, columns, ordinals));
    }

    private static EventTable Events(EventTable events, UserDirectory directory, ReadOnlySpan<int> ordinals, IReadOnlySet<string> columns)
    {
        var offsets = new int[ordinals.Length + 1];
        var ties = new ulong[BitKernels.WordsFor(ordinals.Length)];
        for (int i = 0; i < ordinals.Length; i++)
        {
            int user = ordinals[i];
            offsets[i + 1] = offsets[i] + events.Offsets[user + 1] - events.Offsets[user];
            ties[i >> 6] |= (events.UsersWithTies[user >> 6] >> user & 1) << i;
        }

        ColumnSet properties = Chosen(events.Columns, columns, events.Columns.Any(column => columns.Contains(column.Field.Name)) ? Rows(events, ordinals, offsets) : []);
        return new(
            directory,
            offsets,
            Runs(events.UtcTicks, events, ordinals, offsets),
            events.HasWideCodes ? null : Runs(events.NarrowCodes, events, ordinals, offsets),
            events.HasWideCodes ? Runs(events.WideCodes, events, ordinals, offsets) : null,
            events.Names,
            ties,
            events.ContentRows.IsEmpty ? null : Runs(events.ContentRows, events, ordinals, offsets),
            properties)
        {
            ArrivalOrder = events.Arrival.IsEmpty ? null : Runs(events.Arrival, events, ordinals, offsets),
        };
    }

    private static ColumnSet Chosen(ColumnSet all, IReadOnlySet<string> names, ReadOnlySpan<int> rows)
    {
        var chosen = ImmutableArray.CreateBuilder<Column>();
        foreach (Column column in all.Where(column => names.Contains(column.Field.Name)))
        {
            chosen.Add(GatheredColumn.Of(column, rows));
        }

        return new(chosen.ToImmutable());
    }

    private static int[] Rows(EventTable events, ReadOnlySpan<int> ordinals, int[] offsets)
    {
        var rows = new int[offsets[^1]];
        for (int i = 0; i < ordinals.Length; i++)
        {
            int first = events.Offsets[ordinals[i]];
            for (int at = offsets[i]; at < offsets[i + 1]; at++)
            {
                rows[at] = first + at - offsets[i];
            }
        }

        return rows;
    }

    /// <summary>Puts the events of the chosen users end to end.</summary>
    private static T[] Runs<T>(ReadOnlySpan<T> values, EventTable events, ReadOnlySpan<int> ordinals, int[] offsets)
    {
        var chosen = new T[offsets[^1]];
        for (int i = 0; i < ordinals.Length; i++)
        {
            values[events.Offsets[ordinals[i]]..events.Offsets[ordinals[i] + 1]].CopyTo(chosen.AsSpan(offsets[i]));
        }

        return chosen;
    }
}
