using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace UserOps.Models.Activity;

/// <summary>What is asked about active users: how many there are in each hour, day, week or month, and in rolling windows (DAU, WAU, MAU).</summary>
/// <remarks>Plain data, JSON round-trip. Nothing is checked here; <see cref="ActiveUsersModel"/> checks everything at once.</remarks>
public sealed record ActiveUsersDefinition
{
    /// <summary>Initializes a new instance of the <see cref="ActiveUsersDefinition"/> class: by day, week and month, without rolling windows.</summary>
    public ActiveUsersDefinition()
    {
    }

    // For the generated reader, which gives zero bits, not the initializer's value, to what a text leaves out.
    [JsonConstructor]
    internal ActiveUsersDefinition(ImmutableArray<CalendarUnit> units = default, ImmutableArray<int> rollingDays = default)
    {
        Units = units.IsDefault ? DayWeekMonth : units;
        RollingDays = rollingDays.IsDefault ? [] : rollingDays;
    }

    /// <summary>Gets what makes a user active.</summary>
    public required ActiveUserDefinition Activity { get; init; }

    /// <summary>Gets where to begin: the periods that contain it are the first ones.</summary>
    public required DateOrInstant From { get; init; }

    /// <summary>Gets where to end: the periods that contain it are the last ones, included. A date means its first instant, so that hours end with the first one of that date.</summary>
    public required DateOrInstant To { get; init; }

    /// <summary>Gets the calendar periods to count, each unit once. Default: day, week and month. Empty for rolling windows alone.</summary>
    public ImmutableArray<CalendarUnit> Units { get; init; } = DayWeekMonth;

    /// <summary>Gets the lengths of rolling windows, in days, 1 to 366, each once: such a window ends with each day of the range and may begin before it. Default: none.</summary>
    public ImmutableArray<int> RollingDays { get; init; } = [];

    private static ImmutableArray<CalendarUnit> DayWeekMonth { get; } = [CalendarUnit.Day, CalendarUnit.Week, CalendarUnit.Month];

    /// <inheritdoc/>
    public bool Equals(ActiveUsersDefinition? other) => other is not null
        && Activity == other.Activity
        && From == other.From
        && To == other.To
        && ListEquality.Equal(Units, other.Units)
        && ListEquality.Equal(RollingDays, other.RollingDays);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Activity, From, To, ListEquality.Hash(Units), ListEquality.Hash(RollingDays));
}
