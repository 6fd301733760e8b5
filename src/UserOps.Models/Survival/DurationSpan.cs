namespace UserOps.Models.Survival;

/// <summary>What the clock of one user says, in UTC ticks.</summary>
/// <param name="Outcome">What became of the user.</param>
/// <param name="Start">When the clock started.</param>
/// <param name="Entered">Since when the user is at risk; the start, or later for those who started before watching began.</param>
/// <param name="Stop">When the user ended, or was last watched.</param>
/// <param name="LastActivity">The last activity that counted; the start without inactivity.</param>
/// <param name="End">The entry of the definition's ends that decided; -1 for none, the number of ends for inactivity.</param>
/// <param name="CauseCode">The value of the end's property; -1 for none.</param>
internal readonly record struct DurationSpan(DurationOutcome Outcome, long Start, long Entered, long Stop, long LastActivity, int End, int CauseCode)
{
    internal bool HasRow => Outcome is DurationOutcome.Ended or DurationOutcome.Censored;

    internal static DurationSpan Without(DurationOutcome outcome, long start = 0) => new(outcome, start, start, start, start, -1, -1);
}
