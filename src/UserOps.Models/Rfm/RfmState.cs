using System.Text.Json;
using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>Where a user is at one instant: in a group or a named segment, a member of neither, outside, or not there yet.</summary>
/// <remarks>The default value is <see cref="Outside"/>. JSON round-trip.</remarks>
public readonly record struct RfmState
{
    /// <summary>Creates a state from its JSON members.</summary>
    /// <param name="kind">What kind of state it is.</param>
    /// <param name="place">The group in camelCase, or the id of the segment; null, and only then, for the other kinds.</param>
    /// <exception cref="ArgumentException">A group or a segment has no name, or another kind has one.</exception>
    [JsonConstructor]
    public RfmState(RfmStateKind kind, string? place = null)
    {
        if ((kind is RfmStateKind.Group or RfmStateKind.Segment) != (place is not null))
        {
            throw new ArgumentException("A state in a group or a segment names it, and no other does.", nameof(place));
        }

        Kind = kind;
        Place = place;
    }

    /// <summary>Gets the state of users without a purchase in the window.</summary>
    public static RfmState Outside => default;

    /// <summary>Gets the state of members in no group, or in no segment.</summary>
    public static RfmState Unplaced => new(RfmStateKind.Unplaced);

    /// <summary>Gets the state of users who are not there yet: without a row in the user table, and without an event so far.</summary>
    public static RfmState Absent => new(RfmStateKind.Absent);

    /// <summary>Gets what kind of state it is.</summary>
    public RfmStateKind Kind { get; }

    /// <summary>Gets the group in camelCase, or the id of the segment; null for the other kinds. A segment may well be named "outside".</summary>
    public string? Place { get; }

    /// <summary>Gets the text: <see cref="Place"/>, or <c>outside</c>, <c>unplaced</c>, <c>absent</c>.</summary>
    [JsonIgnore]
    public string Id => Place ?? JsonNamingPolicy.CamelCase.ConvertName(Kind.ToString());

    /// <summary>Gets the state of being in a group.</summary>
    /// <param name="group">One of the eight.</param>
    public static implicit operator RfmState(RfmGroup group) => FromRfmGroup(group);

    /// <summary>Gets the state of being in a group.</summary>
    /// <param name="group">One of the eight.</param>
    public static RfmState FromRfmGroup(RfmGroup group) => new(RfmStateKind.Group, JsonNamingPolicy.CamelCase.ConvertName(group.ToString()));

    /// <summary>Gets the state of being in a named segment.</summary>
    /// <param name="id">The id of the segment; ordinal.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public static RfmState OfSegment(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(RfmStateKind.Segment, id);
    }

    /// <summary>Gives <see cref="Id"/>.</summary>
    public override string ToString() => Id;
}
