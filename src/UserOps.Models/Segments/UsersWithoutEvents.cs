namespace UserOps.Models;

/// <summary>What a user is worth who has none of the events whose amounts are added up.</summary>
public enum UsersWithoutEvents
{
    /// <summary>Nothing is known: the user has no value, and is in no total, no rank and no tier.</summary>
    NoValue,

    /// <summary>The value is 0, as of everybody who could have paid and did not.</summary>
    Zero,
}
