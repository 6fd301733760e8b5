namespace UserOps.Models.Tests.Survival;

/// <summary>One row of survival data, as a reference that is slow and plain reads it.</summary>
internal sealed record NaiveRow(double Time, bool Ended, double? Entry = null, double Weight = 1, string Group = "a", string Stratum = "s", string? Cause = null)
{
    public bool IsAtRisk(double time) => (Entry is null || Entry < time) && time <= Time;
}
