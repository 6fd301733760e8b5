using System.Collections.Immutable;
using UserOps.Models.Tags;

namespace UserOps.Models.Portraits;

/// <summary>The defaults and limits of portraits, each named once.</summary>
internal static class PortraitDefaults
{
    /// <summary>Fewer users than this make an index or a cell that says little.</summary>
    internal const int SmallCount = 30;

    /// <summary>The most cells of a grid: beyond it nobody reads them, and a typing error fills the memory.</summary>
    internal const int MaximumCells = 100_000;

    /// <summary>The words of a bitmap that a thread takes at once: 65,536 users.</summary>
    internal const int WordsPerPart = 1_024;

    /// <summary>The most sensitive value a portrait shows unless told otherwise: beyond it a leak does serious harm.</summary>
    internal const TagSensitivity MaximumSensitivity = TagSensitivity.Level3;

    /// <summary>The quantiles of a numeric profile when none are named.</summary>
    internal static readonly ImmutableArray<decimal> Quantiles = [0.25m, 0.5m, 0.75m];
}
