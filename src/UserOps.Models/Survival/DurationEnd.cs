using System.Text.Json.Serialization;

namespace UserOps.Models.Survival;

/// <summary>Events that end a user's clock. Plain data.</summary>
public sealed record DurationEnd
{
    /// <summary>Initializes a new instance of the <see cref="DurationEnd"/> class.</summary>
    public DurationEnd()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal DurationEnd(string cause = SurvivalDefaults.EndCause) => Cause = cause;

    /// <summary>Gets which events end it.</summary>
    public required EventFilter Events { get; init; }

    /// <summary>Gets what results call the cause. Default: "ended".</summary>
    public string Cause { get; init; } = SurvivalDefaults.EndCause;

    /// <summary>Gets the property of the event (<c>content.x</c>: of its content) whose value is the cause; where it is missing, <see cref="Cause"/> is. Null for none.</summary>
    public CategoryField? CauseBy { get; init; }
}
