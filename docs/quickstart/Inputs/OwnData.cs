using System.Data;
using UserOps.Models;
using UserOps.Quickstart.Report;

namespace UserOps.Quickstart.Inputs;

/// <summary>The caller's data, through the door for readers: any CSV reader, any database driver.</summary>
internal static class OwnData
{
    /// <summary>What ISO 4217 calls a currency where none is meant.</summary>
    internal const string UnnamedCurrency = "XXX";

    /// <summary>What a row is called that has an amount and no name.</summary>
    internal const string Purchase = "purchase";

    internal static Loaded Load(Arguments asked, Screen screen)
    {
        var zone = Zones.Find(asked.Zone ?? "UTC");
        FieldKinds.RequireValid(asked);
        RequireTables(asked);
        var builder = new UserOpsDatasetBuilder();
        bool isPurchases = false;
        Read(screen, "users", Source(asked, asked.Users, asked.UsersQuery, "users"), (name, rows) => AddUsers(builder, new TablePlan("users", name, rows, asked), rows, zone));
        Read(screen, "contents", Source(asked, asked.Contents, asked.ContentsQuery, "contents"), (name, rows) => AddContents(builder, new TablePlan("contents", name, rows, asked), rows, zone));
        (string Source, string Column) time = ("", "");
        Read(screen, "events", Source(asked, asked.Events, asked.EventsQuery, "events"), (name, rows) =>
        {
            isPurchases = IsPurchases(name, rows, asked);
            var meant = isPurchases ? asked with { EventName = Purchase, Currency = asked.Currency ?? UnnamedCurrency } : asked;
            time = (name, AddEvents(builder, new TablePlan("events", name, rows, meant), rows, zone, meant.EventName));
        });
        var data = screen.Track("building tables", progress => builder.Build(new RunOptions { Progress = progress }));
        RequireReadable(data.Ingest, time.Source, time.Column, asked);
        RequireFields(data, asked);
        return new Loaded(data, zone, ZoneWasNamed: asked.Zone is not null, IsSample: false) { IsPurchases = isPurchases };
    }

    // Rows of who, when and how much are purchases, whether or not anybody says so.
    private static bool IsPurchases(string source, IDataReader rows, Arguments asked)
    {
        var plan = new TablePlan("events", source, rows, asked);
        return asked.EventName is null && plan.Find("event") is null && plan.Fields().Any(field => field.Field.Name == SampleFields.Amount.Name);
    }

    // A name that nothing uses is a typing error, and the answer would be to another question.
    private static void RequireTables(Arguments asked)
    {
        string[] tables = ["events", .. Given("users", asked.Users ?? asked.UsersQuery), .. Given("contents", asked.Contents ?? asked.ContentsQuery)];
        foreach (string key in asked.Map.Keys.Where(key => key.Contains('.', StringComparison.Ordinal)))
        {
            string table = key[..key.IndexOf('.', StringComparison.Ordinal)];
            if (!tables.Contains(table))
            {
                throw new QuickstartException($"--map {key}: there is no table '{table}'; there is {string.Join(", ", tables)}.");
            }
        }
    }

    private static string[] Given(string table, string? source) => source is null ? [] : [table];

    private static void RequireFields(UserOpsDataset data, Arguments asked)
    {
        string[] fields = [.. data.Events.Columns.Concat(data.Users.Columns).Concat(data.Contents.Columns).Select(column => column.Field.Name)];
        if (asked.Types.Keys.FirstOrDefault(name => !fields.Contains(name)) is string unused)
        {
            throw new QuickstartException($"--types {unused}: the data have no field of that name; {(fields.Length == 0 ? "they have none" : $"they have {TablePlan.Listed(fields)}")}.");
        }
    }

    private static ISource? Source(Arguments asked, string? file, string? query, string table)
        => file is not null ? new CsvSource(file) : query is not null ? new SqliteSource(asked.Sqlite!, query, table) : null;

    private static void Read(Screen screen, string what, ISource? source, Action<string, IDataReader> add)
    {
        if (source is null)
        {
            return;
        }
        screen.Track($"reading {what}", progress =>
        {
            source.Read(progress, rows => Add(source.Name, rows, add));
            return source;
        });
    }

    private static void Add(string source, IDataReader rows, Action<string, IDataReader> add)
    {
        try
        {
            add(source, rows);
        }
        catch (Exception cause) when (cause is ArgumentException or InvalidOperationException)
        {
            throw QuickstartException.Of(cause); // two fields of one name, too many event names, too many rows
        }
    }

    private static void AddUsers(UserOpsDatasetBuilder builder, TablePlan plan, IDataReader rows, TimeZoneInfo zone)
        => builder.AddUsers(rows, map =>
        {
            map.User(plan.Require("user"));
            foreach (var (field, column) in plan.Fields())
            {
                FieldKinds.Map(map, field, column, zone);
            }
        });

    private static void AddContents(UserOpsDatasetBuilder builder, TablePlan plan, IDataReader rows, TimeZoneInfo zone)
        => builder.AddContents(rows, map =>
        {
            map.Id(plan.Require("content"));
            foreach (var (field, column) in plan.Fields())
            {
                FieldKinds.Map(map, field, column, zone);
            }
        });

    private static string AddEvents(UserOpsDatasetBuilder builder, TablePlan plan, IDataReader rows, TimeZoneInfo zone, string? eventName)
    {
        string user = plan.Require("user");
        string time = plan.Require("time");
        builder.AddEvents(rows, map =>
        {
            map.User(user).At(time, zone);
            _ = eventName is null ? map.Name(plan.Require("event")) : map.Named(eventName);
            if (plan.Find("event_id") is string id)
            {
                map.EventId(id);
            }
            if (plan.Find("content") is string content)
            {
                map.Content(content);
            }
            foreach (var (field, column) in plan.Fields())
            {
                FieldKinds.Map(map, field, column, zone);
            }
        });
        return time;
    }

    // A time that cannot be read is almost always a format nobody meant, in every row: better to stop than to answer from what is left.
    private static void RequireReadable(IngestReport report, string source, string timeColumn, Arguments asked)
    {
        foreach (var issue in report.Issues.Where(issue => issue.Table == IngestTable.Events && issue.Code is IngestIssueCode.WrongType or IngestIssueCode.UnclearInstant))
        {
            var row = issue.Rows.FirstOrDefault(row => row.Column == timeColumn);
            if (row.Column == timeColumn && !asked.SkipUnreadable)
            {
                throw new QuickstartException($"{source}, row {row.Row + 1}: '{row.Value}' in column '{timeColumn}' is not a time such as 2026-03-01 09:00; --skip-unreadable leaves such rows out.");
            }
        }
        if (report.Events.Accepted == 0)
        {
            string why = IngestReportTables.Issues(report, IngestEffect.Rejected).FirstOrDefault("There are no rows.");
            throw new QuickstartException($"{source}: no event could be taken. {why}");
        }
    }
}
