namespace UserOps.Models.Tests.Segments;

public class EventFilterTests
{
    [Fact]
    public void And_SeveralTests_AreOneFlatList()
    {
        SegmentRule a = Field.Flag("a").Is(true);
        SegmentRule b = Field.Flag("b").Is(true);
        SegmentRule c = Field.Flag("c").Is(true);
        Assert.Equal(a, EventFilter.Any.And(a).Where);
        Assert.Equal(new AllOf { Args = [a, b, c] }, EventFilter.Named("x").And(a).And(b).And(c).Where);
        Assert.Equal("x", Assert.Single(EventFilter.Named("x").And(a).Names));
    }

    [Fact]
    public void Equals_EqualParts_AreEqual()
    {
        EventFilter one = EventFilter.Named("a", "b").And(Field.Category("c").In("x", "y"));
        EventFilter other = new() { Names = ["a", "b"], Where = new OneOf { Field = "c", Values = ["x", "y"] } };
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other with { Names = ["b", "a"] });
        Assert.NotEqual(one, other with { Where = null });
        Assert.Equal(new EventFilter(), EventFilter.Any);
    }

    [Fact]
    public void Conversion_Name_MakesAFilter()
    {
        EventFilter filter = "pay";
        Assert.Equal(EventFilter.Named("pay"), filter);
    }
}
