using System.Data;
using UserOps.Models;

namespace UserOps.Quickstart.Inputs;

/// <summary>Which column of a source plays which part: by <c>--map</c>, else by the names such columns usually have.</summary>
internal sealed class TablePlan
{
    private const int NamesShown = 20;
    private const int LongestShown = 40;

    // What a role is called where nobody said: first match wins, case does not matter.
    private static readonly Dictionary<string, string[]> UsualNames = new(StringComparer.Ordinal)
    {
        ["user"] = ["user_id", "user", "customer_id", "customer", "uid"],
        ["time"] = ["time", "timestamp", "event_time", "occurred_at", "date"],
        ["event"] = ["event", "event_name", "name", "action"],
        ["event_id"] = ["event_id"],
        ["content"] = ["content_id", "content"],
    };

    private readonly string _table;
    private readonly string _source;
    private readonly Arguments _asked;
    private readonly List<string> _columns;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    internal TablePlan(string table, string source, IDataRecord header, Arguments asked)
    {
        _table = table;
        _source = source;
        _asked = asked;
        // A column without a name is a row number that an export put in front; nothing could ask for it.
        _columns = [.. Enumerable.Range(0, header.FieldCount).Select(header.GetName).Where(name => !string.IsNullOrWhiteSpace(name))];
        if (_columns.Exists(name => name.Contains('\0', StringComparison.Ordinal)))
        {
            throw new QuickstartException($"{source} is not text.");
        }
        var twice = _columns.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(names => names.Skip(1).Any());
        if (twice is not null)
        {
            throw new QuickstartException($"{source} has two columns '{twice.Key}'.");
        }
    }

    /// <summary>Lists names for a message; a file of anything may have thousands, or one as long as the file.</summary>
    internal static string Listed(IReadOnlyCollection<string> names)
        => string.Join(", ", names.Take(NamesShown).Select(name => name.Length <= LongestShown ? name : $"{name[..LongestShown]}..."))
            + (names.Count <= NamesShown ? "" : FormattableString.Invariant($", and {names.Count - NamesShown:N0} more"));

    /// <summary>Gives the column of a role.</summary>
    /// <exception cref="QuickstartException">There is none.</exception>
    internal string Require(string role) => Find(role) ?? throw new QuickstartException(
        $"{_source} has no column for '{role}'; say --map {role}=COLUMN with one of: {Listed(_columns)}{(role == "event" ? "; or --event-name NAME where all rows are of one kind" : "")}.");

    /// <summary>Gives the column of a role, or null; a column that <c>--map</c> names must be there.</summary>
    internal string? Find(string role)
    {
        if (_asked.Map.TryGetValue($"{_table}.{role}", out string? own))
        {
            return Take(Named(own) ?? throw Missing(own));
        }
        string? shared = _asked.Map.GetValueOrDefault(role);
        string? column = shared is null ? null : Named(shared);
        if (shared is not null && column is null && _table == "events")
        {
            throw Missing(shared);
        }
        column ??= UsualNames[role].Select(Named).FirstOrDefault(name => name is not null);
        return column is null ? null : Take(column);
    }

    /// <summary>Gives the columns that play no role, each with its handle: named by <c>--map</c> or by themselves, of the kind in <c>--types</c>.</summary>
    /// <exception cref="QuickstartException"><c>--map</c> names a column for a field, and it is not here.</exception>
    internal IReadOnlyList<(Field Field, string Column)> Fields()
    {
        var names = _columns.Where(column => !_taken.Contains(column)).ToDictionary(column => column, column => column, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, column) in _asked.Map)
        {
            string? field = FieldOf(key);
            if (field is not null)
            {
                string found = Named(column) ?? throw Missing(column);
                names[found] = names.ContainsKey(found) ? field : throw new QuickstartException($"--map {key}={column}: '{key}' is no role ({string.Join(", ", UsualNames.Keys)}), and as a field the column serves something else already.");
            }
        }
        return [.. _columns.Where(names.ContainsKey).Select(column => (FieldKinds.Of(names[column], _asked), column))];
    }

    // A field of this table: with the table's name in front, or, of the events, without.
    private string? FieldOf(string key)
    {
        string prefix = _table + ".";
        string? field = key.StartsWith(prefix, StringComparison.Ordinal) ? key[prefix.Length..]
            : _table == "events" && !key.Contains('.', StringComparison.Ordinal) ? key
            : null;
        return field is null || UsualNames.ContainsKey(field) ? null : field;
    }

    private string Take(string column)
    {
        _taken.Add(column);
        return column;
    }

    private string? Named(string name) => _columns.Find(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));

    private QuickstartException Missing(string column)
        => new($"{_source} has no column '{column}'; it has: {Listed(_columns)}.");
}
