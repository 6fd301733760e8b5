namespace UserOps.Models.Survival;

/// <summary>How the p-values of all pairs of groups are raised because they are many.</summary>
public enum PairwiseCorrection
{
    /// <summary>Not at all: each pair is judged as if it were the only one.</summary>
    None,

    /// <summary>p times the number of pairs: the chance of any false alarm stays within the level.</summary>
    Bonferroni,

    /// <summary>Step by step from the smallest p: the same promise as Bonferroni, never weaker. S. Holm, Scandinavian Journal of Statistics 6, 1979.</summary>
    Holm,

    /// <summary>Step by step from the largest p: the expected share of false alarms among the alarms stays within the level. Y. Benjamini, Y. Hochberg, JRSS B 57, 1995.</summary>
    BenjaminiHochberg,
}
