using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Spectre.Console;
using UserOps.Quickstart;

namespace UserOps.Models.Tests.QuickstartProgram;

/// <summary>The program a newcomer runs first, on files as they come.</summary>
public sealed partial class MainJobTests : IDisposable
{
    private const string Log = """
        user_id,time,event,channel,amount
        u1,2026-03-01T09:00:00Z,view,ads,
        u1,2026-03-01T10:00:00Z,cart,ads,
        u1,2026-03-02T10:00:00Z,pay,ads,12.50
        u2,2026-03-01T09:00:00Z,view,search,
        u2,2026-03-03T09:00:00Z,cart,search,
        u3,2026-03-04T09:00:00Z,view,search,
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("quickstart").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_Sample_PrintsEverything() => SamplePage.Value.ShouldMatchSnapshot();

    [Fact]
    public void Run_EventsFile_PrintsEverything() => Run("--events", Write("log.csv", Log), "--zone", "UTC").ShouldMatchSnapshot();

    [Fact]
    public void Run_SemicolonsOtherNamesAndTheThreeTables_AreRead()
    {
        string events = Write("e.csv", "wer;wann;was;content_id\nu1;2026-03-01 09:00;view;c1\nu2;2026-03-01 09:30;view;c9\n");
        string users = Write("u.csv", "id,city\nu1,上海\nu1,北京\n");
        string contents = Write("c.csv", "content_id,kind\nc1,fund\n");
        string text = Run("--events", events, "--users", users, "--contents", contents, "--map", "user=wer,time=wann,event=was,users.user=id", "--zone", "Asia/Shanghai");
        Assert.Matches(@"(?m)^all +5 +=  +4  \+ +0  \+ +1$", text);
        Assert.Contains("2026-03-01 09:00:00+08:00", text, StringComparison.Ordinal);
    }

    [Fact] // as data frames are exported: row numbers in front
    public void Run_ColumnsWithoutAName_AreLeftOut()
        => Assert.Matches(@"(?m)^events +2 +=  +2 ", Run("--events", Write("e.csv", ",user_id,time,event,\n0,u1,2026-03-01,view,\n1,u1,2026-03-02,pay,\n")));

    [Fact]
    public void Run_OneKindOfEvent_AsksForTheFirstThree()
    {
        string orders = Write("orders.csv", "customer_id,date\n1,2026-01-01\n1,2026-01-05\n1,2026-01-05\n2,2026-01-02\n");
        string text = Run("--events", orders, "--event-name", "purchase");
        Assert.Matches(@"(?m)^1 purchase 1 +2 +2 ", text);
        Assert.Matches(@"(?m)^2 purchase 2 +2 +1 ", text);
        Assert.Matches(@"(?m)^3 purchase 3 +1 +1 ", text);
        Assert.Contains("(--zone names another)", text, StringComparison.Ordinal);
    }

    [PublicDataFact("cdnow-master.csv")] // 23,570 customers, of whom 11,662 bought again and 7,583 a third time: counted from the file
    public void Run_Cdnow_CountsFirstSecondAndThirdPurchases()
    {
        string text = Run("--events", PublicDataFactAttribute.PathOf("cdnow-master.csv"), "--map", "user=customer_id,time=date", "--event-name", "purchase", "--zone", "UTC", "--currency", "USD");
        Assert.Matches(@"(?m)^events +69,659 +=  +69,659  \+ +0  \+ +0$", text);
        Assert.Matches(@"(?m)^1 purchase 1 +23,570 +23,570 ", text);
        Assert.Matches(@"(?m)^2 purchase 2 +23,570 +11,662 ", text);
        Assert.Matches(@"(?m)^3 purchase 3 +11,662 +7,583 ", text);
    }

    [Fact]
    public void Run_StoredFunnel_IsAsked()
    {
        string funnel = Write("funnel.json", """{ "steps": [ { "events": { "names": ["view"] } }, { "name": "paid", "events": { "names": ["pay"] } } ], "window": "7.00:00:00" }""");
        string text = Run("--events", Write("log.csv", Log), "--funnel", funnel);
        Assert.Matches(@"(?m)^2 paid +3 +1 ", text);
    }

    [Fact]
    public void Run_AsOf_HidesWhatCameLater()
    {
        string text = Run("--events", Write("log.csv", Log), "--as-of", "2026-03-01");
        Assert.Contains("as of 2026-03-01 23:59:59+00:00", text, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^2 cart +2 +1 ", text);
    }

    [Fact]
    public void Run_Json_HoldsTheSummaries()
    {
        string path = Path.Combine(_folder, "out.json");
        Run("--events", Write("log.csv", Log), "--json", path);
        var all = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        Assert.Equal(["context", "ingest", "aarrr", "rarra", "funnel", "audience", "retention", "decomposition", "churn"], all.Select(part => part.Key));
        Assert.Equal(3, (int)all["funnel"]!["steps"]![0]!["completed"]!);
    }

    [Fact]
    public void Run_JsonOverAnOlderOne_ReplacesIt()
    {
        string path = Write("out.json", new string('x', 100_000));
        Run("--events", Write("log.csv", Log), "--json", path);
        Assert.Equal(3, (int)JsonNode.Parse(File.ReadAllText(path))!["funnel"]!["steps"]![0]!["completed"]!);
        Assert.Equal(["log.csv", "out.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)); // nothing is left beside it
    }

    [Fact] // two names of one file, which no path tells
    public void Run_JsonOverAHardLinkOfASource_LeavesTheSource()
    {
        string events = Write("log.csv", Log);
        string path = Path.Combine(_folder, "out.json");
        var link = OperatingSystem.IsWindows() ? new ProcessStartInfo("fsutil", ["hardlink", "create", path, events]) : new ProcessStartInfo("ln", [events, path]);
        using (var process = Process.Start(link)!)
        {
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
        Run("--events", events, "--json", path);
        Assert.Equal(Log, File.ReadAllText(events));
        Assert.StartsWith("{", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData(null)] // a link that points nowhere yet
    public void Run_JsonOverALink_WritesWhereItPoints(string? before)
    {
        string target = Path.Combine(_folder, "target.json");
        if (before is not null)
        {
            File.WriteAllText(target, before);
        }
        string path = Path.Combine(_folder, "out.json");
        File.CreateSymbolicLink(path, target);
        Run("--events", Write("log.csv", Log), "--json", path);
        Assert.Equal(target, new FileInfo(path).LinkTarget);
        Assert.Contains("aarrr", File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Theory] // a currency that names something, and one that does not
    [InlineData("user_id,time,event,amount\nu1,2026-03-01,pay,5\n", "", false)]
    [InlineData("user_id,time,event,price\nu1,2026-03-01,pay,5\n", "", true)]
    [InlineData("user_id,time,event,price\nu1,2026-03-01,pay,5\n", "--types price=amount", false)]
    public void Run_CurrencyWithoutAmounts_IsSaid(string events, string types, bool said)
    {
        string text = Run(["--events", Write("log.csv", events), "--currency", "CNY", .. types.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(said, text.Contains("No field is an amount, so nothing is in CNY; --types FIELD=amount says which fields are.", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Sqlite_ReadsTheQuery()
    {
        string path = Path.Combine(_folder, "bank.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE log (customer INTEGER, at TEXT, what TEXT); INSERT INTO log VALUES (1, '2026-03-01 09:00:00', 'view'), (1, '2026-03-01 10:00:00', 'pay'), (2, '2026-03-01 11:00:00', 'view');";
            command.ExecuteNonQuery();
        }
        string text = Run("--sqlite", path, "--events-query", "SELECT customer AS user, at AS time, what AS event FROM log", "--zone", "UTC");
        Assert.Matches(@"(?m)^events +3 +=  +3 ", text);
    }

    [Fact]
    public void Run_RejectedRows_AreListed()
    {
        string text = Run("--events", Write("log.csv", Log + "\n,2026-03-05T09:00:00Z,view,ads,\nu4,1969-12-31T23:59:59Z,view,ads,\nu4,2026-03-05T09:00:00Z,view,ads,1.234567\n"));
        Assert.Matches(@"(?m)^events +9 +=  +6  \+ +3  \+ +0$", text);
        Assert.Contains("The user id is missing or empty; the row was rejected.", text, StringComparison.Ordinal);
        Assert.Contains("1.234567", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SkipUnreadable_CountsThem()
        => Assert.Matches(@"(?m)^events +7 +=  +6  \+ +1  \+ +0$", Run("--events", Write("log.csv", Log + "\nu9,31.12.2026,view,,\n"), "--skip-unreadable"));

    [Theory] // what is wrong, and the one line it gets; {0} is the folder
    [InlineData("--events {0}/none.csv", "The file '{0}/none.csv' does not exist.")]
    [InlineData("--events {0}", "'{0}' is a folder, not a CSV file.")]
    [InlineData("--events {0}/empty.csv", "empty.csv is empty; it needs a header line with the names of the columns.")]
    [InlineData("--events {0}/headers.csv", "headers.csv: no event could be taken. There are no rows.")]
    [InlineData("--events {0}/amount.csv", "amount.csv: no event could be taken. Events, 1 row: The value cannot be read as what the column holds; the row was rejected. For example row 1 amount '1,5'.")]
    [InlineData("--events {0}/log.csv --map user=customer", "log.csv has no column 'customer'; it has: user_id, time, event, channel, amount.")]
    [InlineData("--events {0}/nameless.csv", "nameless.csv has no column for 'user'; say --map user=COLUMN with one of: a, b.")]
    [InlineData("--events {0}/twice.csv", "twice.csv has two columns 'a'.")]
    [InlineData("--events {0}/date.csv", "date.csv, row 2: '31.12.2026' in column 'time' is not a time such as 2026-03-01 09:00; --skip-unreadable leaves such rows out.")]
    [InlineData("--events {0}/quotes.csv", "quotes.csv, line 2: a quote that is not closed, or one inside a field that is not quoted.")]
    [InlineData("--events {0}/open.csv", "open.csv, line 3: a quote that is not closed, or one inside a field that is not quoted.")]
    [InlineData("--events {0}/binary.csv", "binary.csv is not text.")]
    [InlineData("--events {0}/wide.csv", "wide.csv has no column for 'user'; say --map user=COLUMN with one of: 1xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..., c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, and 5 more.")]
    [InlineData("--events {0}/short.csv", "short.csv, line 3: 1 field where the header has 3.")]
    [InlineData("--events {0}/long.csv", "long.csv, line 2: 4 fields where the header has 3.")]
    [InlineData("--events {0}/eventless.csv", "eventless.csv has no column for 'event'; say --map event=COLUMN with one of: user_id, time; or --event-name NAME where all rows are of one kind.")]
    [InlineData("--events {0}/log.csv --map amount=price", "log.csv has no column 'price'; it has: user_id, time, event, channel, amount.")]
    [InlineData("--events {0}/log.csv --map who=user_id", "--map who=user_id: 'who' is no role (user, time, event, event_id, content), and as a field the column serves something else already.")]
    [InlineData("--events {0}/log.csv --map users.user=id", "--map users.user: there is no table 'users'; there is events.")]
    [InlineData("--events {0}/log.csv --types zzz=amount", "--types zzz: the data have no field of that name; they have channel, amount.")]
    [InlineData("--events {0}/log.csv --types event=amount", "--types event: the data have no field of that name; they have channel, amount.")]
    [InlineData("--events {0}/log.csv --types user=money", "--types user=money: a column is category, amount, quantity, number, flag, date or instant.")]
    [InlineData("--events {0}/eventless.csv --event-name e --currency yuan", "'yuan' is no ISO 4217 code: three capital letters.")]
    [InlineData("--sqlite {0} --events-query q", "'{0}' is a folder; --sqlite takes a file.")]
    [InlineData("--events {0}/log.csv --zone +25:00", "This machine knows no time zone '+25:00'; use an IANA id such as Asia/Shanghai, or an offset such as +08:00.")]
    [InlineData("--events {0}/log.csv --map channel=amount", "Column 'channel' is mapped twice.")]
    [InlineData("--events {0}/log.csv --currency cny", "'cny' is no ISO 4217 code: three capital letters.")]
    [InlineData("--events {0}/log.csv --zone Mars/Olympus", "This machine knows no time zone 'Mars/Olympus'; use an IANA id such as Asia/Shanghai, or an offset such as +08:00.")]
    [InlineData("--events {0}/log.csv --as-of yesterday", "--as-of takes a day such as 2026-03-31 or an instant such as 2026-03-31T12:00:00+08:00; 'yesterday' is neither.")]
    [InlineData("--events {0}/log.csv --types channel=colour", "--types channel=colour: a column is category, amount, quantity, number, flag, date or instant.")]
    [InlineData("--events {0}/log.csv --stages buying=pay", "--stages: 'buying' is no stage; they are acquisition, activation, retention, revenue, referral.")]
    [InlineData("--events {0}/log.csv --funnel {0}/none.json", "The file '{0}/none.json' cannot be read.")]
    [InlineData("--events {0}/log.csv --funnel {0}/empty.csv", "{0}/empty.csv is empty; it needs a funnel definition as JSON.")]
    [InlineData("--rule {0}/none.json", "The file '{0}/none.json' cannot be read.")]
    [InlineData("--events {0}/none.csv --rule {0}", "The file '{0}' cannot be read.")] // before anything is read
    [InlineData("--events {0}/log.csv --json {0}", "The file '{0}' cannot be written.")]
    [InlineData("--events {0}/date.csv --json {0}/none/out.json", "The file '{0}/none/out.json' cannot be written.")] // before anything is read
    [InlineData("--events {0}/log.csv --json {0}/log.csv", "--json {0}/log.csv would overwrite '{0}/log.csv', which is read.")]
    [InlineData("--events {0}/log.csv --json {0}/./LOG.csv", "--json {0}/./LOG.csv would overwrite '{0}/log.csv', which is read.")]
    [InlineData("--events {0}/link.csv --json {0}/log.csv", "--json {0}/log.csv would overwrite '{0}/link.csv', which is read.")]
    [InlineData("--events {0}/log.csv --json {0}/folder/log.csv", "--json {0}/folder/log.csv would overwrite '{0}/log.csv', which is read.")]
    [InlineData("--sqlite {0}/log.csv --events-query q --json {0}/link.csv", "--json {0}/link.csv would overwrite '{0}/log.csv', which is read.")]
    [InlineData("--events {0}/log.csv --funnel {0}/f.json --json {0}/f.json", "--json {0}/f.json would overwrite '{0}/f.json', which is read.")]
    [InlineData("--events {0}/gbk.csv", "gbk.csv is not text in UTF-8; save it as CSV in UTF-8.")]
    [InlineData("--events {0}/gbk-header.csv", "gbk-header.csv is not text in UTF-8; save it as CSV in UTF-8.")]
    [InlineData("--events {0}/log.csv --as-of 0001-01-15", "--as-of 0001-01-15 is before the first event, 2026-03-01 09:00:00+00:00: nothing would be seen.")]
    [InlineData("--events {0}/log.csv --as-of 0001-01-01 --zone Asia/Shanghai", "--as-of 0001-01-01 is before the first event, 2026-03-01 17:00:00+08:00: nothing would be seen.")]
    [InlineData("--sqlite {0}/none.db --events-query q", "The file '{0}/none.db' does not exist.")]
    public void Run_WhatCannotBe_IsOneLine(string line, string expected)
    {
        Write("empty.csv", "");
        Write("headers.csv", "user_id,time,event\n");
        Write("log.csv", Log);
        Write("nameless.csv", "a,b\n1,2\n");
        Write("twice.csv", "a,a\n1,2\n");
        Write("date.csv", "user_id,time,event\nu1,2026-03-01,view\nu1,31.12.2026,view\n");
        Write("quotes.csv", "user_id,time,event\nu1,2026-03-01,a\"b\n");
        Write("open.csv", "user_id,time,event\nu1,2026-03-01,\"view\n");
        Write("binary.csv", "a\0b,c\n1,2\n");
        Write("wide.csv", $"1{new string('x', 99)},{string.Join(',', Enumerable.Range(2, 24).Select(i => $"c{i}"))}\n1\n");
        Write("short.csv", "user_id,time,event\nu1,2026-03-01,view\nu1\n");
        Write("long.csv", "user_id,time,event\nu1,2026-03-01,view,1\n");
        Write("eventless.csv", "user_id,time\nu1,2026-03-01\n");
        Write("amount.csv", "user_id,time,event,amount\nu1,2026-03-01,view,\"1,5\"\n");
        File.WriteAllBytes(Path.Combine(_folder, "gbk.csv"), [.. "user_id,time,event\n"u8, 0xD5, 0xC5, .. ",2026-03-01,view\n"u8]);
        File.WriteAllBytes(Path.Combine(_folder, "gbk-header.csv"), [0xD5, 0xC5, .. ",time,event\n"u8]);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "folder"), _folder);
        File.CreateSymbolicLink(Path.Combine(_folder, "link.csv"), Path.Combine(_folder, "log.csv"));
        string[] words = line.Replace("{0}", _folder, StringComparison.Ordinal).Split(' ');
        string said = Assert.Throws<QuickstartException>(() => Run(words)).Message;
        Assert.Equal(expected.Replace("{0}", _folder, StringComparison.Ordinal), said);
    }

    [Fact]
    public void Run_BadFunnel_NamesEveryFault()
    {
        string funnel = Write("funnel.json", """{ "steps": [ { "events": { "names": ["view"] }, "within": "01:00:00" } ], "window": "-1.00:00:00" }""");
        string said = Assert.Throws<QuickstartException>(() => Run("--events", Write("log.csv", Log), "--funnel", funnel)).Message;
        Assert.Contains("/steps/0/within: ", said, StringComparison.Ordinal);
        Assert.Contains("/window: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public void Run_NoJson_NamesThePlace()
    {
        string funnel = Write("funnel.json", "{ \"steps\": 5 }");
        string said = Assert.Throws<QuickstartException>(() => Run("--events", Write("log.csv", Log), "--funnel", funnel)).Message;
        Assert.Contains("$.steps", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    [Theory] // where the calendar ends
    [InlineData("--events {0}/log.csv --as-of 9999-12-31", "users acquired from 2026-03-01 to 2126-03-01")]
    [InlineData("--events {0}/log.csv --as-of 9999-12-31 --zone Asia/Shanghai", "users acquired from 2026-03-01 to 2126-03-01")]
    [InlineData("--events {0}/log.csv --as-of 9999-12-01", "users acquired from 2026-03-01 to 2126-03-01")]
    [InlineData("--events {0}/sentinel.csv", "users acquired from 2026-03-01 to 2126-03-01")]
    [InlineData("--events {0}/sentinels.csv", "users acquired from 9999-12-30 to 9999-12-30")]
    [InlineData("--events {0}/sentinels.csv --zone Asia/Shanghai", "users acquired from 9999-12-30 to 9999-12-30")]
    public void Run_EndOfTime_IsReached(string line, string expected)
    {
        Write("log.csv", Log);
        Write("sentinel.csv", Log + "\nu9,9999-12-31T23:59:59Z,view,ads,\n");
        Write("sentinels.csv", "user_id,time,event\nu9,9999-12-31T23:59:59Z,view\n");
        Assert.Contains(expected, Run(line.Replace("{0}", _folder, StringComparison.Ordinal).Split(' ')), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Utf16WithMark_IsRead()
    {
        string path = Path.Combine(_folder, "utf16.csv");
        File.WriteAllText(path, Log, Encoding.Unicode);
        Assert.Matches(@"(?m)^events +6 +=  +6 ", Run("--events", path));
    }

    [Theory] // a stored funnel, and the sentence about what it does not give
    [InlineData("""{ "steps": [ "view", "pay" ], "unit": "channel" }""", "The funnel counts values of 'channel', not users: it gives no audience.")]
    [InlineData("""{ "steps": [ "view", "view" ], "reuseEvents": true }""", "No step lost anybody.")]
    public void Run_FunnelWithoutAudience_SaysSo(string definition, string expected)
    {
        string funnel = Write("funnel.json", definition.Replace("\"view\"", """{ "events": { "names": ["view"] } }""", StringComparison.Ordinal).Replace("\"pay\"", """{ "events": { "names": ["pay"] } }""", StringComparison.Ordinal));
        string text = Run("--events", Write("log.csv", Log), "--funnel", funnel);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory] // what the page must say beside its numbers
    [InlineData("--events {0}/log.csv", "in order, any time between the steps")]
    [InlineData("--events {0}/log.csv --funnel {0}/f.json", "in order, all steps within 7d 00h, first step before 2026-03-04 00:00:00+00:00")]
    [InlineData("--events {0}/log.csv --funnel {0}/f.json", "step 2: cart where {\"op\":\"eq\",\"field\":\"channel\",\"value\":\"ads\"}")]
    [InlineData("--events {0}/log.csv --funnel {0}/f.json", "median time\n")]
    [InlineData("--events {0}/log.csv --funnel {0}/f.json", "1h 00m       1\n")] // of the histogram
    [InlineData("--events {0}/log.csv --funnel {0}/f.json", "The trend by day of entry, 1 day:")]
    [InlineData("--events {0}/log.csv --funnel {0}/f.json --as-of 2026-03-09", "2026-03-01        2          1       50.0%  over\n")]
    [InlineData("--events {0}/log.csv --funnel {0}/f.json --as-of 2026-03-07", "2026-03-01        2          1       50.0%  still open\n")]
    [InlineData("--events {0}/log.csv --funnel {0}/g.json", "on all events of a chain the same channel")]
    [InlineData("--events {0}/log.csv --funnel {0}/g.json", "only the earliest event that fills step 1 starts a chain")]
    [InlineData("--events {0}/log.csv --funnel {0}/g.json", "each step strictly later than the one before")]
    [InlineData("--events {0}/log.csv --funnel {0}/g.json", "step 2: pay within 2d 00h of the step before, only the user's first such event")]
    [InlineData("--events {0}/log.csv --funnel {0}/g.json", "not between steps 1 and 2: cart where {\"op\":\"eq\",\"field\":\"channel\",\"value\":\"ads\"}; who does leaves all counts, unless another try goes as far without")]
    [InlineData("--events {0}/log.csv --funnel {0}/g.json", "In no step, for an excluded event: 1 user.")]
    [InlineData("--events {0}/log.csv --funnel {0}/g.json", "by channel: the last value on an event that fills a step")]
    [InlineData("--events {0}/log.csv --funnel {0}/h.json", "counted: values of channel, not users")]
    [InlineData("--events {0}/log.csv --funnel {0}/h.json", "counted: values, and in the column 'tries' every try of theirs")]
    [InlineData("--events {0}/log.csv --funnel {0}/h.json", "of first  tries\n")]
    [InlineData("--events {0}/log.csv --funnel {0}/h.json", "one event may fill several steps")]
    [InlineData("--events {0}/log.csv --funnel {0}/h.json", "events at one instant count in their order of arrival")]
    [InlineData("--events {0}/log.csv --funnel {0}/h.json", "step 2: cart, may be skipped")]
    [InlineData("--events {0}/days.csv --funnel {0}/f.json", "The trend by day of entry, the last 14 of 20 days; all are in --json:")]
    [InlineData("--events {0}/log.csv --zone +08:00", "events from 2026-03-01 17:00:00+08:00 to 2026-03-04 17:00:00+08:00, days of +08:00")]
    [InlineData("--events {0}/log.csv --zone -09:30 --json {0}/o.json", "events from 2026-02-28 23:30:00-09:30 ")]
    [InlineData("--events {0}/log.csv --stages referral=invit", "No event is named 'invit': what needs it is not measured.")]
    [InlineData("--events {0}/log.csv --stages referral=invit", "What holds growth back: 变现 revenue, 1 of 2 = 50.0%")]
    [InlineData("--events {0}/log.csv --event-name purchase --map action=event", "All events are of one kind: AARRR is not meaningful without --stages.")]
    [InlineData("--events {0}/log.csv --as-of 2026-03-01", "3 events after that instant: not seen.")]
    [InlineData("--events {0}/nowhere.csv", "In no row, for want of a channel: 1 user.")]
    [InlineData("--events {0}/many.csv", "The largest 20 are shown, 5 more are in --json.")]
    [InlineData("--events {0}/comma.csv --map total=amount --types total=quantity", "Events, 1 row: ")]
    public void Run_Page_Says(string line, string expected)
    {
        Write("log.csv", Log);
        Write("nowhere.csv", Log + "\nu9,2026-03-04T10:00:00Z,view,,\n");
        Write("many.csv", Log + "\n" + string.Concat(Enumerable.Range(0, 23).Select(i => $"c{i},2026-03-02T10:00:00Z,view,c{i},\n")));
        Write("comma.csv", Log + "\nu9,2026-03-04T10:00:00Z,view,ads,x\n");
        Write("f.json", """
            { "steps": [ { "events": { "names": ["view"] } }, { "events": { "names": ["cart"], "where": { "op": "eq", "field": "channel", "value": "ads" } } } ],
              "window": "7.00:00:00", "range": { "to": "2026-03-04T00:00:00+00:00", "appliesTo": "entry" }, "detail": "chains",
              "histogram": { "fromStep": 0, "toStep": 1 }, "trend": {} }
            """);
        Write("g.json", """
            { "steps": [ { "events": { "names": ["view"] } }, { "events": { "names": ["pay"] }, "within": "2.00:00:00", "occurrence": "firstMatching" } ],
              "holdConstant": ["channel"], "entry": "first", "ties": "increasing", "breakdown": { "property": "channel", "attribution": "lastTouch" },
              "exclusions": [ { "events": { "names": ["cart"], "where": { "op": "eq", "field": "channel", "value": "ads" } }, "fromStep": 0, "toStep": 1 } ] }
            """);
        Write("h.json", """
            { "steps": [ { "events": { "names": ["view"] } }, { "events": { "names": ["cart"] }, "optional": true }, { "events": { "names": ["pay"] } } ],
              "unit": "channel", "counting": "totals", "reuseEvents": true, "ties": "input" }
            """);
        Write("days.csv", Log + "\n" + string.Concat(Enumerable.Range(1, 19).Select(day => $"d{day},2026-02-{day:00}T10:00:00Z,view,ads,\n")));
        string[] words = line.Replace("{0}", _folder, StringComparison.Ordinal).Split(' ');
        Assert.Contains(expected, Run(words), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_EscapeSequenceInAName_OnlyShows()
        => Assert.DoesNotContain('\u001B', Run("--events", Write("log.csv", Log + "\nu9,2026-03-04T10:00:00Z,\u001B[31mred,ads,\n"), "--stages", "revenue=\u001B[2Jx"));

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Run(params string[] words)
    {
        using var page = new StringWriter();
        Run(page, words);
        return page.ToString();
    }

    private static void Run(StringWriter plain, params string[] words)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(plain) });
        MainJob.Run(Arguments.Parse(words), new Screen(console, plain, isTerminal: false));
    }
}
