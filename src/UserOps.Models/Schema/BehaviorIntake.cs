using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace UserOps.Models;

/// <summary>Takes the caller's aggregates: checks each row, sorts them by user and name, and reports what it refuses.</summary>
internal sealed class BehaviorIntake(UserDirectory directory, EvaluationContext context, BehaviorSummaryOptions options)
{
    private const string RepeatedRow = "repeatedRow";

    private readonly ImmutableArray<Field> _sums = options.Sums;
    private readonly HashSet<string> _names = [.. options.Names];
    private readonly Dictionary<(int Ordinal, string Name), BehaviorRow> _taken = [];
    private readonly SortedDictionary<string, (RowTally Rows, string Message)> _refused = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _ids = [];
    private long _notAsked;

    internal BehaviorSummary Read(IEnumerable<BehaviorRow> rows)
    {
        int read = 0;
        foreach (BehaviorRow row in rows)
        {
            Take(row, read);
            read++;
        }

        long repeated = _refused.GetValueOrDefault(RepeatedRow).Rows.Count;
        long rejected = _refused.Values.Sum(refused => refused.Rows.Count) - repeated;
        Debug.Assert(read == _taken.Count + rejected + repeated + _notAsked, "every row is booked once");

        ImmutableArray<string> names = [.. _taken.Keys.Select(key => key.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new(directory, context, names, BehaviorChunk.Join([Chunk(names)], directory.Count, _sums))
        {
            UnknownNames = [.. _names.Except(names, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            RowsRead = read,
            RowsRejected = rejected,
            RowsRepeated = repeated,
            RowsNotAsked = _notAsked,
            Issues = [.. _refused.Select(refused => Issue(refused.Key, refused.Value.Rows, refused.Value.Message))],
        };
    }

    private void Take(BehaviorRow? row, int place)
    {
        if (_names.Count > 0 && !string.IsNullOrEmpty(row?.Name) && !_names.Contains(row.Name))
        {
            _notAsked++;
            return;
        }

        int ordinal = -1;
        (string Code, string Message)? fault = row is null ? ("missingRow", "The row is null.")
            : string.IsNullOrEmpty(row.Name) ? ("emptyName", "An event has a name.")
            : !directory.TryGetOrdinal(row.User, out ordinal) ? ("unknownUser", "The directory does not know the user.")
            : FaultOf(row) ?? TotalsFaultOf(row);
        if (fault is null && !_taken.TryAdd((ordinal, row!.Name), row))
        {
            fault = (RepeatedRow, "User and name have a row already; the first one was kept.");
        }

        if (fault is { } refused)
        {
            (RowTally rows, _) = _refused.GetValueOrDefault(refused.Code);
            rows.Add(place);
            _refused[refused.Code] = (rows, refused.Message);
            if (rows.Count <= SchemaDefaults.ListedRowsPerIssue)
            {
                _ids[place] = row?.User.ToString() ?? "";
            }
        }
    }

    private (string Code, string Message)? FaultOf(BehaviorRow row)
        => row.Count < 1 ? ("countNotPositive", "A row stands for at least one event.")
        : row.DistinctDays < 1 || row.DistinctDays > row.Count ? ("daysOutOfRange", "The events of a row lie on at least 1 day and at most as many as there are events.")
        : row.First > row.Last ? ("timesReversed", "The first instant is after the last.")
        : row.First > context.AsOf || row.Last > context.AsOf ? ("afterAsOf", "The row counts events after 'as of', which cannot be taken out of it.")
        : null;

    private (string Code, string Message)? TotalsFaultOf(BehaviorRow row)
    {
        var seen = new HashSet<Field>();
        foreach (BehaviorTotal total in row.Totals)
        {
            if (!_sums.Contains(total.Field) || !seen.Add(total.Field))
            {
                return ("unknownTotal", "A sum is of a property that is not in the options, or is given twice.");
            }

            if (total.Missing < 0 || total.Missing > row.Count)
            {
                return ("missingOutOfRange", "A sum misses a negative number of events, or more than there are.");
            }

            if (DecimalUnits.TryToSumUnits(total.Sum, DecimalUnits.ScaleOf(total.Field), out _) is var fault and not DecimalUnits.Fault.None)
            {
                return fault == DecimalUnits.Fault.TooManyDigits
                    ? ("tooManyDigits", "A sum has more digits after the point than its property keeps; nothing is rounded.")
                    : ("outOfRange", "A sum is too large at the scale of its property.");
            }
        }

        return null;
    }

    private BehaviorChunk Chunk(ImmutableArray<string> names)
    {
        var chunk = new BehaviorChunk(_sums.Length);
        chunk.RowsOfUser.AddRange(Enumerable.Repeat(0, directory.Count));
        foreach (((int ordinal, string name), BehaviorRow row) in _taken.OrderBy(taken => taken.Key.Ordinal).ThenBy(taken => taken.Key.Name, StringComparer.Ordinal))
        {
            chunk.RowsOfUser[ordinal]++;
            chunk.NameCodes.Add(names.BinarySearch(name, StringComparer.Ordinal));
            chunk.Counts.Add(row.Count);
            chunk.First.Add(row.First?.UtcTicks ?? -1);
            chunk.Last.Add(row.Last?.UtcTicks ?? -1);
            chunk.Days.Add(row.DistinctDays ?? 0);
            for (int i = 0; i < _sums.Length; i++)
            {
                BehaviorTotal total = row.Totals.FirstOrDefault(given => given.Field == _sums[i], new(_sums[i], 0, row.Count));
                DecimalUnits.TryToSumUnits(total.Sum, DecimalUnits.ScaleOf(_sums[i]), out Int128 units);
                chunk.Units[i].Add(units);
                chunk.Missing[i].Add(total.Missing);
            }
        }

        return chunk;
    }

    private SchemaIssue Issue(string code, RowTally rows, string message) => new()
    {
        Code = code,
        Severity = SchemaIssueSeverity.Error,
        Path = "",
        Message = string.Create(CultureInfo.InvariantCulture, $"{message} Rows {(code == RepeatedRow ? "repeated" : "refused")}: {rows.Count}."),
        Count = rows.Count,
        FirstRows = [.. rows.First.Select(row => new SchemaRow(row, _ids[row]))],
    };
}
