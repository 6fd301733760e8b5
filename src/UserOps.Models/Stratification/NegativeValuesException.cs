using System.Collections.Immutable;
using System.Globalization;

namespace UserOps.Models.Stratification;

/// <summary>Some values are negative where a share of their total is asked for: with losses in it, some would hold more than all.</summary>
public sealed class NegativeValuesException : ArgumentException
{
    private const string Reason = "a share of a total needs values of 0 or more. Of profits with losses ask WhaleCurveModel.";

    internal NegativeValuesException(int index, decimal value, string? parameterName)
        : base(string.Create(CultureInfo.InvariantCulture, $"Value {index} is negative ({value}); {Reason}"), parameterName)
        => Index = index;

    internal NegativeValuesException(ImmutableArray<UserId> users, decimal first, string? parameterName)
        : base(Describe(users, first), parameterName)
        => Users = users;

    /// <summary>Gets the position of the first negative value; null where values are those of users.</summary>
    public int? Index { get; }

    /// <summary>Gets the users with a negative value in the order of their ids; empty where values are those of nobody known.</summary>
    public ImmutableArray<UserId> Users { get; } = [];

    private static string Describe(ImmutableArray<UserId> users, decimal first) => string.Create(
        CultureInfo.InvariantCulture,
        $"The value of user '{users[0]}' is negative ({first}){(users.Length > 1 ? $", and so are {users.Length - 1} more" : "")}; {Reason}");
}
