using System.Globalization;
using System.Text.Json.Serialization;

namespace UserOps.Models.GrowthModels;

/// <summary>Why a cohort user reached a stage, or did not.</summary>
public sealed record GrowthStageExplanation
{
    /// <summary>Gets the stage.</summary>
    public required GrowthStage Stage { get; init; }

    /// <summary>Gets the earliest event that served the stage; null where it was not reached.</summary>
    public GrowthEvent? ServedBy { get; init; }

    /// <summary>Gets the limit that failed; null where the stage was reached.</summary>
    public GrowthLimit? Failed { get; init; }

    /// <summary>Gets the event of the stage that came nearest; null where the stage was reached, and without any event.</summary>
    public GrowthEvent? Nearest { get; init; }

    /// <summary>Gets how much earlier or later the nearest event should have been, greater than zero; null without one.</summary>
    public TimeSpan? MissedBy { get; init; }

    /// <summary>Gets a value indicating whether the stage was not reached but still can be after 'as of'.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Gets a value indicating whether the stage was reached.</summary>
    [JsonIgnore]
    public bool IsReached => ServedBy is not null;

    /// <summary>
    /// Gives the stage and its event, or its limit and the nearest event, as text, without regard to culture:
    /// <c>Activation: Window missed by 01:00:00, bind at 2026-03-03T13:00:00+08:00 (event 1)</c>.
    /// </summary>
    public override string ToString()
    {
        string nearest = Nearest is { } near ? string.Create(CultureInfo.InvariantCulture, $" missed by {MissedBy:c}, {near}") : "";
        return ServedBy is { } served ? $"{Stage}: {served}" : $"{Stage}: {Failed}{nearest}{(IsOpen ? ", still open" : "")}";
    }
}
