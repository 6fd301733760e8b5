namespace UserOps.Models.Funnels;

/// <summary>Which of a user's events may fill a step.</summary>
public enum FunnelOccurrence
{
    /// <summary>Every event the filter takes. The default.</summary>
    Every,

    /// <summary>Only the user's first event of those names in the whole history; the test is applied to it afterwards.</summary>
    FirstEver,

    /// <summary>Only the user's first event in the whole history that passes names and test.</summary>
    FirstMatching,
}
