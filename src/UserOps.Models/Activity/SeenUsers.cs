namespace UserOps.Models.Activity;

/// <summary>Finds who was there at 'as of': a dataset also knows users whose first event comes later, and those belong to no population.</summary>
internal static class SeenUsers
{
    /// <summary>Gets the users with a row in the user table, and those with an event by 'as of'.</summary>
    internal static UserSet At(EvaluationContext context, UserOpsDataset data)
    {
        ulong[] words = [.. data.Users.HasRow];
        for (int user = 0; user < data.Directory.Count; user++)
        {
            int from = data.Events.Offsets[user];
            bool hasEvent = from < data.Events.Offsets[user + 1] && data.Events.UtcTicks[from] <= context.AsOf.UtcTicks;
            words[user >> 6] |= hasEvent ? 1UL << (user & 63) : 0;
        }

        return new(data.Directory, words);
    }
}
