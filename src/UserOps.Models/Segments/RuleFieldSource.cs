namespace UserOps.Models;

/// <summary>The fields a rule may name, by name; null for a name without a field.</summary>
/// <param name="Find">Finds a field of what the rule is asked of.</param>
/// <param name="FindOfEvents">Finds a field of events, for nodes that ask what users did; null where such nodes do not occur.</param>
internal readonly record struct RuleFieldSource(Func<string, Field?> Find, Func<string, Field?>? FindOfEvents = null)
{
    /// <summary>Gets what gives the properties of the events of one name; null where all events have the same, <see cref="FindOfEvents"/>.</summary>
    internal Func<string, RuleFieldSource>? OfEvent { get; init; }

    /// <summary>Gets what knows the names of events; null where any will do, because one that nobody did is none.</summary>
    internal Func<string, bool>? KnowsEvent { get; init; }

    /// <summary>Gets what says of a name without a field that nothing was declared there, so that nothing is wrong; null for never.</summary>
    internal Func<string, bool>? LeavesOpen { get; init; }

    /// <summary>Gets what takes the pointers of nodes whose values are judged by their field, or not at all because it is unknown; null where nobody asks.</summary>
    internal ISet<string>? DecidedNodes { get; init; }

    /// <summary>Gets the unit of a field in words; null for none.</summary>
    internal Func<string, string?>? UnitOf { get; init; }

    /// <summary>Gets a value indicating whether nodes that ask what users did may occur.</summary>
    internal bool HasEvents => OfEvent is not null || FindOfEvents is not null;

    internal RuleFieldSource PropertiesOf(string eventName) => OfEvent is null ? new(FindOfEvents!) : OfEvent(eventName);

    /// <summary>Says whether a name without a field is a fault.</summary>
    internal bool Requires(string name) => LeavesOpen is null || !LeavesOpen(name);
}
