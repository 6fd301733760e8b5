namespace UserOps.Models;

/// <summary>How much a field matters for the scenario its schema was written for.</summary>
public enum Relevance
{
    /// <summary>强相关: decisions in the scenario turn on it.</summary>
    Strong,

    /// <summary>弱相关: nice to know; decisions do not turn on it.</summary>
    Weak,
}
