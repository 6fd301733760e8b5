using System.Text.Json;

namespace UserOps.Models.Rfm;

/// <summary>Where a user is at one instant: in a group or a named segment, a member of neither, or outside.</summary>
/// <remarks>The default value is <see cref="Outside"/>.</remarks>
public readonly record struct RfmState
{
    private const string OutsideId = "outside";
    private readonly string? _id;
    private readonly bool _isPlace; // a segment may well be named "outside"

    private RfmState(string id, bool isPlace)
    {
        _id = id;
        _isPlace = isPlace;
    }

    /// <summary>Gets the state of users without a purchase in the window.</summary>
    public static RfmState Outside => default;

    /// <summary>Gets the state of members in no group, or in no segment.</summary>
    public static RfmState Unplaced => new("unplaced", isPlace: false);

    /// <summary>Gets the text: the group in camelCase, the id of the segment, <c>unplaced</c> or <c>outside</c>.</summary>
    public string Id => _id ?? OutsideId;

    /// <summary>Gets the state of being in a group.</summary>
    /// <param name="group">One of the eight.</param>
    public static implicit operator RfmState(RfmGroup group) => FromRfmGroup(group);

    /// <summary>Gets the state of being in a group.</summary>
    /// <param name="group">One of the eight.</param>
    public static RfmState FromRfmGroup(RfmGroup group) => new(JsonNamingPolicy.CamelCase.ConvertName(group.ToString()), isPlace: true);

    /// <summary>Gets the state of being in a named segment.</summary>
    /// <param name="id">The id of the segment; ordinal.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public static RfmState OfSegment(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(id, isPlace: true);
    }

    /// <summary>Gives <see cref="Id"/>.</summary>
    public override string ToString() => Id;
}
