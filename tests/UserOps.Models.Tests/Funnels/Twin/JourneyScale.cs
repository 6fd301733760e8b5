using System.Globalization;

namespace UserOps.Models.Tests.Funnels.Twin;

/// <summary>The clock of generated journeys: few distinct instants, so that ties and exact limits are plenty.</summary>
/// <param name="UnitSeconds">Time between two neighboring instants.</param>
internal sealed record JourneyScale(decimal UnitSeconds)
{
    // The evening before clocks go forward in Los Angeles; half days later midnight there is met exactly.
    private static readonly DateTimeOffset Origin = new(2024, 3, 9, 20, 0, 0, TimeSpan.Zero);

    /// <summary>Milliseconds, seconds and half days: below a histogram's bin, a usual window, several local days.</summary>
    public static IReadOnlyList<JourneyScale> All { get; } = [new(0.001m), new(1), new(43_200)];

    public decimal Seconds(int units) => units * UnitSeconds;

    public string Instant(int units) =>
        Origin.AddTicks((long)(Seconds(units) * TimeSpan.TicksPerSecond)).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
