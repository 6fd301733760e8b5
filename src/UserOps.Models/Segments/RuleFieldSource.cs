namespace UserOps.Models;

/// <summary>The fields a rule may name, by name; null for a name without a field.</summary>
/// <param name="Find">Finds a field of what the rule is asked of.</param>
/// <param name="FindOfEvents">Finds a field of events, for nodes that ask what users did; null where such nodes do not occur.</param>
internal readonly record struct RuleFieldSource(Func<string, Field?> Find, Func<string, Field?>? FindOfEvents = null);
