namespace UserOps.Models.Tags;

/// <summary>What a tag can depend on.</summary>
public enum TagSourceKind
{
    /// <summary>An attribute of the user.</summary>
    Field,

    /// <summary>A property of events, or of the contents they refer to (<c>content.x</c>).</summary>
    Property,

    /// <summary>Events of a name.</summary>
    Event,

    /// <summary>A rule of the catalog.</summary>
    Segment,

    /// <summary>Another tag.</summary>
    Tag,

    /// <summary>A fitted model.</summary>
    Model,

    /// <summary>A system that assigns values.</summary>
    System,
}
