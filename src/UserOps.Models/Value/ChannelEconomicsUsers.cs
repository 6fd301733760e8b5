namespace UserOps.Models.Value;

/// <summary>The users behind unit economics by channel, bound to its dataset. Each set is found when it is asked for, in one pass over the users.</summary>
public sealed class ChannelEconomicsUsers
{
    private readonly ChannelEconomicsPlan _plan;

    internal ChannelEconomicsUsers(ChannelEconomicsPlan plan) => _plan = plan;

    /// <summary>Gets the users a channel won: as many as its row says.</summary>
    /// <param name="channel">The channel, ordinal; null for users without one. One that won nobody gives nobody.</param>
    public UserSet Won(string? channel)
    {
        int asked = channel is null ? _plan.Channels.Count - 1 : _plan.Channels.Values.IndexOf(channel, 0, StringComparer.Ordinal);
        var words = new ulong[BitKernels.WordsFor(_plan.Data.Directory.Count)];
        for (int user = 0; user < _plan.Data.Directory.Count; user++)
        {
            words[user >> 6] |= _plan.Channels.Of(user) == asked && _plan.WonBy(user) >= 0 ? 1UL << user : 0;
        }

        return new(_plan.Data.Directory, words);
    }
}
