using System.Collections.Immutable;

namespace UserOps.Models.Tests.Segments;

public class AudienceTests
{
    private static readonly FlagField A = Field.Flag("a");
    private static readonly FlagField B = Field.Flag("b");
    private static readonly EvaluationContext Context = EvaluationContext.AtEndOf(new(2024, 3, 31), TimeZoneInfo.Utc);

    // Every pair of true, false and unknown: TT TF TN FT FF FN NT NF NN
    private static readonly UserOpsDataset Pairs = new RowTable(
        [A, B], [.. from a in Answers from b in Answers select new object?[] { a, b }]).ToUsers();

    private static bool?[] Answers => [true, false, null];

    [Fact]
    public void Combinations_EveryPair_FollowTheRuleTheyAreNamedAfter()
    {
        (Audience a, Audience b) = (Of(A.Is(true)), Of(B.Is(true)));
        Assert.Equal("TF?FFF?F?", Text(a.Intersect(b)));
        Assert.Equal("TTTTF?T??", Text(a.Union(b)));
        Assert.Equal("FT?FFFF??", Text(a.Except(b)));
        Assert.Equal("FT?TF????", Text(a.SymmetricDifference(b)));
        Assert.Equal("FFFTTT???", Text(a.Complement()));
        foreach (Audience combined in (Audience[])[a.Intersect(b), a.Union(b), a.Except(b), a.SymmetricDifference(b), a.Complement()])
        {
            Assert.Equal(Text(Of(combined.Rule)), Text(combined)); // the combination says what its rule says
        }
    }

    [Fact]
    public void Combinations_OfOtherQuestions_AreRefused()
    {
        Audience a = Of(A.Is(true));
        Audience later = new SegmentModel(A.Is(true)).Evaluate(Pairs, Context with { AsOf = Context.AsOf.AddDays(1) });
        Assert.Contains("different instants", Assert.Throws<ArgumentException>(() => a.Union(later)).Message, StringComparison.Ordinal);

        UserOpsDataset more = Pairs.Append(new UserOpsDatasetBuilder().AddUsers(["new"], users => users.User(id => id)));
        Audience wider = new SegmentModel(A.Is(true)).Evaluate(more, Context);
        Assert.Contains("different data", Assert.Throws<ArgumentException>(() => a.Intersect(wider)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RuleVersion_SameRule_IsTheSame()
    {
        Assert.Equal("4f1ad1c8b3c38c1f".Length, Of(A.Is(true)).RuleVersion.Length);
        Assert.Equal(Of(A.Is(true)).RuleVersion, Of(Field.Flag("a").Is(true)).RuleVersion);
    }

    [Fact]
    public void RuleVersion_OtherRuleOrOtherReference_IsAnother()
    {
        SegmentRule refers = Rule.InSegment("s");
        ImmutableArray<string> versions =
        [
            Of(A.Is(true)).RuleVersion,
            Of(A.Is(false)).RuleVersion,
            Of(refers, A.Is(true)).RuleVersion,
            Of(refers, A.Is(false)).RuleVersion, // the same text, but what it refers to has changed
            Of(A.Is(true)).Complement().RuleVersion,
            Of(A.Is(true)).Union(Of(B.Is(true))).RuleVersion,
            Of(A.Is(true)).Except(Of(B.Is(true))).RuleVersion,
            Of(B.Is(true)).Except(Of(A.Is(true))).RuleVersion,
        ];
        Assert.Equal(versions.Length, versions.Distinct().Count());
    }

    [Fact]
    public void UnknownEvents_NamesTheDataNeverHeld_AreNoticed()
    {
        UserOpsDataset data = new UserOpsDatasetBuilder()
            .AddEvents(["pay"], events => events.User(_ => "u").Named("pay").At(_ => Context.AsOf))
            .Build();
        SegmentRule rule = Rule.Event("pya").AtLeast(1).Or(Rule.Sequence("pay").Then("liek").Without("abort")).Or(Rule.DidThenNot("aply", "pay", 1, WindowUnit.Day)).Or(Rule.InSegment("s"));
        Audience audience = new SegmentModel(rule, new Dictionary<string, SegmentRule> { ["s"] = Rule.Event("lgoin").Never() }).Evaluate(data, Context);
        Assert.Equal("abort aply lgoin liek pya", string.Join(" ", audience.UnknownEvents));
        Assert.Empty(Of(A.Is(true)).UnknownEvents);
    }

    private static Audience Of(SegmentRule rule, SegmentRule? referred = null)
        => new SegmentModel(rule, referred is null ? null : new Dictionary<string, SegmentRule> { ["s"] = referred }).Evaluate(Pairs, Context);

    private static string Text(Audience audience)
        => string.Concat(audience.Universe.Select(user => audience.Members.Contains(user) ? 'T' : audience.Uncertain.Contains(user) ? '?' : 'F'));
}
