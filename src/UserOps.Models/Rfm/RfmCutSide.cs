namespace UserOps.Models.Rfm;

/// <summary>The side of the cut a value equal to it counts as.</summary>
public enum RfmCutSide
{
    /// <summary>The better side: as recent as the cut is recent enough, as often as the cut often enough.</summary>
    High,

    /// <summary>The worse side.</summary>
    Low,
}
