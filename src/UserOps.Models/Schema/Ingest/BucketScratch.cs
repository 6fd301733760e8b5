namespace UserOps.Models;

/// <summary>What one thread needs to sort a bucket; reused from bucket to bucket.</summary>
internal sealed class BucketScratch
{
    private int[] _locals = [];
    private int[] _ends = [];
    private EventRow[] _sorted = [];

    /// <summary>Gets the table of the users of a bucket.</summary>
    internal BucketUsers Users { get; } = new();

    /// <summary>Gets room for the place of each row's user in the bucket; holds old values.</summary>
    internal Span<int> Locals(int rows) => Room(ref _locals, rows);

    /// <summary>Gets room for where the rows of each user end; zeros.</summary>
    internal Span<int> Ends(int users)
    {
        Span<int> ends = Room(ref _ends, users);
        ends.Clear();
        return ends;
    }

    /// <summary>Gets room for the sorted rows; holds old values.</summary>
    internal Span<EventRow> Sorted(int rows) => Room(ref _sorted, rows);

    private static Span<T> Room<T>(ref T[] room, int length)
    {
        if (room.Length < length)
        {
            room = GC.AllocateUninitializedArray<T>(Math.Max(length, Math.Min(2 * room.Length, Array.MaxLength)));
        }

        return room.AsSpan(0, length);
    }
}
