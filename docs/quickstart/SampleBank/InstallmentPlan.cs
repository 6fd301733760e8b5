namespace UserOps.Samples;

/// <summary>What is left of an installment: a due day every 30 days until the last term.</summary>
internal readonly record struct InstallmentPlan(int DueOn, int TermsLeft, long MonthlyFen)
{
    private const int DaysBetween = 30;
    private const int DaysLate = 5;
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

    /// <summary>Pays the term that is due; one in twelve is late and tried again some days later.</summary>
    internal InstallmentPlan Paid(ref SampleRandom random, out bool paid)
    {
        paid = !random.Chance(1.0 / 12);
        return paid
            ? this with { DueOn = DueOn + DaysBetween, TermsLeft = TermsLeft - 1 }
            : this with { DueOn = DueOn + DaysLate };
    }
}
