using UserOps.Models.Presentation;

namespace UserOps.Models.Tests.Presentation;

public sealed class TextTableTests
{
    [Fact]
    public void ToText_ChineseCells_LineUp() => Channels().ToText().ShouldMatchSnapshot();

    [Fact]
    public void ToMarkdown_ChineseCells_LineUp() => Channels().ToMarkdown().ShouldMatchSnapshot("md");

    [Fact]
    public void ToHtml_ChineseCells_AreMarkedUp() => Channels().ToHtml().ShouldMatchSnapshot("html");

    [Fact]
    public void ToText_HostileCells_StayOnTheirLines() => Hostile().ToText().ShouldMatchSnapshot();

    [Fact]
    public void ToMarkdown_HostileCells_StayText() => Hostile().ToMarkdown().ShouldMatchSnapshot("md");

    [Fact]
    public void ToHtml_HostileCells_StayText() => Hostile().ToHtml().ShouldMatchSnapshot("html");

    [Fact]
    public void ToText_EveryLine_EndsAtTheWidthOfItsColumns()
    {
        var table = new TextTableBuilder(TextColumn.Left("渠道"), TextColumn.Right("😀"), TextColumn.Center("x"), TextColumn.Right("|"))
            .AddRow("自然搜索", "1", "中", "|").AddRow("👩‍👩‍👧‍👦", "e\u0301", "\u001B[31m", "|").AddRow("", null, "ab", "|").Build();
        var widths = table.ToText().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => CellWidth.Of(line)).Distinct();
        Assert.Single(widths);
    }

    [Fact]
    public void ToString_Table_IsItsText() => Assert.Equal(Channels().ToText(), Channels().ToString());

    [Fact]
    public void Render_NoRows_GivesHeadersOnly()
    {
        var empty = new TextTableBuilder(TextColumn.Left("step"), TextColumn.Right("users")) { Title = "" }.Build();
        Assert.Equal("step  users\n----  -----\n", empty.ToText());
        Assert.Equal("| step | users |\n| :--- | ----: |\n", empty.ToMarkdown());
        Assert.Equal("step,users\r\n", empty.ToCsv());
        Assert.StartsWith("<table>\n  <thead>", empty.ToHtml(), StringComparison.Ordinal);
    }

    [Theory] // a cell and its field in a file that programs read
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]                       // alone in its record: an empty line would be skipped
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData(" padded", "\" padded\"")]
    [InlineData("中文，全角逗号", "中文，全角逗号")]
    [InlineData("=1+1", "=1+1")]
    public void ToCsv_Exact_FollowsRfc4180(string cell, string field)
        => Assert.Equal($"h\n{field}\n", OneCell(cell).ToCsv(CsvStyle.Exact));

    [Theory] // a cell and its field in a file that people open
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+1-1", "'+1-1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("--", "'--")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-1,234.50", "\"-1,234.50\"")]     // a number, not a formula
    [InlineData("+3.2%", "+3.2%")]
    [InlineData("-", "-")]                         // a value that does not exist
    [InlineData("a=b", "a=b")]
    public void ToCsv_Spreadsheet_RunsNoFormula(string cell, string field)
        => Assert.Equal($"h\r\n{field}\r\n", OneCell(cell).ToCsv());

    [Theory]
    [InlineData(TextAlignment.Left, "中\n")]
    [InlineData(TextAlignment.Right, " 中\n")]
    [InlineData(TextAlignment.Center, " 中\n")]
    public void ToText_Alignment_PlacesTheCell(TextAlignment alignment, string expected)
    {
        var table = new TextTableBuilder(new TextColumn("abc", alignment)).AddRow("中").Build();
        Assert.Equal("abc\n---\n" + expected, table.ToText());
    }

    [Fact]
    public void AddRow_WrongNumberOfCells_IsRefused()
    {
        var builder = new TextTableBuilder(TextColumn.Left("a"), TextColumn.Left("b")).AddRow("1", "2");
        var refused = Assert.Throws<ArgumentException>("cells", () => builder.AddRow("3"));
        Assert.StartsWith("Row 1 has 1 cells, the table has 2 columns.", refused.Message, StringComparison.Ordinal);
        Assert.Single(builder.Build().Rows);
    }

    [Fact]
    public void Builder_WithoutColumns_IsRefused()
    {
        Assert.Throws<ArgumentException>("columns", () => new TextTableBuilder());
        Assert.Throws<ArgumentException>("columns", () => new TextTableBuilder(TextColumn.Left("a"), null!));
    }

    [Fact]
    public void Column_BadArguments_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("header", () => TextColumn.Left(null!));
        Assert.Throws<ArgumentOutOfRangeException>("alignment", () => new TextColumn("a", (TextAlignment)7));
    }

    [Fact]
    public void Build_ThenAddRow_LeavesTheTableAsItWas()
    {
        var builder = new TextTableBuilder(TextColumn.Left("a")).AddRow("1");
        var table = builder.Build();
        builder.AddRow("2");
        Assert.Single(table.Rows);
        Assert.Equal(2, builder.Build().Rows.Length);
    }

    private static TextTable OneCell(string cell) => new TextTableBuilder(TextColumn.Left("h")).AddRow(cell).Build();

    private static TextTable Channels()
        => new TextTableBuilder(TextColumn.Left("渠道 channel"), TextColumn.Right("users"), TextColumn.Right("转化"), TextColumn.Center("ok"))
        {
            Title = "漏斗 by channel",
        }
        .AddRow("自然搜索", CellText.Count(12_345), CellText.Percent(0.456), "✔")
        .AddRow("app store 应用商店", CellText.Count(987), CellText.Percent(0.05), "")
        .AddRow("老友推荐 👩‍👩‍👧‍👦", CellText.Count(0), CellText.Percent(null), "😀")
        .Build();

    private static TextTable Hostile()
        => new TextTableBuilder(TextColumn.Left("what"), TextColumn.Left("cell | 单元格"), TextColumn.Right("end")) { Title = "<b>title</b> & *more*" }
            .AddRow("line breaks", "one\r\ntwo\rthree\nfour\u2028five", "|")
            .AddRow("terminal", "\u001B[2J\u0007\tbell\u007F\u009B31m", "|")
            .AddRow("reordering", "abc\u202Edef\u2066", "|")
            .AddRow("markup", "<script>alert('1')</script> & \"q\"", "|")
            .AddRow("markdown", "a|b `c` *d* _e_ [f](g) \\ bind_card ~~h~~", "|")
            .AddRow("surrogate", "x\uD83Dy", "|")
            .Build();
}
