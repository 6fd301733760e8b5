namespace UserOps.Samples;

/// <summary>What is left of an installment: a due day every 30 days until the last term, or until the user stops paying.</summary>
/// <remarks>A plan that is not paid any more stays open: it never falls due again, and nobody is granted a second one beside it.</remarks>
internal readonly record struct InstallmentPlan(int DueOn, int TermsLeft, long MonthlyFen)
{
    private const int DaysBetween = 30;
    private const int MostDaysLate = 25;
    private const int Never = int.MaxValue;
    private static readonly int[] Terms = [3, 6, 12];

    internal bool IsRunning => TermsLeft > 0;

    internal bool IsDue(int day) => TermsLeft > 0 && day == DueOn;

    internal static InstallmentPlan Start(int day, long principalFen, ref SampleRandom random)
    {
        int terms = Terms[random.Below(Terms.Length)];
        // A flat fee of 0.6 % a month, as card issuers quote it.
        long monthly = principalFen / terms + principalFen * 6 / 1000;
        return new InstallmentPlan(day + DaysBetween, terms, monthly);
    }

    /// <summary>Settles the term that is due: on its day, some days late, or not at all and then no later term either.</summary>
    /// <param name="activity">The odds that the user opens the app on a day: who is rarely there misses more due days, and pays less often in the end.</param>
    /// <param name="random">The stream of the user's installments.</param>
    /// <param name="paidOn">The day of payment; null for never.</param>
    internal InstallmentPlan Settle(double activity, ref SampleRandom random, out int? paidOn)
    {
        if (random.Chance(0.12 / (1 + 8 * activity)))
        {
            paidOn = null;
            return this with { DueOn = Never };
        }
        bool late = random.Chance(0.25 / (1 + activity));
        paidOn = late ? DueOn + 1 + (int)Math.Min(random.HeavyTailed(3), MostDaysLate - 1) : DueOn;
        return this with { DueOn = DueOn + DaysBetween, TermsLeft = TermsLeft - 1 };
    }
}
