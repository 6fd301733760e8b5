namespace UserOps.Models;

/// <summary>What a name in a rule means.</summary>
internal enum RuleNameKind
{
    /// <summary>A column of users.</summary>
    UserField,

    /// <summary>Events of a name.</summary>
    Event,

    /// <summary>A property of events, or as <c>content.x</c> of the contents they refer to.</summary>
    EventProperty,

    /// <summary>A rule that others refer to.</summary>
    Segment,
}
