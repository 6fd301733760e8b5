namespace UserOps.Models;

/// <summary>Finds who was there at 'as of': a dataset also knows users whose first event comes later, and those belong to no population.</summary>
internal static class SeenUsers
{
    /// <summary>Gets the users with a row in the user table, and those with an event by 'as of'. O(users): one look at the first event of each, and none where 'as of' is after all.</summary>
    internal static UserSet At(EvaluationContext context, UserOpsDataset data)
    {
        ulong[] words = [.. data.Users.HasRow];
        ReadOnlySpan<int> offsets = data.Events.Offsets;
        ReadOnlySpan<long> utcTicks = data.Events.UtcTicks;
        bool isAllSeen = data.Events.Count == 0 || data.Events.LastTicks <= context.AsOf.UtcTicks;
        for (int user = 0; user < data.Directory.Count; user++)
        {
            // The first event is the earliest: where it is not seen, none is.
            bool acted = offsets[user] < offsets[user + 1] && (isAllSeen || utcTicks[offsets[user]] <= context.AsOf.UtcTicks);
            words[user >> 6] |= RowKernels.Bit(acted) << user;
        }

        return new(data.Directory, words);
    }
}
