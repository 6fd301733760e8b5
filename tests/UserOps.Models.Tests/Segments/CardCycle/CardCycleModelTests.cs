using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Tests.Segments;

public class CardCycleModelTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly QuantityField PaymentDay = Field.Quantity("payment_day", 0);

    private static readonly CardCycleNodeRule Payment = CardCycleDefinition.Default.Nodes[0];

    [Theory] // the payment day, today; the node begins 3 days before
    [InlineData(20, "2026-03-16", null, "2026-03-20", 1)]
    [InlineData(20, "2026-03-17", "2026-03-20", "2026-04-20", 31)]
    [InlineData(20, "2026-03-20", "2026-03-20", "2026-04-20", 28)]
    [InlineData(20, "2026-03-21", null, "2026-04-20", 27)]
    [InlineData(31, "2026-02-25", "2026-02-28", "2026-03-31", 31)] // the end of the month stands for it
    [InlineData(31, "2026-04-27", "2026-04-30", "2026-05-31", 31)]
    [InlineData(29, "2024-02-26", "2024-02-29", "2024-03-29", 29)]
    [InlineData(2, "2025-12-30", "2026-01-02", "2026-02-02", 31)] // over the new year
    public void Explain_MonthlyNode_HoldsBeforeItsDate(int day, string today, string? date, string next, int daysToNext)
    {
        CardCycleNodeExplanation node = Explain(new() { Nodes = [Payment] }, RowTable.Of(PaymentDay, (decimal)day), today).Nodes[0];
        Assert.Equal((Date(date), Date(next), daysToNext), (node.Date, node.NextDate, node.DaysToNext!.Value));
    }

    [Theory] // the fee runs from 29 February 2024; the node begins 15 days before
    [InlineData("2024-02-13", null, "2024-02-29", 1)]
    [InlineData("2024-02-14", "2024-02-29", "2025-02-28", 365)] // the date itself counts
    [InlineData("2025-02-28", "2025-02-28", "2026-02-28", 350)]
    [InlineData("2028-02-29", "2028-02-29", "2029-02-28", 350)]
    public void Explain_YearlyNode_FallsOnEveryAnniversary(string today, string? date, string next, int daysToNext)
    {
        CardCycleNodeRule fee = CardCycleDefinition.Default.Nodes.Single(rule => rule.Node == CardCycleNode.AnnualFee);
        CardCycleNodeExplanation node = Explain(new() { Nodes = [fee] }, RowTable.Of(Field.Date(fee.Field), new DateOnly(2024, 2, 29)), today).Nodes[0];
        Assert.Equal((Date(date), Date(next), daysToNext), (node.Date, node.NextDate, node.DaysToNext!.Value));
    }

    [Theory]
    [InlineData("2026-03-18", CardCycleNode.PaymentDue, true)] // statement and payment, payment first
    [InlineData("2026-03-16", CardCycleNode.Approval, true)] // statement and approval
    [InlineData("2026-04-16", CardCycleNode.Statement, true)]
    [InlineData("2026-04-21", null, true)]
    public void Explain_SeveralNodes_TakesTheFirstOfTheTable(string today, CardCycleNode? current, bool isKnown)
    {
        RowTable card = Card(new() { ["payment_day"] = 20m, ["statement_day"] = 16m, ["approved_on"] = new DateOnly(2026, 3, 10), ["expires_on"] = new DateOnly(2031, 3, 31), ["annual_fee_from"] = new DateOnly(2026, 8, 1) });
        CardCycleExplanation explanation = Explain(CardCycleDefinition.Default, card, today);
        Assert.Equal((current, isKnown, true), (explanation.Current, explanation.IsCurrentKnown, explanation.IsNextKnown));
    }

    [Fact]
    public void Evaluate_MissingDates_MakeTheCurrentNodeUncertainOnlyWhereTheyMatter()
    {
        // Expiry is not known: it would come before the approval that holds, but not before a payment that is due.
        RowTable known = Card(new() { ["payment_day"] = 20m, ["statement_day"] = 16m, ["approved_on"] = new DateOnly(2026, 3, 10), ["annual_fee_from"] = new DateOnly(2026, 8, 1) });
        CardCycleResult due = Evaluate(CardCycleDefinition.Default, known, "2026-03-18");
        Assert.Equal((1, 0L), (due.Users.Current(CardCycleNode.PaymentDue).Count, due.Summary.Uncertain));
        CardCycleResult approved = Evaluate(CardCycleDefinition.Default, known, "2026-03-12");
        Assert.Equal((1, 0, 1L), (approved.Users.Holding(CardCycleNode.Approval).Count, approved.Users.Current(CardCycleNode.Approval).Count, approved.Summary.Uncertain));
        Assert.Equal(1, approved.Users.Unknown(CardCycleNode.Expiry).Count);
        Assert.Equal(0, approved.Users.Unknown(CardCycleNode.FirstUse).Count); // never used is an answer
        Assert.False(approved.Users.Explain("u0").IsNextKnown);
    }

    [Fact]
    public void Triggers_RunDayAfterDay_SetEachNodeOffOnce()
    {
        UserOpsDataset data = RowTable.Of(PaymentDay, 20m, 31m, null).ToUsers();
        var model = new CardCycleModel(new() { Nodes = [Payment] });
        var done = new HashSet<CardCycleTrigger>();
        var log = new List<string>();
        foreach (DateOnly day in Enumerable.Range(0, 60).Select(new DateOnly(2026, 2, 1).AddDays).Where(day => day.Day != 17)) // one day the job did not run
        {
            foreach (CardCycleTrigger trigger in model.Evaluate(data, EvaluationContext.AtEndOf(day, Zone)).Users.Triggers().Where(done.Add))
            {
                log.Add(string.Create(CultureInfo.InvariantCulture, $"{day:MM-dd} {trigger.User} {trigger.Date:MM-dd}"));
            }
        }

        Assert.Equal(["02-18 u0 02-20", "02-25 u1 02-28", "03-18 u0 03-20", "03-28 u1 03-31"], log);
        Assert.All(done, trigger => Assert.Equal(trigger, UserOpsJson.Deserialize<CardCycleTrigger>(UserOpsJson.Serialize(trigger))));
    }

    [Fact]
    public void Summary_OfParts_AddsUpToTheWhole()
    {
        var random = new Xoshiro256(1);
        object?[] days = [.. Enumerable.Range(0, 10_000).Select(_ => random.NextInt32(10) == 0 ? null : (object)(decimal)(1 + random.NextInt32(31)))];
        var definition = new CardCycleDefinition { Nodes = [Payment] };
        CardCycleSummary whole = Evaluate(definition, RowTable.Of(PaymentDay, days), "2026-03-29").Summary;
        CardCycleSummary merged = CardCycleSummary.Merge(
            Evaluate(definition, RowTable.Of(PaymentDay, days[..3_333]), "2026-03-29").Summary,
            Evaluate(definition, RowTable.Of(PaymentDay, days[3_333..]), "2026-03-29").Summary);
        Assert.Equal(whole, merged);
        Assert.Equal(whole, UserOpsJson.Deserialize<CardCycleSummary>(UserOpsJson.Serialize(whole)));
        Assert.True(whole.Nodes[0] is { Holding: > 1_000, Entered: > 200, Unknown: > 900 });
        Assert.Throws<ArgumentException>(() => CardCycleSummary.Merge(whole, whole with { Context = EvaluationContext.AtEndOf(new(2026, 3, 30), Zone) }));
    }

    [Fact]
    public void Evaluate_AnyNumberOfThreads_GivesTheSame()
    {
        UserOpsDataset data = RowTable.Of(PaymentDay, [.. Enumerable.Range(0, 10_000).Select(i => i % 7 == 0 ? null : (object)(decimal)(i % 33))]).ToUsers();
        var model = new CardCycleModel(new() { Nodes = [Payment] });
        var context = EvaluationContext.AtEndOf(new(2026, 2, 28), Zone);
        CardCycleResult alone = model.Evaluate(data, context, new() { MaxDegreeOfParallelism = 1 });
        CardCycleResult together = model.Evaluate(data, context, new() { MaxDegreeOfParallelism = 4 });
        Assert.Equal(alone.Summary, together.Summary);
        Assert.Equal(alone.Users.Holding(CardCycleNode.PaymentDue), together.Users.Holding(CardCycleNode.PaymentDue));
        Assert.Throws<OperationCanceledException>(() => model.Evaluate(data, context, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Explain_AnyUser_RoundTripsAndStrangersAreRefused()
    {
        CardCycleResult result = Evaluate(new() { Nodes = [Payment] }, RowTable.Of(PaymentDay, 20m), "2026-03-18");
        CardCycleExplanation explanation = result.Users.Explain("u0");
        Assert.Equal(explanation, UserOpsJson.Deserialize<CardCycleExplanation>(UserOpsJson.Serialize(explanation)));
        Assert.Equal("The dataset does not know the user 'nobody'.", Assert.Throws<KeyNotFoundException>(() => result.Users.Explain("nobody")).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Users.Holding(CardCycleNode.Expiry));
    }

    [Theory] // the ends of the calendar
    [InlineData("0001-01-03", 31)]
    [InlineData("9999-12-31", 31)]
    [InlineData("9999-12-29", 1)]
    public void Evaluate_EndsOfTheCalendar_DoNotOverflow(string today, int day)
    {
        ImmutableArray<CardCycleNodeRule> nodes =
        [
            Payment with { DaysBefore = 13, DaysAfter = 14 },
            Payment with { Node = CardCycleNode.Expiry, Timing = CardCycleTiming.Once, Field = "on", DaysBefore = int.MaxValue, DaysAfter = int.MaxValue },
            Payment with { Node = CardCycleNode.AnnualFee, Timing = CardCycleTiming.Yearly, Field = "on", DaysBefore = 364 },
        ];
        var card = new RowTable([PaymentDay, Field.Date("on")], [[(decimal)day, Date(today)]]);
        CardCycleExplanation explanation = Explain(new() { Nodes = nodes }, card, today);
        Assert.Equal((true, true), (explanation.Nodes[1].Holds, explanation.Nodes[2].Holds));
    }

    public static TheoryData<CardCycleDefinition, string> Faults => new()
    {
        { new() { Nodes = default }, "missingMember /nodes: A card has at least one node." },
        { new() { Nodes = [] }, "missingMember /nodes: A card has at least one node." },
        { new() { Nodes = [null!] }, "missingMember /nodes/0: The node is null." },
        { new() { Nodes = [Payment, Payment with { Field = " " }] }, "duplicateNode /nodes/1/node: The node PaymentDue stands twice.|unknownField /nodes/1/field: A field has a name." },
        { new() { Nodes = [Payment with { Node = (CardCycleNode)99, Timing = (CardCycleTiming)9 }] }, "unknownValue /nodes/0/node: There is no node 99.|unknownValue /nodes/0/timing: There is no timing 9." },
        {
            new() { Nodes = [Payment with { DaysBefore = -1, DaysAfter = -2, DisplayName = null! }] },
            "outOfRange /nodes/0/daysBefore: A node holds 0 days or more around its date, not -1.|outOfRange /nodes/0/daysAfter: A node holds 0 days or more around its date, not -2.|"
                + "textMissing /nodes/0/displayName/zh: The Chinese text is missing.|textMissing /nodes/0/displayName/en: The English text is missing."
        },
        {
            new() { Nodes = [Payment with { DaysBefore = 14, DaysAfter = 14 }] },
            "outOfRange /nodes/0: A node of timing Monthly holds at most 28 days, or it would not be over when it begins again; this one holds 29."
        },
        {
            new() { Nodes = [Payment with { Timing = CardCycleTiming.Yearly, DaysBefore = int.MaxValue, DaysAfter = int.MaxValue }] },
            "outOfRange /nodes/0: A node of timing Yearly holds at most 365 days, or it would not be over when it begins again; this one holds 4294967295."
        },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Model_FaultyDefinition_NamesEveryFault(CardCycleDefinition definition, string expected)
        => Assert.Equal(expected, Text(Assert.Throws<InvalidDefinitionException>(() => new CardCycleModel(definition))));

    [Fact]
    public void Evaluate_OtherColumns_AreRefused()
    {
        var model = new CardCycleModel(new() { Nodes = [Payment, .. CardCycleDefinition.Default.Nodes.Where(rule => rule.Node is CardCycleNode.Expiry or CardCycleNode.Approval)] });
        UserOpsDataset data = new RowTable([Field.Date("payment_day"), Field.Category("expires_on")], [[null, null]]).ToUsers();
        Assert.Equal(
            "typeMismatch /nodes/0/field: 'payment_day' is of kind Date; a node of timing Monthly takes a number from 1 to 31.|"
            + "typeMismatch /nodes/1/field: 'expires_on' is of kind Category; a node of timing Once takes a date.|"
            + "unknownField /nodes/2/field: There is no field 'approved_on' here.",
            Text(Assert.Throws<InvalidDefinitionException>(() => model.Evaluate(data, EvaluationContext.AtEndOf(new(2026, 3, 1), Zone)))));
    }

    [Fact]
    public void Default_Table_HasEveryNodeOnceAndIsSound()
    {
        Assert.Equal(Enum.GetValues<CardCycleNode>(), CardCycleDefinition.Default.Nodes.Select(rule => rule.Node).Order());
        Assert.Empty(CardCycleRules.Check(CardCycleDefinition.Default));
    }

    private static RowTable Card(Dictionary<string, object?> values)
    {
        ImmutableArray<Field> fields = [.. CardCycleDefinition.Default.Nodes.Select(rule => (Field)(rule.Timing == CardCycleTiming.Monthly ? Field.Quantity(rule.Field, 0) : Field.Date(rule.Field)))];
        return new(fields, [[.. fields.Select(field => values.GetValueOrDefault(field.Name))]]);
    }

    private static CardCycleExplanation Explain(CardCycleDefinition definition, RowTable cards, string today) => Evaluate(definition, cards, today).Users.Explain("u0");

    private static CardCycleResult Evaluate(CardCycleDefinition definition, RowTable cards, string today)
        => new CardCycleModel(definition).Evaluate(cards.ToUsers(), EvaluationContext.AtEndOf(Date(today)!.Value, Zone));

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(InvalidDefinitionException exception)
        => string.Join('|', exception.Issues.Select(issue => $"{issue.Code} {issue.Path}: {issue.Message}"));
}
