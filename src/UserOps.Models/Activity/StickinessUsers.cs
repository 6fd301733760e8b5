namespace UserOps.Models.Activity;

/// <summary>The users behind a distribution of active blocks, bound to its dataset.</summary>
public sealed class StickinessUsers
{
    private readonly ActivityLog _log;
    private readonly int[] _blocksOfUser;
    private readonly int _blocks;

    internal StickinessUsers(ActivityLog log, int[] blocksOfUser, int blocks)
    {
        _log = log;
        _blocksOfUser = blocksOfUser;
        _blocks = blocks;
    }

    /// <summary>Gets in how many blocks each user was active: shape [users of the directory]; 0 for none.</summary>
    public ReadOnlySpan<int> ActiveBlocks => _blocksOfUser;

    /// <summary>Gets in how many blocks a user was active; 0 for none.</summary>
    /// <param name="user">A user of the dataset.</param>
    /// <exception cref="KeyNotFoundException">The dataset does not know the user.</exception>
    public int ActiveBlocksOf(UserId user) => _blocksOfUser[_log.OrdinalOf(user)];

    /// <summary>Gets the users active in exactly so many blocks.</summary>
    /// <param name="blocks">0 to the number of blocks; of 0, everybody else of the dataset.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many blocks.</exception>
    public UserSet Exactly(int blocks)
    {
        RequireBlocks(blocks);
        return _log.Users(user => _blocksOfUser[user] == blocks);
    }

    /// <summary>Gets the users active in so many blocks or more.</summary>
    /// <param name="blocks">0 to the number of blocks; of 0, everybody in the dataset.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many blocks.</exception>
    public UserSet AtLeast(int blocks)
    {
        RequireBlocks(blocks);
        return _log.Users(user => _blocksOfUser[user] >= blocks);
    }

    private void RequireBlocks(int blocks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(blocks);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blocks, _blocks);
    }
}
