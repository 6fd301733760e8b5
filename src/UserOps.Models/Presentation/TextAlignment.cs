namespace UserOps.Models.Presentation;

/// <summary>Where a cell's text stands in its column.</summary>
public enum TextAlignment
{
    /// <summary>At the left edge: names and other words.</summary>
    Left,

    /// <summary>At the right edge: numbers, so that digits of one value stand above each other.</summary>
    Right,

    /// <summary>In the middle; an odd cell goes to the right.</summary>
    Center,
}
