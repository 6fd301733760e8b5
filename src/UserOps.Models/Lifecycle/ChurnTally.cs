namespace UserOps.Models.Lifecycle;

/// <summary>Counts over users while a warning is evaluated: private to a range, added up in order.</summary>
internal sealed class ChurnTally
{
    private readonly long[] _unknown = new long[Enum.GetValues<ChurnUnknownReason>().Length];

    internal long Users { get; private set; }

    internal long Warned { get; private set; }

    internal long GapPasses { get; private set; }

    internal long AmountsPass { get; private set; }

    internal long WithoutAmount { get; private set; }

    internal long EventsAfterAsOf { get; private set; }

    internal long Unknown(ChurnUnknownReason reason) => _unknown[(int)reason];

    internal void Add(in ChurnAssessment assessment, long withoutAmount, long eventsAfterAsOf)
    {
        Users++;
        Warned += assessment.State == ChurnState.Warned ? 1 : 0;
        GapPasses += assessment.GapPasses == true ? 1 : 0;
        AmountsPass += assessment.AmountsPass == true ? 1 : 0;
        WithoutAmount += withoutAmount;
        EventsAfterAsOf += eventsAfterAsOf;
        if (assessment.UnknownBecause is { } reason)
        {
            _unknown[(int)reason]++;
        }
    }

    internal void Add(ChurnTally other)
    {
        Users += other.Users;
        Warned += other.Warned;
        GapPasses += other.GapPasses;
        AmountsPass += other.AmountsPass;
        WithoutAmount += other.WithoutAmount;
        EventsAfterAsOf += other.EventsAfterAsOf;
        for (int reason = 0; reason < _unknown.Length; reason++)
        {
            _unknown[reason] += other._unknown[reason];
        }
    }
}
