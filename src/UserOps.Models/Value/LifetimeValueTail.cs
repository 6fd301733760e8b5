namespace UserOps.Models.Value;

/// <summary>The shape by which margins are continued beyond the last age that was seen.</summary>
public enum LifetimeValueTail
{
    /// <summary>Each age brings the same share of the one before: customers do not differ.</summary>
    Geometric,

    /// <summary>Margins fall as the survivors of a shifted beta-geometric model do, ever more slowly: customers differ, and those who stay longest leave least.</summary>
    ShiftedBetaGeometric,
}
