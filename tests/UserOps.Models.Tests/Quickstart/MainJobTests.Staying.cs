using System.Globalization;
using System.Text.Json.Nodes;
using UserOps.Models.Activity;
using UserOps.Models.Lifecycle;
using UserOps.Models.Presentation;
using UserOps.Models.Retention;
using UserOps.Samples;

namespace UserOps.Models.Tests.QuickstartProgram;

/// <content>Who stays, who wakes, who leaves: printed numbers counted again from the rows.</content>
public sealed partial class MainJobTests
{
    private static readonly Lazy<string> SamplePage = new(() => Run());
    private static readonly Lazy<SampleBank> Sample = new(() => SampleBank.Create());

    // A repeated id is no event.
    private static readonly Lazy<SampleEvent[]> SampleRows = new(() => [.. Sample.Value.Events.DistinctBy(row => row.Id)]);

    [Theory] // a whole row of the triangle; a week that is not over at 2026-03-31 has no number
    [InlineData("2026-01-26", 8)]
    [InlineData("2026-02-16", 5)]
    [InlineData("2026-03-16", 1)]
    public void Run_SampleRetention_IsThatOfTheRows(string monday, int weeksOver)
    {
        var logins = SampleRows.Value.Where(row => row.Name == "login").Select(row => (row.UserId, WeekOf(row.At))).ToHashSet();
        int week = WeekOf(DateOnly.Parse(monday, CultureInfo.InvariantCulture));
        string[] cohort = [.. SampleRows.Value.Where(row => row.Name == "register").GroupBy(row => row.UserId).Where(rows => rows.Min(row => WeekOf(row.At)) == week).Select(rows => rows.Key)];
        string[] expected =
        [
            monday, CellText.Count(cohort.Length),
            .. Enumerable.Range(1, weeksOver).Select(after => CellText.Percent((double)cohort.Count(user => logins.Contains((user, week + after))) / cohort.Length)),
            .. Enumerable.Repeat("·", 8 - weeksOver),
        ];
        Assert.Equal(expected, CellsOf(Section(SamplePage.Value, "留存"), monday));
    }

    [Fact]
    public void Run_SampleMeanOfWeekOne_IsOverAllUsersOfTheRowsAbove()
    {
        var logins = SampleRows.Value.Where(row => row.Name == "login").Select(row => (row.UserId, WeekOf(row.At))).ToHashSet();
        int first = WeekOf(new DateOnly(2026, 1, 26));
        var cohorts = SampleRows.Value.Where(row => row.Name == "register").GroupBy(row => row.UserId)
            .Select(rows => (User: rows.Key, Week: rows.Min(row => WeekOf(row.At)))).Where(user => user.Week >= first && user.Week < first + 8).ToArray();
        double mean = (double)cohorts.Count(user => logins.Contains((user.User, user.Week + 1))) / cohorts.Length;
        Assert.Equal(CellText.Percent(mean), CellsOf(Section(SamplePage.Value, "留存"), "mean")[1]);
    }

    [Theory]
    [InlineData("2026-01-05", "")]
    [InlineData("2026-03-09", "")]
    [InlineData("2026-03-30", "not over, some may still come")]
    public void Run_SampleWeek_IsThatOfTheRows(string monday, string mark)
    {
        int week = WeekOf(DateOnly.Parse(monday, CultureInfo.InvariantCulture));
        HashSet<string> Active(int at) => SampleRows.Value.Where(row => row.Name == "login" && WeekOf(row.At) == at).Select(row => row.UserId).ToHashSet();
        var created = Sample.Value.Users.Where(user => user.RegisteredOn is { } day && WeekOf(day) == week).Select(user => user.Id).ToHashSet();
        var (now, before) = (Active(week), Active(week - 1));
        int fresh = now.Count(created.Contains);
        int returning = now.Count(user => !created.Contains(user) && before.Contains(user));
        int gone = before.Count(user => !now.Contains(user));
        string[] expected =
        [
            monday, CellText.Count(now.Count), "=", CellText.Count(fresh), "+", CellText.Count(returning), "+", CellText.Count(now.Count - fresh - returning),
            CellText.Count(gone), CellText.Number((double)(now.Count - returning) / gone), .. mark.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ];
        Assert.Equal(expected, CellsOf(Section(SamplePage.Value, "活跃"), monday));
    }

    [Fact]
    public void Run_SampleStages_AreThoseOfTheRows()
    {
        var last = new DateOnly(2026, 3, 31);
        var stages = StagesAt(last);
        var before = StagesAt(last.AddDays(-28));
        string section = Section(SamplePage.Value, "生命周期");
        Assert.Equal(Counted(before, stages, "churned"), CellsOf(section, "流失期")[2..]);
        Assert.Equal(Counted(before, stages, "dormant"), CellsOf(section, "休眠期")[2..]);
        Assert.Equal(Counted(before, stages, "maturity"), CellsOf(section, "成熟期")[2..]);
        long dormant = before.Values.Count(stage => stage == "dormant");
        long woken = before.Count(user => user.Value == "dormant" && stages[user.Key] is not ("dormant" or "churned"));
        Assert.Contains($"woken up: of the dormant {CellText.Count(woken)} of {CellText.Count(dormant)} = {CellText.Percent((double)woken / dormant)} ", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_SampleMostAtRisk_HasTheReasonsOfTheRows()
    {
        var end = new DateTimeOffset(2026, 4, 1, 0, 0, 0, SampleBank.Offset);
        string[][] users = [.. Section(SamplePage.Value, "流失预警").Split('\n').Where(line => line.StartsWith("U0", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        Assert.Equal(10, users.Length);
        foreach (string[] cells in users)
        {
            int[] days = [.. SampleRows.Value.Where(row => row.UserId == cells[0] && row.Name == "login").Select(row => DayOf(row.At).DayNumber).Distinct().Order()];
            int[] gaps = [.. days.Zip(days.Skip(1), (day, next) => next - day).Order()];
            double usual = (gaps[(gaps.Length - 1) / 2] + gaps[gaps.Length / 2]) / 2.0;
            int away = new DateOnly(2026, 3, 31).DayNumber - days[^1];
            decimal Paid(int fromDaysAgo, int toDaysAgo) => SampleRows.Value.Where(row => row.UserId == cells[0] && row.Name == "pay" && row.Success == true
                && row.At >= end.AddDays(-fromDaysAgo) && row.At < end.AddDays(-toDaysAgo)).Sum(row => row.Amount ?? 0);
            string[] expected =
            [
                cells[0], .. CellText.Duration(TimeSpan.FromDays(usual)).Split(' '), .. CellText.Duration(TimeSpan.FromDays(away)).Split(' '),
                CellText.Number(away / usual, 1), CellText.Number(Paid(56, 28)), CellText.Number(Paid(28, 0)),
            ];
            Assert.Equal(expected, cells[..8]);
        }
    }

    [PublicDataFact("cdnow-master.csv")] // counted from the file, line by line
    public void Run_Cdnow_HasTheCohortsOfTheFile()
    {
        string path = PublicDataFactAttribute.PathOf("cdnow-master.csv");
        var weeks = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToLookup(cells => cells[0], cells => WeekOf(DateOnly.Parse(cells[1], CultureInfo.InvariantCulture)));
        int week = WeekOf(new DateOnly(1997, 2, 3));
        var cohort = weeks.Where(user => user.Min() == week).ToArray();
        string[] expected = ["1997-02-03", CellText.Count(cohort.Length), .. Enumerable.Range(1, 8).Select(after => CellText.Percent((double)cohort.Count(user => user.Contains(week + after)) / cohort.Length))];
        string text = Run("--events", path, "--map", "user=customer_id,time=date", "--event-name", "purchase", "--zone", "UTC", "--currency", "USD");
        Assert.Equal(expected, CellsOf(Section(text, "留存"), "1997-02-03"));
        int late = WeekOf(new DateOnly(1998, 6, 22));
        int active = weeks.Count(user => user.Contains(late));
        int returning = weeks.Count(user => user.Contains(late) && user.Contains(late - 1));
        int gone = weeks.Count(user => !user.Contains(late) && user.Contains(late - 1));
        Assert.Equal(
            ["1998-06-22", CellText.Count(active), "=", "0", "+", CellText.Count(returning), "+", CellText.Count(active - returning), CellText.Count(gone), CellText.Number((double)(active - returning) / gone)],
            CellsOf(Section(text, "活跃"), "1998-06-22"));
    }

    [Theory] // what is said of staying and leaving; of three new users two are back a week later, one has a rhythm and breaks it
    [InlineData("", "new = first event in the data, back = any event in the n-th week after that week; weeks begin on Monday; · where the week is not over")]
    [InlineData("", "2026-03-02          3   66.7%   33.3%    0.0%\n")]
    [InlineData("", "2026-03-09          0       -       -       ·\n")] // nobody, and not yet
    [InlineData("", "2026-03-16          1    0.0%       ·       ·\n")]
    [InlineData("", "mean                    50.0%   33.3%    0.0%\n")]
    [InlineData("", "2026-03-02       3  =    3  +          0  +            0             0            -  the data begin\n")]
    [InlineData("", "2026-03-16       2  =    1  +          1  +            0             1         1.00\n")]
    [InlineData("", "no column is an amount with a currency, so the gap alone decides\n")]
    [InlineData("", "Warned of: 1 of 1 = 100.0% of the users judged. Not known: 3 users (fewer than 3 gaps: 3).\n")]
    [InlineData("", "u1       2d 00h      12d 00h    6.0   0.75  warned of\n")]
    [InlineData("--currency CNY --as-of 2026-04-05", "user  usual gap  current gap  ratio  amounts before  recently   trend  score\n")]
    [InlineData("--currency CNY --as-of 2026-04-05", "u1       2d 00h      19d 00h    9.5           10.00      4.00  -60.0%   0.67  warned of\n")]
    [InlineData("--currency CNY", "Nobody can be judged. Not known: 4 users (fewer than 3 gaps: 3, no amount before to fall from: 1).\n")]
    [InlineData("--stages acquisition=sign", "No event is named 'sign': what needs it is not measured.\n\n# 活跃")]
    [InlineData("--stages retention=visit", "No event is named 'visit': what needs it is not measured.\n\n# 生命周期")]
    [InlineData("--stages retention=pay,acquisition=view", "new = first view in the data, back = pay in the n-th week after that week")]
    [InlineData("", "Stages are asked only where the data have the sample's names: the date registered_on of users, the events login, bind_card and pay.")]
    public void Run_StayingOfOwnData_Says(string options, string expected)
    {
        string log = Write("stay.csv", """
            user_id,time,event,amount
            u1,2026-03-02,view,
            u1,2026-03-04,pay,10
            u1,2026-03-06,view,
            u1,2026-03-08,view,
            u1,2026-03-10,view,
            u2,2026-03-03,view,
            u2,2026-03-11,view,
            u3,2026-03-03,view,
            u1,2026-03-17,pay,4
            u4,2026-03-18,view,
            """);
        string[] asked = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] asOf = asked.Contains("--as-of") ? [] : ["--as-of", "2026-03-29"];
        Assert.Contains(expected, Run(["--events", log, .. asOf, .. asked]), StringComparison.Ordinal);
    }

    [Theory] // the sample's names in a file of one's own
    [InlineData(90, "--types registered_on=date", "churned = more than 60 (not 90: the data do not reach back that far) days without a login")]
    [InlineData(120, "--types registered_on=date", "churned = more than 90 days without a login")]
    [InlineData(90, "--types registered_on=date", "The shape: ")]
    [InlineData(90, "--types registered_on=category", "Stages are asked only where the data have the sample's names")]
    [InlineData(60, "--types registered_on=date", "Stages need 88 days of data: 4 weeks between two instants, and 60 days before them.")]
    public void Run_SampleNamesInOwnData_HaveStages(int days, string types, string expected)
        => Assert.Contains(expected, Section(Run([.. SmallBank(days), .. types.Split(' ')]), "生命周期"), StringComparison.Ordinal);

    [Fact]
    public void Run_Json_IsReadBackByTheLibrary()
    {
        string path = Path.Combine(_folder, "out.json");
        Run([.. SmallBank(90), "--types", "registered_on=date", "--currency", "CNY", "--json", path]);
        var all = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        IsReadBack<RetentionSummary>("retention");
        IsReadBack<ActivityDecompositionSummary>("decomposition");
        IsReadBack<LifecycleSummary>("lifecycle");
        IsReadBack<LifecycleTransitions>("transitions");
        IsReadBack<ChurnWarningSummary>("churn");

        void IsReadBack<T>(string part)
        {
            string text = all[part]!.ToJsonString();
            Assert.True(JsonNode.DeepEquals(all[part], JsonNode.Parse(UserOpsJson.Serialize(UserOpsJson.Deserialize<T>(text)))), part);
        }
    }

    private string[] SmallBank(int days)
    {
        var bank = SampleBank.Create(new() { Users = 200, Days = days });
        using var events = new StringWriter();
        using var users = new StringWriter();
        bank.WriteEventsCsv(events);
        bank.WriteUsersCsv(users);
        return ["--events", Write("bank.csv", events.ToString()), "--users", Write("customers.csv", users.ToString()), "--zone", "Asia/Shanghai"];
    }

    // The rules in words: silent for more than 60 days, for more than 30, four payments in 30 days, ever bound or paid, else.
    private static Dictionary<string, string> StagesAt(DateOnly day)
    {
        var seen = SampleRows.Value.Where(row => DayOf(row.At) <= day).ToLookup(row => row.UserId);
        var stages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var user in Sample.Value.Users)
        {
            DateOnly[] logins = [.. seen[user.Id].Where(row => row.Name == "login").Select(row => DayOf(row.At))];
            if ((user.RegisteredOn is null || user.RegisteredOn > day) && logins.Length == 0)
            {
                continue;
            }
            DateOnly silentSince = logins.Length > 0 ? logins.Max() : user.RegisteredOn!.Value;
            int silent = day.DayNumber - silentSince.DayNumber;
            int payments = seen[user.Id].Count(row => row.Name == "pay" && DayOf(row.At) > day.AddDays(-30));
            stages[user.Id] = silent > 60 ? "churned" : silent > 30 ? "dormant" : payments >= 4 ? "maturity"
                : seen[user.Id].Any(row => row.Name is "pay" or "bind_card") ? "growth" : "introduction";
        }
        return stages;
    }

    private static string[] Counted(Dictionary<string, string> before, Dictionary<string, string> now, string stage)
    {
        string[] Cell(Dictionary<string, string> stages)
        {
            int users = stages.Values.Count(place => place == stage);
            return [CellText.Count(users), CellText.Percent((double)users / stages.Count)];
        }
        return [.. Cell(before), .. Cell(now)];
    }

    private static string Section(string page, string name)
    {
        int from = page.IndexOf($"# {name} ", StringComparison.Ordinal);
        int to = page.IndexOf("\n# ", from + 1, StringComparison.Ordinal);
        return to < 0 ? page[from..] : page[from..to];
    }

    // The first line that begins with a word, cut at blanks.
    private static string[] CellsOf(string section, string first)
        => section.Split('\n').First(line => line.StartsWith(first + " ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static int WeekOf(DateTimeOffset instant) => WeekOf(DayOf(instant));

    // Day 0 was a Monday.
    private static int WeekOf(DateOnly day) => day.DayNumber / 7;

    private static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(SampleBank.Offset).DateTime);
}
