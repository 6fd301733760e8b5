namespace UserOps.Models;

/// <summary>What a finding about a rule means.</summary>
public enum SegmentIssueSeverity
{
    /// <summary>The rule cannot be asked.</summary>
    Error,

    /// <summary>The rule can be asked, but hardly says what was meant.</summary>
    Warning,
}
