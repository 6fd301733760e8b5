namespace UserOps.Samples;

/// <summary>What the simulation knows of one user or visitor.</summary>
internal sealed record Person
{
    /// <summary>Gets the position among all people, visitors last.</summary>
    internal required int Position { get; init; }

    /// <summary>Gets the id written to the log.</summary>
    internal required string Id { get; init; }

    /// <summary>Gets the instant of registration, in milliseconds since the first midnight; negative before the sample, <see cref="long.MinValue"/> for a visitor.</summary>
    internal required long RegisteredAt { get; init; }

    /// <summary>Gets the position in <see cref="Market.Channels"/>.</summary>
    internal required byte Channel { get; init; }

    /// <summary>Gets the position in <see cref="Market.Systems"/>.</summary>
    internal required byte System { get; init; }

    /// <summary>Gets the odds of opening the app on an ordinary day; heavy-tailed.</summary>
    internal required double Activity { get; init; }

    /// <summary>Gets the first day the user is here.</summary>
    internal required int FirstDay { get; init; }

    /// <summary>Gets the first day the user has left.</summary>
    internal required int LeavesOn { get; init; }

    /// <summary>Gets the day a user who left is back; beyond the sample for most.</summary>
    internal required int ReturnsOn { get; init; }

    /// <summary>Gets a value indicating whether a card was bound before the sample begins.</summary>
    internal required bool HasCard { get; init; }

    internal bool IsVisitor => RegisteredAt == long.MinValue;

    internal bool IsHere(int day) => day >= FirstDay && (day < LeavesOn || day >= ReturnsOn);
}
