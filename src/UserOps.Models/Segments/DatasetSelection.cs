namespace UserOps.Models;

/// <summary>Makes some users of a dataset a dataset of their own, so that any model can be asked over a base population.</summary>
public static class DatasetSelection
{
    /// <summary>Copies the rows of some users: their attributes, their events with all properties, and the contents whole.</summary>
    /// <param name="data">All users.</param>
    /// <param name="users">The chosen ones: a set of the dataset, or of an earlier state of it.</param>
    /// <returns>
    /// A dataset in which nobody else exists. Its ordinals are its own, in the same order, so sets of the one do not combine with sets of the
    /// other: go back by <see cref="UserSet.Ids"/>. Nothing can be appended to it, because it could not tell a new user from one left out; append to
    /// the whole and choose again. Event names and texts are those of the whole, its ingest report is that of the whole.
    /// </returns>
    /// <exception cref="ArgumentNullException">The dataset or the set is null.</exception>
    /// <exception cref="ArgumentException">The set belongs to other data, or to a later state of them.</exception>
    /// <remarks>O(users + chosen events), one copy of what is chosen.</remarks>
    public static UserOpsDataset Only(this UserOpsDataset data, UserSet users)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(users);
        if (!users.Directory.IsSameOrEarlierStateOf(data.Directory))
        {
            throw new ArgumentException(
                $"The set belongs to another directory, of {users.Directory.Count} users; only a set of this dataset, or of one it grew out of, says who is chosen here.",
                nameof(users));
        }

        IEnumerable<string> columns = data.Users.Columns.Concat(data.Events.Columns).Select(column => column.Field.Name);
        return ChosenUsers.Of(data, [.. users], columns.ToHashSet(StringComparer.Ordinal));
    }
}
