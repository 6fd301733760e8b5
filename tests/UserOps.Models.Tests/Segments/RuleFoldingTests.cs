namespace UserOps.Models.Tests.Segments;

public class RuleFoldingTests
{
    [Theory] // T and F are the empty and, the empty or; a and b are tests of fields, e an event node
    [InlineData("T", "T")]
    [InlineData("and(a,T)", "a")]
    [InlineData("and(a,F)", "F")]
    [InlineData("or(a,F)", "a")]
    [InlineData("or(a,T,e)", "T")]
    [InlineData("and(a,and(b,e))", "and(a,b,e)")]
    [InlineData("or(or(a,b),e)", "or(a,b,e)")]
    [InlineData("and(a,or(F,b),a)", "and(a,b)")]
    [InlineData("and(a,a)", "a")]
    [InlineData("not(not(a))", "a")]
    [InlineData("not(T)", "F")]
    [InlineData("not(and(a,F))", "T")]
    [InlineData("and(a,not(a))", "and(a,not(a))")] // unknown where a is: no contradiction
    [InlineData("assume(e)", "e")] // counts are never unknown
    [InlineData("assume(a)", "assume(a)")]
    [InlineData("assume(assume(a))", "assume(a)")]
    [InlineData("assume(or(a,T))", "T")]
    [InlineData("and(always,a)", "a")]
    [InlineData("or(never,e)", "e")]
    public void Of_Rule_LeavesOutWhatDecidesNothing(string rule, string expected)
        => Assert.Equal(Read(expected), RuleFolding.Of(Read(rule)));

    private static SegmentRule Read(string text)
    {
        (SegmentRule rule, int end) = Read(text, 0);
        Assert.Equal(text.Length, end);
        return rule;
    }

    private static (SegmentRule Rule, int End) Read(string text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        string word = text[at..end];
        var args = new List<SegmentRule>();
        if (end < text.Length && text[end] == '(')
        {
            do
            {
                (SegmentRule arg, end) = Read(text, end + 1);
                args.Add(arg);
            }
            while (text[end] == ',');
            end++;
        }

        SegmentRule rule = word switch
        {
            "T" => new AllOf { Args = [] },
            "F" => new AnyOf { Args = [] },
            "and" => new AllOf { Args = [.. args] },
            "or" => new AnyOf { Args = [.. args] },
            "not" => args[0].Not(),
            "assume" => args[0].WhenUnknown(true),
            "e" => Rule.Event("pay").AtLeast(1),
            "always" => Rule.Event("pay").AtLeast(0),
            "never" => new EventCount { Event = "pay", Comparison = Comparison.LessThan, Count = 0 },
            _ => Field.Flag(word).Is(true),
        };
        return (rule, end);
    }
}
