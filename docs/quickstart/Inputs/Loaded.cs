using UserOps.Models;

namespace UserOps.Quickstart.Inputs;

/// <summary>A dataset and the zone of its days.</summary>
/// <param name="Data">The dataset.</param>
/// <param name="Zone">The zone; <see cref="ZoneWasNamed"/> says whether anybody chose it.</param>
/// <param name="ZoneWasNamed">Whether the zone was given; if not, it is UTC and the report says so.</param>
/// <param name="IsSample">Whether the data are the embedded sample.</param>
internal sealed record Loaded(UserOpsDataset Data, TimeZoneInfo Zone, bool ZoneWasNamed, bool IsSample)
{
    /// <summary>Gets a value indicating whether the rows have amounts and no names, and so were taken for purchases.</summary>
    internal bool IsPurchases { get; init; }
}
