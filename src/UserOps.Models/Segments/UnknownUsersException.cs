using System.Collections.Immutable;

namespace UserOps.Models;

/// <summary>Some keys name nobody in the dataset.</summary>
public sealed class UnknownUsersException : ArgumentException
{
    private const int Named = 5;

    internal UnknownUsersException(ImmutableArray<UserId> ids, string? parameterName)
        : base(Describe(ids), parameterName)
        => Ids = ids;

    /// <summary>Gets the keys, in the order in which they were given; at least one.</summary>
    public ImmutableArray<UserId> Ids { get; }

    private static string Describe(ImmutableArray<UserId> ids)
    {
        string named = string.Join(", ", ids.Take(Named).Select(id => $"'{id}' ({id.Kind})"));
        return $"The dataset knows no user {named}{(ids.Length > Named ? $" and {ids.Length - Named} more" : "")}.";
    }
}
