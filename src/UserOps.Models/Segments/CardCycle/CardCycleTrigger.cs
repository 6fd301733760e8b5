using System.Text.Json.Serialization;

namespace UserOps.Models;

/// <summary>That a node began for a user: the key under which a campaign remembers what it has set off, so that nothing is set off twice.</summary>
/// <param name="User">Whose card.</param>
/// <param name="Node">The node.</param>
/// <param name="Date">The date of the node itself, say the day the payment is due: the same on every day on which the node holds.</param>
[method: JsonConstructor]
public readonly record struct CardCycleTrigger(UserId User, CardCycleNode Node, DateOnly Date);
