using System.Text.Json.Serialization;

namespace UserOps.Models.Rfm;

/// <summary>Scores from one to another, both included; either may lie beyond the scores there are.</summary>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest; not below <paramref name="Low"/>.</param>
[method: JsonConstructor] // without it a struct is read with the missing end at 0
public readonly record struct RfmScoreRange(decimal Low, decimal High)
{
    /// <summary>Tells whether a score, or a mean of scores, lies in the range.</summary>
    /// <param name="score">The score.</param>
    public bool Contains(decimal score) => Low <= score && score <= High;
}
