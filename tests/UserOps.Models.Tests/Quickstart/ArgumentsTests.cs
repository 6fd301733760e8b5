using UserOps.Quickstart;

namespace UserOps.Models.Tests.QuickstartProgram;

public sealed class ArgumentsTests
{
    [Theory] // a command line and the one line it gets
    [InlineData("--evnts log.csv", "'--evnts' is no option; --help lists them.")]
    [InlineData("log.csv", "'log.csv' is no option; --help lists them.")]
    [InlineData("--events", "--events needs a value.")]
    [InlineData("--events=", "--events needs a value.")]
    [InlineData("--events a.csv --events b.csv", "--events is given twice.")]
    [InlineData("--events a.csv --map user", "--map takes pairs such as user=customer_id,time=date; 'user' is none.")]
    [InlineData("--events a.csv --map =id", "--map takes pairs such as user=customer_id,time=date; '=id' is none.")]
    [InlineData("--events a.csv --types assets", "--types takes pairs such as assets=amount,age=number; 'assets' is none.")]
    [InlineData("--events a.csv --stages pay", "--stages takes pairs such as activation=bind_card,revenue=pay+transfer; 'pay' is none.")]
    [InlineData("--events a.csv --map user=a,user=b", "--map names 'user' twice.")]
    [InlineData("--events a.csv --sqlite b.db", "--sqlite and --events are two sources of events; give one.")]
    [InlineData("--sqlite b.db", "--sqlite needs --events-query, the SELECT that gives the events.")]
    [InlineData("--events-query q", "A query needs --sqlite, the database file.")]
    [InlineData("--users u.csv", "The models need events: give --events too.")]
    [InlineData("--rule r.json --funnel f.json", "--rule asks one question alone; --funnel, --stages and --json belong to the run without it.")]
    [InlineData("--rule r.json --stages revenue=pay", "--rule asks one question alone; --funnel, --stages and --json belong to the run without it.")]
    [InlineData("--rule r.json --json o.json", "--rule asks one question alone; --funnel, --stages and --json belong to the run without it.")]
    [InlineData("--rule r.json --rule s.json", "--rule is given twice.")]
    [InlineData("--zone UTC", "--map, --types, --event-name, --currency and --zone describe your own data: give --events or --sqlite too.")]
    public void Parse_BadCommandLine_SaysWhy(string line, string expected)
        => Assert.Equal(expected, Assert.Throws<QuickstartException>(() => Arguments.Parse(line.Split(' '))).Message);

    [Fact]
    public void Parse_BothForms_AreOne()
    {
        var asked = Arguments.Parse(["--events", "a.csv", "--map=user=customer_id,time=date", "--map", "channel=source", "--skip-unreadable"]);
        Assert.Equal("a.csv", asked.Events);
        Assert.Equal(["channel=source", "time=date", "user=customer_id"], asked.Map.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
        Assert.True(asked.SkipUnreadable && asked.HasOwnData);
    }

    [Fact]
    public void Parse_Nothing_AsksForTheSample() => Assert.False(Arguments.Parse([]).HasOwnData);

    [Fact]
    public void Parse_Help_WinsOverEverything() => Assert.True(Arguments.Parse(["--events", "a.csv", "--help", "--nonsense"]).Help);

    [Fact]
    public void Usage_NamesEveryOption()
        => Assert.All(Arguments.OptionNames, name => Assert.Contains(name, Usage.Text, StringComparison.Ordinal));
}
