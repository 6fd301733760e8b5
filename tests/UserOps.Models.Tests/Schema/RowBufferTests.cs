using Shouldly;

namespace UserOps.Models.Tests.Schema;

public class RowBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_000)]
    public void Borrow_WhateverRoomThereWas_KeepsAllThatFollows(int room)
    {
        int[] lent = [1, 2, 3];
        var buffer = new RowBuffer<int>();
        buffer.MakeRoom(room);

        buffer.Borrow(lent);
        buffer.Add(4);
        buffer.Add([5, 6]);
        buffer.AddRepeated(7, 2);
        buffer.Borrow(new[] { 8 });

        buffer.Count.ShouldBe(9);
        buffer.Span.ToArray().ShouldBe([1, 2, 3, 4, 5, 6, 7, 7, 8]);
        lent.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Borrow_FirstColumn_IsNotCopied()
    {
        int[] lent = [1, 2, 3];
        var buffer = new RowBuffer<int>();
        buffer.MakeRoom(10);

        buffer.Borrow(lent);

        buffer.Memory.ShouldBe(lent.AsMemory());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public void Truncate_Borrowed_KeepsTheFirstAndTakesMore(int kept)
    {
        int[] lent = [1, 2, 3];
        var buffer = new RowBuffer<int>();
        buffer.MakeRoom(10);
        buffer.Borrow(lent);

        buffer.Truncate(kept);
        buffer.Span.ToArray().ShouldBe(lent[..kept]);
        buffer.Add(9);

        buffer.Span.ToArray().ShouldBe([.. lent[..kept], 9]);
        lent.ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Truncate_Owned_ForgetsTheLast()
    {
        var buffer = new RowBuffer<int>();
        buffer.Add([1, 2, 3]);

        buffer.Truncate(1);
        buffer.Add(4);

        buffer.Span.ToArray().ShouldBe([1, 4]);
    }

    [Fact]
    public void Borrow_NothingAfterRows_AddsNothing()
    {
        var buffer = new RowBuffer<int>();
        buffer.Borrow(default);
        buffer.Add(1);
        buffer.Borrow(default);

        buffer.Span.ToArray().ShouldBe([1]);
    }
}
