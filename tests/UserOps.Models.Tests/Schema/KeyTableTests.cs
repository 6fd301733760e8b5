using Shouldly;

namespace UserOps.Models.Tests.Schema;

public class KeyTableTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1L << 20)]
    [InlineData(1L << 40)]
    [InlineData(1_000_003)]
    public void GetOrAdd_PatternedNumbers_GetOrdinalsInOrderOfSight(long step)
    {
        const int Keys = 5_000;
        var table = new KeyTable<NumberKey>();

        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < Keys; i++)
            {
                table.GetOrAdd((i - 100) * step, out bool isNew).ShouldBe(i);
                isNew.ShouldBe(round == 0);
            }
        }

        table.TryGet(Keys * step, out int ordinal).ShouldBeFalse();
        ordinal.ShouldBe(-1);
    }

    [Fact]
    public void Truncate_LaterKeys_AreForgotten()
    {
        var table = new KeyTable<TextKey>();
        foreach (int i in Enumerable.Range(0, 100))
        {
            table.GetOrAdd($"key {i}", out _);
        }

        KeyTable<TextKey> copy = table.Copy();
        table.Truncate(40);

        table.Count.ShouldBe(40);
        table.TryGet("key 39", out int ordinal).ShouldBeTrue();
        ordinal.ShouldBe(39);
        table.TryGet("key 40", out _).ShouldBeFalse();
        table.GetOrAdd("key 99", out _).ShouldBe(40);
        copy.TryGet("key 99", out ordinal).ShouldBeTrue();
        ordinal.ShouldBe(99);
    }

    [Fact]
    public void Hash_TextsOfAllLengths_TellsThemApart()
    {
        // Every length from empty to beyond the last fixed case, and every single place changed.
        HashSet<uint> hashes = [];
        int texts = 0;
        for (int length = 0; length < 80; length++)
        {
            hashes.Add(new TextKey(new string('a', length)).Hash());
            texts++;
            for (int place = 0; place < length; place++)
            {
                hashes.Add(new TextKey(new string('a', place) + 'b' + new string('a', length - place - 1)).Hash());
                texts++;
            }
        }

        (texts - hashes.Count).ShouldBeLessThan(5); // 3,240 texts in 32 bits: 0.001 collisions are expected
    }

    [Fact]
    public void Hash_TextsWhoseHalvesAreEqual_DoNotCancelOut()
    {
        HashSet<uint> hashes = [.. Enumerable.Range(0, 1_000).Select(i => $"{i:D16}").Select(half => new TextKey(half + half).Hash())];

        hashes.Count.ShouldBe(1_000);
    }

    [Fact]
    public void Flush_MoreKeysThanOneBatch_EqualsOneByOne()
    {
        var random = new Xoshiro256(5);
        int[] keys = [.. Enumerable.Range(0, 50_000).Select(_ => random.NextInt32(9_000))];
        var table = new KeyTable<TextKey>();
        var ordinals = new RowBuffer<int>();
        var batch = new KeyBatch<TextKey>(table, ordinals, new PendingUserIds());
        foreach (int key in keys)
        {
            batch.Add($"user {key}");
        }

        batch.Flush();

        var expected = new KeyTable<NumberKey>();
        ordinals.Span.ToArray().ShouldBe(keys.Select(key => expected.GetOrAdd(key, out _)));
    }
}
